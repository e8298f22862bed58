import { print } from 'graphql';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Link } from '../address/link.js';
import { spotsOf } from '../chart/places.js';
import { World } from '../chart/world.js';
import { failureOf } from '../panel/failure.js';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { talks } from './asked.js';

/** Milliseconds that a slider must rest before the server is asked. */
const REST = 80;

/** The places of the meetings of some years, on a map and as a list; while the next are fetched the last stay. */
export function Places({ during, title }: { readonly during: string; readonly title: string }) {
  const [rested, rest] = useState(during);
  useEffect(() => {
    const timer = setTimeout(() => rest(during), REST);
    return () => clearTimeout(timer);
  }, [during]);
  const variables = { during: rested };
  const [{ data, error }] = useQuery({ query: talks, variables });
  const spots = data ? spotsOf(data.meetings) : [];
  const shown = spots.reduce((sum, { count }) => sum + count, 0);
  const elsewhere = (data?.meetings.totalCount ?? 0) - shown;
  return (
    <Panel
      title={`${words.whereAndWhen}, ${title} (${data?.meetings.totalCount ?? '…'})`}
      query={{ text: print(talks), variables }}
      data={data}
      rows={spots.map(({ name, count, latitude, longitude }) => ({
        place: name,
        meetings: count,
        latitude,
        longitude,
      }))}
      error={error && failureOf(error)}
      isPicture="svg"
    >
      <World of={spots} />
      <ol className="counts wide">
        {spots.map(({ id, name, count }) => (
          <li key={id}>
            <Link to={id}>{name}</Link> <span>{count}</span>
          </li>
        ))}
      </ol>
      {elsewhere > 0 && (
        <p>
          {elsewhere.toLocaleString('en')} {words.noPlace}
        </p>
      )}
    </Panel>
  );
}

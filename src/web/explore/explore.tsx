import { useMemo } from 'react';
import { useQuery } from 'urql';
import { roomAt, go, stay, useAsked } from '../address/address.js';
import { failureOf } from '../panel/failure.js';
import { Heading } from '../panel/heading.js';
import { entities } from '../search/entities.js';
import { Picker } from '../search/picker.js';
import { words } from '../words.js';
import { paths } from './asked.js';
import { Begin } from './begin.js';
import { Grows } from './grows.js';
import { Paths } from './paths.js';

/** A network that grows by clicks: what it shows is in its address, `of` who was grown, `to` whom paths lead to. */
export function ExploreView() {
  const asked = useAsked();
  const of = asked.get('of') ?? '';
  const to = asked.get('to') ?? '';
  const grown = useMemo(() => of.split(',').filter(Boolean), [of]);
  const [from] = grown;
  const [{ data, error }] = useQuery({
    query: paths,
    variables: { from: from ?? '', to },
    pause: !from || !to,
  });
  const now = Object.fromEntries(asked);
  const name = words.explore;
  if (!from)
    return (
      <>
        <Heading kind={words.network} name={name} />
        <Picker label={words.beginWith} kinds={entities} pick={(id) => go(roomAt('explore', { of: id }))} />
        <Begin />
      </>
    );
  return (
    <>
      <Heading kind={words.network} name={name} />
      <div className="controls">
        <Picker
          label={words.addTo}
          kinds={entities}
          pick={(id) => go(roomAt('explore', { ...now, of: [...grown, id].join(',') }))}
        />
        <Picker
          label={words.pathTo}
          kinds={entities}
          pick={(id) => go(roomAt('explore', { ...now, to: id }))}
        />
        {grown.length > 1 && (
          <button
            type="button"
            onClick={() => go(roomAt('explore', { ...now, of: grown.slice(0, -1).join(',') }))}
          >
            {words.shrink}
          </button>
        )}
        <button type="button" onClick={() => go('/explore')}>
          {words.afresh}
        </button>
      </div>
      {to && <Paths of={data?.paths} from={from} to={to} error={error && failureOf(error)} />}
      <Grows
        grown={grown}
        paths={to ? (data?.paths ?? []) : []}
        during={asked.get('during') ?? ''}
        first={Number(asked.get('first')) || 50}
        hide={asked.get('hide') ?? ''}
        set={(changed) => stay(roomAt('explore', { ...now, ...changed }))}
        grow={(id) => go(roomAt('explore', { ...now, of: [...grown, id].join(',') }))}
      />
    </>
  );
}

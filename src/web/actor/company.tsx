import { PlacesFields, spotsOf } from '../chart/places.js';
import { World } from '../chart/world.js';
import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { Counts } from '../panel/counts.js';
import { Panel } from '../panel/panel.js';
import type { Part } from '../panel/view.js';
import { words } from '../words.js';

export const CompanyFields = graphql(
  `
    fragment CompanyFields on MeetingConnection {
      company: groups(by: [PARTICIPANT], first: 20) {
        key
        label
        count
        node {
          id
        }
      }
      parties: groups(by: [PARTY], first: 20) {
        key
        label
        count
        node {
          id
        }
      }
      ...PlacesFields
    }
  `,
  [PlacesFields],
);

interface Props {
  readonly of: FragmentOf<typeof CompanyFields>;
  readonly id: string;
  readonly who: Part;
  readonly where: Part;
}

/** Whom an actor met, how often, and where. */
export function Company({ of, id, who, where }: Props) {
  const met = readFragment(CompanyFields, of);
  // Of a state, those who met for it are no company.
  const others = (id.startsWith('person:') ? met.company : met.parties).filter(
    ({ node }) => node && node.id !== id,
  );
  const spots = spotsOf(met);
  return (
    <>
      {others.length > 0 && (
        <Panel
          title={words.whomMet}
          {...who}
          rows={others.map(({ label, count }) => ({ with: label, meetings: count }))}
        >
          <Counts of={others} />
        </Panel>
      )}
      {spots.length > 0 && (
        <Panel
          title={words.whereMet}
          {...where}
          rows={spots.map(({ name, count }) => ({ place: name, meetings: count }))}
          isPicture="svg"
        >
          <World of={spots} />
          <details>
            <summary>{words.places(spots.length)}</summary>
            <Counts
              of={spots.map(({ id: key, name, count }) => ({ key, label: name, count, node: { id: key } }))}
            />
          </details>
        </Panel>
      )}
    </>
  );
}

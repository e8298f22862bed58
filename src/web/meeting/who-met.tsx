import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { Actor } from '../panel/actor.js';
import { plain, words } from '../words.js';

export const WhoMetFields = graphql(`
  fragment WhoMetFields on Participation {
    id
    capacity
    review
    participant {
      __typename
      id
      name
    }
    onBehalfOf {
      __typename
      id
      name
    }
    role {
      title
    }
  }
`);

/** Who took part, as what and for whom, with the office they held on the day. */
export function WhoMet({ of }: { readonly of: readonly FragmentOf<typeof WhoMetFields>[] }) {
  if (!of.length) return <p>{words.empty}</p>;
  return (
    <ul className="who">
      {readFragment(WhoMetFields, of).map(({ id, participant, capacity, onBehalfOf, role, review }) => (
        <li key={id}>
          <Actor of={participant} />
          <span>
            {plain(capacity)}
            {role && `, ${role.title}`}
          </span>
          {onBehalfOf && onBehalfOf.id !== participant.id && (
            <span>
              {words.on} <Actor of={onBehalfOf} />
            </span>
          )}
          {review === 'PROPOSED' && <span className="proposed">{words.proposed}</span>}
        </li>
      ))}
    </ul>
  );
}

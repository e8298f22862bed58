import { Link } from '../address/link.js';
import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { words } from '../words.js';
import { Actor } from './actor.js';
import { day } from './days.js';

const PositionFields = graphql(`
  fragment PositionFields on Position {
    id
    stance
    holder {
      __typename
      id
      name
    }
    statement {
      id
      said
      text
    }
  }
`);

export const ContestedFields = graphql(
  `
    fragment ContestedFields on Claim {
      id
      text
      positions(first: 12) {
        totalCount
        nodes {
          ...PositionFields
        }
      }
      contradicts(first: 3) {
        nodes {
          id
          text
          positions(first: 6) {
            nodes {
              ...PositionFields
            }
          }
        }
      }
    }
  `,
  [PositionFields],
);

type Positions = readonly FragmentOf<typeof PositionFields>[];

/** Claims, each with those that it contradicts on its other side; these do not come again. */
export function Contested({ of }: { readonly of: readonly FragmentOf<typeof ContestedFields>[] }) {
  const shown = new Set<string>();
  const claims = readFragment(ContestedFields, of).filter(({ id, contradicts }) => {
    if (shown.has(id)) return false;
    for (const other of contradicts.nodes) shown.add(other.id);
    return true;
  });
  return claims.map(({ id, text, positions, contradicts }) => (
    <article key={id} className="contested">
      <div className="sides">
        <div>
          <h3 dir="auto">
            <Link to={id}>{text}</Link>
          </h3>
          <Side stance="AFFIRMS" of={positions.nodes} />
        </div>
        <div>
          {contradicts.nodes.map((other) => (
            <div key={other.id}>
              <h3 dir="auto">
                <Link to={other.id}>{other.text}</Link>
              </h3>
              <Side stance="AFFIRMS" of={other.positions.nodes} isAgainst />
            </div>
          ))}
          <Side stance="DENIES" of={positions.nodes} isAgainst />
        </div>
      </div>
    </article>
  ));
}

/** Who takes one side, each in their words. */
function Side({
  stance,
  of,
  isAgainst,
}: {
  stance: 'AFFIRMS' | 'DENIES';
  of: Positions;
  isAgainst?: boolean;
}) {
  const taken = readFragment(PositionFields, of).filter((p) => p.stance === stance);
  if (!taken.length) return null;
  const verb = stance === 'AFFIRMS' ? words.affirms : words.denies;
  return (
    <ul className={isAgainst ? 'against' : 'for'}>
      {taken.map(({ id, holder, statement }) => (
        <li key={id}>
          <span className="stance">
            <Actor of={holder} /> {verb}
          </span>
          <q dir="auto">
            <Link to={statement.id}>{statement.text}</Link>
          </q>
          <time>{day(statement.said)}</time>
        </li>
      ))}
    </ul>
  );
}

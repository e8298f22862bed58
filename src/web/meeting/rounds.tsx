import { Link } from '../address/link.js';
import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { day } from '../panel/days.js';
import { Said, SaidFields } from '../panel/statement.js';
import { plain, words } from '../words.js';

export const RoundFields = graphql(
  `
    fragment RoundFields on Meeting {
      id
      name
      when
      status
      country {
        id
        name
      }
      statements(first: 4, orderBy: [{ said: ASC }]) {
        totalCount
        nodes {
          ...SaidFields
        }
      }
      discussedIn(first: 4, orderBy: [{ said: ASC }]) {
        totalCount
        nodes {
          ...SaidFields
        }
      }
    }
  `,
  [SaidFields],
);

/** The rounds of a series in their order, this one marked, with the words of the others: how they changed. */
export function Rounds({
  of,
  here,
}: {
  readonly of: readonly FragmentOf<typeof RoundFields>[];
  readonly here: string;
}) {
  return (
    <ol className="rounds">
      {readFragment(RoundFields, of).map(({ id, name, when, status, country, statements, discussedIn }) => (
        <li key={id} aria-current={id === here ? 'page' : undefined}>
          <time>{day(when)}</time>
          {id === here ? <strong>{name}</strong> : <Link to={id}>{name}</Link>}
          <span>
            {[
              country?.name,
              plain(status),
              statements.totalCount ? words.statementsOf(statements.totalCount) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {id !== here && (
            <div className="words">
              {[
                ...new Map(
                  readFragment(SaidFields, [...statements.nodes, ...discussedIn.nodes]).map((s) => [s.id, s]),
                ).values(),
              ].map((said) => (
                <Said key={said.id} of={said} />
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

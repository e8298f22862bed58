import { Link } from '../address/link.js';
import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { day } from '../panel/days.js';
import { plain } from '../words.js';

export const RoundFields = graphql(`
  fragment RoundFields on Meeting {
    id
    name
    when
    status
    country {
      id
      name
    }
    statements {
      totalCount
    }
  }
`);

/** The rounds of a series in their order, this one marked. */
export function Rounds({
  of,
  here,
}: {
  readonly of: readonly FragmentOf<typeof RoundFields>[];
  readonly here: string;
}) {
  return (
    <ol className="rounds">
      {readFragment(RoundFields, of).map(({ id, name, when, status, country, statements }) => (
        <li key={id} aria-current={id === here ? 'page' : undefined}>
          <time>{day(when)}</time>
          {id === here ? <strong>{name}</strong> : <Link to={id}>{name}</Link>}
          <span>
            {[
              country?.name,
              plain(status),
              statements.totalCount ? `${statements.totalCount} statements` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

import { Link } from '../address/link.js';
import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { day } from './days.js';
import { words } from '../words.js';

export const MetFields = graphql(`
  fragment MetFields on Meeting {
    id
    name
    when
    country {
      id
      name
    }
  }
`);

/** Meetings, newest first. */
export function Meetings({ of }: { readonly of: readonly FragmentOf<typeof MetFields>[] }) {
  if (!of.length) return <p>{words.empty}</p>;
  return (
    <ol className="rounds">
      {readFragment(MetFields, of).map(({ id, name, when, country }) => (
        <li key={id}>
          <time>{day(when)}</time>
          <Link to={id}>{name}</Link>
          <span>{country?.name}</span>
        </li>
      ))}
    </ol>
  );
}

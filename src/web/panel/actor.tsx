import { Link } from '../address/link.js';
import { words } from '../words.js';

/** An actor's name, linked; or that nobody is named. */
export function Actor({
  of,
}: {
  readonly of: { readonly id: string; readonly name: string } | null | undefined;
}) {
  return of ? <Link to={of.id}>{of.name}</Link> : <span className="nobody">{words.nobody}</span>;
}

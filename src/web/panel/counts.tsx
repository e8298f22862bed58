import { Link } from '../address/link.js';
import { words } from '../words.js';

interface Props {
  readonly of: readonly {
    readonly key: string | null;
    readonly label: string | null;
    readonly count: number;
    readonly node?: { readonly id: string } | null;
  }[];
}

/** Groups with how many each has, most first, each with a bar as long as its share of the largest. */
export function Counts({ of }: Props) {
  const most = Math.max(1, ...of.map(({ count }) => count));
  return (
    <ol className="counts">
      {of.map(({ key, label, count, node }) => (
        <li key={key ?? ''} style={{ '--share': `${(100 * count) / most}%` } as never}>
          <span dir="auto">{node ? <Link to={node.id}>{label}</Link> : (label ?? words.nobody)}</span>{' '}
          <span>{count.toLocaleString('en')}</span>
        </li>
      ))}
    </ol>
  );
}

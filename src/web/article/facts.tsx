import { Link } from '../address/link.js';
import { Actor } from '../panel/actor.js';
import { words } from '../words.js';
import type { Fact } from './marks.js';

interface Props {
  readonly of: readonly Fact[];
  readonly pointed: string | undefined;
  readonly point: (fact: string | undefined) => void;
}

/** Statements of an article in their order, and below whom and what it names. */
export function Facts({ of, pointed, point }: Props) {
  const statements = of.filter((f) => f.is === 'statement');
  const named = new Map(of.flatMap((f) => (f.is === 'mention' && f.leads ? [[f.leads, f] as const] : [])));
  if (!of.length) return <p>{words.empty}</p>;
  return (
    <>
      <ol className="facts">
        {statements.map((fact) => (
          <li
            key={fact.id}
            id={`fact-${fact.id}`}
            className={fact.id === pointed ? 'pointed' : ''}
            onMouseEnter={() => point(fact.id)}
            onMouseLeave={() => point(undefined)}
            onFocus={() => point(fact.id)}
            onBlur={() => point(undefined)}
          >
            <Actor of={fact.by} />
            <q dir="auto">{fact.leads ? <Link to={fact.leads}>{fact.text}</Link> : fact.text}</q>
          </li>
        ))}
      </ol>
      <ul className="tags">
        {[...named].map(([id, fact]) => (
          <li key={id} onMouseEnter={() => point(fact.id)} onMouseLeave={() => point(undefined)}>
            <Link to={id}>{fact.text}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { ReactNode } from 'react';
import { Link } from '../address/link.js';
import type { ResultOf } from '../graph/graphql.js';
import { plain, words } from '../words.js';
import type { merge } from './asked.js';

export type ChangeRow = ResultOf<typeof merge>['change'];

/** A change, made or as it would be made: who, what, how much, and which records it touches. */
export function ChangeShown({ of, children }: { readonly of: ChangeRow; readonly children?: ReactNode }) {
  const { id, action, by, at, note, created, amended, removed, dryRun, undoneBy, touched } = of;
  const rest = touched.totalCount - touched.nodes.length;
  return (
    <article className={`change ${undoneBy ? 'undone' : ''}`}>
      <p className="by">
        <strong>{dryRun ? plain(action) : <Link to={id}>{plain(action)}</Link>}</strong>
        {!dryRun && (
          <>
            {by} <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>
          </>
        )}
        <span>{words.counts(created, amended, removed)}</span>
        {undoneBy && <span className="proposed">{words.isUndone}</span>}
        {children}
      </p>
      {note && <p dir="auto">{note}</p>}
      {touched.totalCount > 0 && (
        <details open={dryRun}>
          <summary>{words.touches(touched.totalCount)}</summary>
          <ul>
            {touched.nodes.map((node) => (
              <li key={node.id} dir="auto">
                <span className="kind">{plain(node.__typename)}</span>{' '}
                <Link to={node.id}>{labelOf(node)}</Link>
              </li>
            ))}
            {rest > 0 && <li>{words.andMore(rest)}</li>}
          </ul>
        </details>
      )}
    </article>
  );
}

function labelOf(node: ChangeRow['touched']['nodes'][number]): string {
  if ('name' in node) return node.name;
  if ('text' in node) return node.text;
  return 'exact' in node ? node.exact : node.id;
}

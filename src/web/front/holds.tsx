import { day } from '../panel/days.js';
import { plain } from '../words.js';

interface About {
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly sources: readonly { readonly name: string; readonly url: string | null }[];
}

/** How many of what, from which day to which, and from whom. */
export function Holds({ of: { counts, firstDay, lastDay, sources } }: { readonly of: About }) {
  return (
    <>
      <dl className="holds">
        {[...counts]
          .sort((a, b) => b.count - a.count)
          .map(({ kind, count }) => (
            <div key={kind}>
              <dt>{plain(kind)}</dt>
              <dd>{count.toLocaleString('en')}</dd>
            </div>
          ))}
      </dl>
      {firstDay && (
        <p>
          {day(firstDay)} – {day(lastDay)}
        </p>
      )}
      <ul className="sources">
        {sources.map(({ name, url }) => (
          <li key={name}>{url ? <a href={url}>{name}</a> : name}</li>
        ))}
      </ul>
    </>
  );
}

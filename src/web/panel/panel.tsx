import { useEffect, useId, useRef, type ReactNode } from 'react';
import { words } from '../words.js';
import { csvOf, type Row } from './csv.js';
import { download } from './download.js';
import { pngOf, svgOf } from './picture.js';

interface Props {
  readonly title: string;
  /** What it was asked with, as it runs in the playground. */
  readonly query?:
    { readonly text: string; readonly variables?: Readonly<Record<string, unknown>> } | undefined;
  readonly data?: unknown;
  readonly rows?: readonly Row[];
  readonly error?: string | undefined;
  readonly className?: string;
  /** It is a picture that can be taken along: drawn as SVG, or on a canvas. */
  readonly isPicture?: 'svg' | 'canvas';
  readonly children: ReactNode;
}

/** A part of a view: its title, what it shows, the query behind it and its data to take along. */
export function Panel({ title, query, data, rows, error, className = '', isPicture, children }: Props) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLElement>(null);
  const name = nameOf(title);
  // The panel is there later than the page: the browser has looked for it and not found it.
  useEffect(() => {
    if (location.hash === `#${name}`) whole.current?.scrollIntoView();
  }, [name]);
  const asSvg = () => {
    const svg = body.current?.querySelector('svg');
    if (svg) download(`${name}.svg`, 'image/svg+xml', svgOf(svg));
  };
  const asPng = async () => {
    if (body.current?.querySelector('svg, canvas'))
      download(`${name}.png`, 'image/png', await pngOf(body.current));
  };
  const take = (what: string, save: () => void) => (
    <button type="button" onClick={save}>
      {what}
    </button>
  );
  return (
    <section className={`panel ${className}`} aria-labelledby={id} id={name} ref={whole}>
      <header>
        <h2 id={id}>
          <a href={`#${name}`} title={words.share}>
            {title}
          </a>
        </h2>
        <span className="take">
          {query && <a href={playgroundAt(query)}>{words.showQuery}</a>}
          {data !== undefined &&
            take(words.json, () =>
              download(`${name}.json`, 'application/json', JSON.stringify(data, null, 2)),
            )}
          {rows && take(words.csv, () => download(`${name}.csv`, 'text/csv', csvOf(rows)))}
          {isPicture === 'svg' && take(words.svg, asSvg)}
          {isPicture && take(words.png, () => void asPng())}
        </span>
      </header>
      <div ref={body}>
        {error === undefined ? (
          children
        ) : (
          <p className="failed" role="alert">
            {words.panelFailed} {error}
          </p>
        )}
      </div>
    </section>
  );
}

/** A panel's own part of an address, and the name of its files: its title without what changes with the data. */
const nameOf = (title: string) =>
  title
    .replace(/\(.*\)/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ /g, '-');

function playgroundAt({ text, variables }: NonNullable<Props['query']>): string {
  const asked = new URLSearchParams({ query: text });
  if (variables) asked.set('variables', JSON.stringify(variables, null, 2));
  return `/playground?${asked}`;
}

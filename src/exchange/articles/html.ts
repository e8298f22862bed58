import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { RapporteurError } from '../../errors.js';
import type { ArticleText } from '../../reading/article.js';
import { dayOf } from './markdown.js';

/** What is used of the DOM here. */
interface Dom {
  readonly nodeType: number;
  readonly tagName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Dom>;
  readonly body: Dom;
  readonly documentElement: Dom | null;
  querySelector(selector: string): Dom | null;
  getAttribute(name: string): string | null;
}

const dom = (html: string) => (parseHTML(html) as unknown as { document: Dom }).document;

const LEAST = 140;
const BLOCKS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI BLOCKQUOTE PRE FIGCAPTION TD TH SECTION ARTICLE UL OL TABLE TR DL DT DD'.split(
    ' ',
  ),
);

/** The article in a page: its text by paragraphs, and what its head says of it. Nothing in the page is run. @throws BAD_ARTICLE */
export function htmlArticle(html: string, url?: string): ArticleText {
  const document = dom(html);
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
        ?.getAttribute('content');
      if (found?.trim()) return found.trim();
    }
    return undefined;
  };
  const link = (rel: string) =>
    document.querySelector(`link[rel="${rel}"],a[rel="${rel}"]`)?.getAttribute('href') ?? undefined;
  const published =
    meta('article:published_time', 'datePublished', 'date', 'DC.date.issued', 'parsely-pub-date') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    undefined;
  const canonical = meta('og:url') ?? link('canonical');
  const about = {
    url: url ?? (canonical && /^https?:/.test(canonical) ? canonical : undefined),
    published: published === undefined ? undefined : dayOf(published),
    language: document.documentElement?.getAttribute('lang')?.split('-')[0]?.toLowerCase() || undefined,
    licence: link('license'),
    publisher: meta('og:site_name', 'publisher'),
  };
  const title = meta('og:title');
  const isArticle = isProbablyReaderable(document as never, { minContentLength: LEAST, minScore: 10 });
  const found = isArticle ? new Readability(document as never, { charThreshold: LEAST }).parse() : null;
  const text = found?.content ? paragraphsIn(found.content) : '';
  if (text.length < LEAST)
    throw new RapporteurError(
      'BAD_ARTICLE',
      `There is no article in the page${url ? ` at ${url}` : ''}: hand over its text instead`,
    );
  return {
    ...about,
    title: title ?? found?.title?.trim() ?? '',
    text,
    byline: found?.byline?.replace(/^by\s+/i, '').trim() || undefined,
  };
}

/** The text of some HTML: a paragraph for each block, an empty line between them. */
export function paragraphsIn(html: string): string {
  const document = dom(`<html><body>${html}</body></html>`);
  const found: string[] = [];
  let line = '';
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text) found.push(text);
    line = '';
  };
  const walk = (node: Dom): void => {
    if (node.nodeType === 3) line += node.textContent;
    if (node.nodeType !== 1) return;
    const { tagName } = node;
    if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME)$/.test(tagName)) return;
    if (tagName === 'BR') line += ' ';
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) flush();
    for (const child of Array.from(node.childNodes)) walk(child);
    if (isBlock) flush();
  };
  for (const child of Array.from(document.body.childNodes)) walk(child);
  flush();
  return found.join('\n\n');
}

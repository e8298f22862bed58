import type { ArticleText } from '../../reading/article.js';
import { RapporteurError } from '../../errors.js';
import { decode } from './decode.js';
import { feedArticles } from './feed.js';
import { htmlArticle } from './html.js';
import type { IncomingArticle } from './incoming.js';
import { jsonArticle } from './json-lines.js';
import { markdownArticle } from './markdown.js';
import { plainArticle } from './plain.js';

/** What was handed over instead of an article: it is refused, and the others go on. */
export interface RefusedArticle {
  readonly source: string;
  readonly error: RapporteurError;
}

export type Handed = IncomingArticle | RefusedArticle;

/** What bytes are called: a file's name or an address, and what a server says they are. */
export interface Labelled {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

const LARGEST_BYTES = 10_000_000;

/** The articles in some bytes: plain text, Markdown, HTML, JSON Lines or a feed, by their name, their type and how they begin. */
export function articlesIn({ source, bytes, url, type }: Labelled): Handed[] {
  const form = formOf(source, type, bytes);
  if (bytes.length > LARGEST_BYTES && form !== 'jsonl')
    return [
      refused(
        source,
        new RapporteurError(
          'BAD_ARTICLE',
          `It has ${bytes.length.toLocaleString('en')} bytes; a file with an article has at most ${LARGEST_BYTES.toLocaleString('en')}`,
        ),
      ),
    ];
  const { text, warnings } = decode(bytes, /charset=([\w-]+)/i.exec(type ?? '')?.[1]);
  const one = (make: () => ArticleText, of = source): Handed => {
    try {
      const article = make();
      return {
        source: of,
        article: url === undefined || article.url ? article : { ...article, url },
        warnings,
      };
    } catch (error) {
      if (!(error instanceof RapporteurError)) throw error;
      return refused(of, error);
    }
  };
  if (form === 'jsonl')
    return text
      .split('\n')
      .flatMap((line, i) => (line.trim() ? [one(() => jsonArticle(line), `${source}:${i + 1}`)] : []));
  if (form === 'feed') {
    try {
      return feedArticles(text).map((article, i) => one(() => article, `${source}#${i + 1}`));
    } catch (error) {
      if (!(error instanceof RapporteurError)) throw error;
      return [refused(source, error)];
    }
  }
  if (form === 'html') return [one(() => htmlArticle(text, url))];
  return [one(() => (form === 'markdown' ? markdownArticle(text) : plainArticle(text)))];
}

const refused = (source: string, error: RapporteurError): RefusedArticle => ({ source, error });

function formOf(
  source: string,
  type: string | undefined,
  bytes: Uint8Array,
): 'plain' | 'markdown' | 'html' | 'jsonl' | 'feed' {
  const name = source.replace(/[?#].*$/, '').toLowerCase();
  const begin = Buffer.from(bytes.subarray(0, 1000)).toString('utf8').trimStart();
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/.test(begin) ||
    /rss|atom\+xml/.test(type ?? '')
  )
    return 'feed';
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(begin) ||
    /text\/html|xhtml/.test(type ?? '') ||
    /\.x?html?$/.test(name)
  )
    return 'html';
  if (/\.(?:jsonl|ndjson)$/.test(name) || /ndjson|jsonl/.test(type ?? '')) return 'jsonl';
  if (/\.json$/.test(name) && begin.startsWith('{') && begin.includes('jsonfeed.org')) return 'feed';
  if (/\.md$|\.markdown$/.test(name) || /^---\r?\n/.test(begin)) return 'markdown';
  return begin.startsWith('{"') ? 'jsonl' : 'plain';
}

import { parseFeed } from 'feedsmith';
import { RapporteurError } from '../../errors.js';
import type { ArticleText } from '../../reading/article.js';
import { paragraphsIn } from './html.js';
import { described } from './markdown.js';

type Item = Readonly<Record<string, unknown>>;

/** The articles of an RSS, RDF, Atom or JSON feed: each item that has a text. @throws BAD_ARTICLE */
export function feedArticles(text: string): ArticleText[] {
  let parsed: { feed: unknown };
  try {
    parsed = parseFeed(text) as { feed: unknown };
  } catch (error) {
    throw new RapporteurError('BAD_ARTICLE', `It is no feed that can be read: ${(error as Error).message}`);
  }
  const feed = parsed.feed as Item;
  const publisher = textOf(feed['title']);
  const language = textOf(feed['language']);
  const items = (feed['items'] ?? feed['entries'] ?? []) as Item[];
  return items.map((item) => {
    const html = contentOf(item);
    const creators = (item['dc'] as Item | undefined)?.['creators'];
    const about = {
      ...item,
      title: textOf(item['title']),
      url: textOf(item['link']) ?? textOf(item['url']) ?? linkOf(item['links']),
      published:
        item['pubDate'] ??
        item['published'] ??
        item['updated'] ??
        item['date_published'] ??
        (item['dc'] as Item | undefined)?.['date'],
      author: creators ?? item['authors'],
      publisher,
      language: textOf(item['language']) ?? language?.split('-')[0]?.toLowerCase(),
      licence: textOf(item['rights']),
    };
    return described(about, paragraphsIn(html));
  });
}

function contentOf(item: Item): string {
  const content = item['content'];
  const encoded =
    textOf((content as Item | undefined)?.['encoded']) ?? textOf(content) ?? textOf(item['content_html']);
  return (
    encoded ?? textOf(item['content_text']) ?? textOf(item['description']) ?? textOf(item['summary']) ?? ''
  );
}

/** A text construct: a string, or an object that has one in it. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const { value: inner } = (value ?? {}) as { value?: unknown };
  return typeof inner === 'string' ? inner : undefined;
}

function linkOf(links: unknown): string | undefined {
  const all = (Array.isArray(links) ? links : []) as { href?: string; rel?: string }[];
  return (all.find((l) => l.rel === undefined || l.rel === 'alternate') ?? all[0])?.href;
}

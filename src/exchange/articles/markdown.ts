import { parse } from 'yaml';
import type { ArticleText } from '../../reading/article.js';
import { RapporteurError } from '../../errors.js';
import { plainArticle } from './plain.js';

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Markdown with front matter in YAML: what stands before the text says where it is from. */
export function markdownArticle(text: string): ArticleText {
  const front = FRONT.exec(text);
  if (!front) return plainArticle(text.replace(/^#+ +/, ''));
  let said: Record<string, unknown>;
  try {
    said = (parse(front[1]!) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new RapporteurError(
      'BAD_ARTICLE',
      `The front matter is no YAML: ${(error as Error).message.split('\n')[0]}`,
    );
  }
  const body = text
    .slice(front[0].length)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
  return described(said, body);
}

/** An article by the fields that front matter, feeds and JSON commonly have. */
export function described(said: Readonly<Record<string, unknown>>, text: string): ArticleText {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = said[name];
      const one = Array.isArray(value) ? (value[0] as unknown) : value;
      if (typeof one === 'string' && one.trim()) return one.trim();
      if (one instanceof Date) return one.toISOString();
      if (typeof one === 'object' && one !== null && typeof (one as { name?: unknown }).name === 'string')
        return (one as { name: string }).name;
    }
    return undefined;
  };
  const published = first('published', 'date', 'datePublished', 'published_time', 'pubDate');
  return {
    title: (first('title', 'headline', 'name') ?? plainArticle(text).title).replace(/\s+/g, ' '),
    text,
    url: first('url', 'source_url', 'link', 'canonical'),
    published: published && dayOf(published),
    dateline: first('dateline'),
    byline: first('byline', 'author', 'authors', 'creator'),
    language: first('language', 'lang', 'inLanguage'),
    licence: first('licence', 'license'),
    publisher: first('publisher', 'site', 'outlet'),
    agency: first('agency'),
    ...(typeof said['keepText'] === 'boolean' ? { keepText: said['keepText'] } : {}),
  };
}

/** The day of an instant as it was printed, in its own time zone; what is no instant stays as it is. */
export function dayOf(printed: string): string {
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ]|$)/.exec(printed);
  if (iso) return iso[1]!;
  const parsed = /\d{4}/.test(printed) && /[a-z]/i.test(printed) ? new Date(printed) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime())) return printed;
  const day = /(\d{1,2}) (\w{3})\w* (\d{4})/.exec(printed);
  return day
    ? new Date(`${day[1]} ${day[2]} ${day[3]} 12:00 UTC`).toISOString().slice(0, 10)
    : parsed.toISOString().slice(0, 10);
}

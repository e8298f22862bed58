import { fold } from '../model/fold.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Store } from '../store/port.js';
import type { ArticleText } from './article.js';
import { coded } from './linking/exact.js';
import { comparing, walk, type Taken } from './knowledge/rows.js';
import type { Proposed } from './propose.js';

/** What of an article was there before it. */
export interface Earlier {
  /** The newest article at the same address. */
  readonly versionOf?: string;
  /** The article that tells most of it in the same words. */
  readonly copyOf?: string;
}

const LIKE = 0.6;
const QUOTED = 0.8;
const FEW = 3;
const WORDS = 8;
const MOST = 40;

/** Looks for older versions of an article, and for the one that it repeats: wire text under another masthead. */
export async function earlier(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  article: ArticleText,
  { upserts, article: id }: Proposed,
): Promise<Earlier> {
  const versions =
    article.url === undefined
      ? []
      : ((await coded(store, 'Article', 'url', [article.url])).get(article.url) ?? []);
  const versionOf = versions.length ? await newest(store, catalogue, versions) : undefined;
  const texts = upserts
    .filter((u) => u.type === 'Report' && (u.set['text'] as string).split(' ').length >= 5)
    .map((u) => fold(u.set['text'] as string));
  const shared = new Map<string, number>();
  if (texts.length) {
    const wanted = {
      concept: 'Report',
      columns: ['text'],
      ones: ['article'],
      where: comparing('text_fold', 'in', texts.slice(0, MOST)),
    };
    for await (const row of walk(store, catalogue, wanted)) {
      const of = row['article'] as string;
      if (of !== id && of !== versionOf) shared.set(of, (shared.get(of) ?? 0) + 1);
    }
  }
  const title = {
    concept: 'Article',
    columns: ['title'],
    where: comparing('title_fold', '=', fold(article.title.trim())),
  };
  for await (const row of walk(store, catalogue, title))
    if (row.id !== id && row.id !== versionOf && !shared.has(row.id)) shared.set(row.id, 0);
  const copyOf = await copied(store, catalogue, article, texts.length, shared);
  return { ...(versionOf ? { versionOf } : {}), ...(copyOf ? { copyOf } : {}) };
}

async function articles(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Taken[]> {
  const found: Taken[] = [];
  for await (const row of walk(store, catalogue, {
    concept: 'Article',
    columns: ['body', 'published_from', 'recordedAt'],
    ones: ['copyOf', 'versionOf'],
    where: comparing('id', 'in', ids),
  }))
    found.push(row);
  return found;
}

async function newest(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<string | undefined> {
  const rows = await articles(store, catalogue, ids);
  const older = new Set(rows.map((r) => r['versionOf']));
  return (rows.find((r) => !older.has(r.id)) ?? rows[0])?.id;
}

/** The first told of those that are told in the same words: by runs of words where both texts are kept, else by what they quote. */
async function copied(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  article: ArticleText,
  quotes: number,
  shared: ReadonlyMap<string, number>,
): Promise<string | undefined> {
  const likely = [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([id]) => id);
  if (!likely.length) return undefined;
  const own = runsOf(article.text);
  const like = (await articles(store, catalogue, likely)).filter((row) => {
    const body = row['body'] as string | null;
    if (!body) return quotes >= FEW && shared.get(row.id)! / quotes >= QUOTED;
    return overlap(own, runsOf(body)) >= LIKE;
  });
  like.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return like[0] && ((like[0]['copyOf'] as string | undefined) ?? like[0].id);
}

const keyOf = (row: Taken) => `${(row['published_from'] as string) || '~'} ${row['recordedAt'] as string}`;

/** Every run of eight words (shingles: Broder 1997). */
function runsOf(text: string): Set<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  for (let i = 0; i + WORDS <= words.length; i++) found.add(words.slice(i, i + WORDS).join(' '));
  return found;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (!small.size) return 0;
  let both = 0;
  for (const run of small) if (large.has(run)) both++;
  return both / (small.size + large.size - both) >= LIKE
    ? 1
    : both / small.size >= 0.8 && small.size > 40
      ? both / small.size
      : 0;
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Inverse } from '../../store/apply/apply.js';
import { inPages, shelfInPages } from '../../store/in-pages.js';
import type { Ledger } from '../../store/port.js';

/** What is to be found nowhere any more. */
export interface Needles {
  readonly ids: ReadonlySet<string>;
  /** Names and titles, as notes may have them. */
  readonly texts: readonly string[];
  /** Of an article that stays, its text alone. */
  readonly textOf?: string | undefined;
}

const PAGE = 200;
const INSTEAD = '(forgotten)';

/** What scrubbing did to the log: the changes that can no longer be taken back. */
export async function scrub(
  ledger: Ledger,
  catalogue: Catalogue,
  needles: Needles,
  at: string,
): Promise<string[]> {
  const worn: string[] = [];
  for await (const rows of inPages(ledger, 'Change', PAGE)) {
    for (const [change, body] of await ledger.inverses(rows.map((row) => row.id))) {
      const without = scrubbed(JSON.parse(body) as Inverse, needles);
      if (!without) continue;
      await ledger.keepInverse(change, JSON.stringify({ ...without, forgotten: at }));
      worn.push(change);
    }
    const told = rows.filter(({ values }) => isTold(needles, String(values['note'] ?? '')));
    const before = new Map(told.map((row) => [row.id, row]));
    await ledger.put(
      told.map((row) => ({ ...row, values: { ...row.values, note: INSTEAD } })),
      (id) => before.get(id),
    );
  }
  await scrubMemories(ledger, needles);
  await scrubShelf(ledger, catalogue, needles);
  return worn;
}

/** An inverse without what is to be forgotten; nothing where it has none of it. */
function scrubbed(inverse: Inverse, needles: Needles): Inverse | undefined {
  const { ids, textOf } = needles;
  const upserts = (inverse.upserts ?? []).flatMap((upsert) => {
    if (ids.has(upsert.id) || holds(ids, upsert.set)) return [];
    if (upsert.id !== textOf || typeof upsert.set['body'] !== 'string') return [upsert];
    const { body: _, ...set } = upsert.set;
    return [{ ...upsert, set }];
  });
  const removals = (inverse.removals ?? []).filter((id) => !ids.has(id));
  const left = <T>(of: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(
      Object.entries(of).filter(([key, value]) => !isNamed(ids, key) && !ids.has(String(value))),
    );
  const made = { upserts, removals, after: left(inverse.after), memories: left(inverse.memories) };
  const was = { ...{ after: {}, memories: {} }, ...inverse } as Inverse;
  return JSON.stringify({ ...was, ...made }) === JSON.stringify(was) ? undefined : { ...was, ...made };
}

async function scrubMemories(ledger: Ledger, { ids }: Needles): Promise<void> {
  const drop: string[] = [];
  for (const [key, value] of await ledger.meta()) {
    if (isNamed(ids, key) || ids.has(value)) drop.push(key);
    else if (value.startsWith('["')) {
      const list = JSON.parse(value) as string[];
      const left = list.filter((id) => !ids.has(id));
      if (left.length < list.length) await ledger.setMeta(key, JSON.stringify(left));
    }
  }
  await ledger.dropMeta(drop);
}

/** What was rejected and leads to what is forgotten goes with it. */
async function scrubShelf(ledger: Ledger, catalogue: Catalogue, { ids }: Needles): Promise<void> {
  for (const { name } of catalogue.concrete)
    for await (const some of shelfInPages(ledger, name, PAGE))
      await ledger.unshelve(some.filter((s) => holds(ids, JSON.parse(s.record))).map((s) => s.id));
}

/** Whether any text in it is one of the ids. */
function holds(ids: ReadonlySet<string>, value: unknown): boolean {
  if (typeof value === 'string') return ids.has(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((of) => holds(ids, of));
}

/** `merged:person:a`, `apart:person:a person:b`: keys of memories that name ids. */
const isNamed = (ids: ReadonlySet<string>, key: string): boolean =>
  ids.has(key) ||
  key
    .slice(key.indexOf(':') + 1)
    .split(' ')
    .some((id) => ids.has(id));

const isTold = ({ ids, texts }: Needles, note: string): boolean =>
  note !== '' &&
  (texts.some((text) => note.includes(text)) || note.split(/[\s,;'"()]+/).some((w) => ids.has(w)));

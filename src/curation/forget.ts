import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { applyIn } from '../store/apply/apply.js';
import { attempt } from '../store/attempt.js';
import { backupsIn, type Made } from '../store/backup/made.js';
import type { Ledger, Store } from '../store/port.js';
import { memoriesOf } from '../store/stats.js';
import { markOf, textMarkOf } from '../store/tombstone.js';
import type { Curating } from './curator.js';
import { leaving } from './forgetting/leaving.js';
import { scrub } from './forgetting/scrub.js';
import { mergedKey } from './merge.js';
import { recordsOf, type Recorded } from './records.js';

/** What was forgotten, or would be. */
export interface Forgotten {
  /** The change that stands for it in the log. */
  readonly change: string;
  readonly at: string;
  /** The records that went, by id; none where it was a text alone. */
  readonly gone: readonly string[];
  /** Those that stay and lost what led to them. */
  readonly amended: readonly string[];
  /** Changes before it that can no longer be undone. */
  readonly worn: readonly string[];
  /** Backups made before, which still have it. */
  readonly backups: readonly Made[];
  /** What the engine itself keeps all the same, and how to be rid of that. */
  readonly remains?: string | undefined;
}

/** The names of a record, by which notes in the log may call it. */
const namesOf = ({ fields }: Recorded): string[] =>
  [
    fields['name'],
    fields['title'],
    ...((fields['aliases'] ?? []) as { text: string }[]).map((a) => a.text),
  ].filter((text): text is string => typeof text === 'string' && text.length > 2);

/**
 * Removes a record, or the text of an article alone, as though it had never been there: from the graph, the log, what takes changes
 * back, memories, the shelf, and the engine's files and indexes. A tombstone stays, and no one brings the record in again.
 * Other records' own words stay, whomever they speak of. This cannot be undone.
 * @throws NOT_FOUND, BAD_USER_INPUT where it is no article, or one without a text
 */
export async function forget(
  store: Store,
  catalogue: Catalogue,
  id: string,
  {
    by,
    note,
    at = new Date().toISOString(),
    dryRun = false,
    text = false,
  }: Curating & { readonly text?: boolean },
): Promise<Forgotten> {
  const done = await attempt(
    store,
    () => dryRun,
    async (ledger) => {
      const record = (await recordsOf(ledger, catalogue, [id])).get(id)!;
      const { type } = record;
      if (type === 'Change')
        throw new RapporteurError('BAD_USER_INPUT', `'${id}' is of the log itself, no record`);
      if (text && typeof record.fields['body'] !== 'string')
        throw new RapporteurError('BAD_USER_INPUT', `'${id}' has no text that could be forgotten`);
      const { gone, amended } = text
        ? { gone: new Set<string>(), amended: [{ type, id, set: { body: null } }] }
        : await leaving(ledger, catalogue, id);
      const texts = text ? [] : await namesOfAll(ledger, catalogue, [...gone]);
      const change = await applyIn(ledger, catalogue, {
        action: 'forget',
        by,
        at,
        ...(note ? { note } : {}),
        upserts: amended,
        removals: [...gone],
      });
      const ids = new Set([...gone, ...(await mergedInto(ledger, gone))]);
      const needles = { ids, texts, ...(text ? { textOf: id } : {}) };
      const worn = await scrub(ledger, catalogue, needles, at);
      const marks = text ? [textMarkOf(id)] : [...ids].map(markOf);
      await ledger.bury(marks.map((mark) => ({ mark, at, by, change: change.id })));
      return {
        change: change.id,
        at,
        gone: [...gone],
        amended: amended.map((upsert) => upsert.id),
        worn: worn.filter((one) => one !== change.id),
        backups: backupsIn(await ledger.meta()),
      };
    },
  );
  return dryRun ? done : { ...done, remains: await store.purge() };
}

/** Those that were merged into what goes: they are the same, by another id. */
async function mergedInto(ledger: Ledger, ids: ReadonlySet<string>): Promise<string[]> {
  const merged = await memoriesOf(ledger, mergedKey(''));
  return [...merged].flatMap(([key, into]) => (ids.has(into) ? [key.slice(mergedKey('').length)] : []));
}

async function namesOfAll(ledger: Ledger, catalogue: Catalogue, ids: readonly string[]): Promise<string[]> {
  const records = await recordsOf(ledger, catalogue, ids);
  return [...new Set([...records.values()].flatMap(namesOf))];
}

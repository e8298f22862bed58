import { createHash } from 'node:crypto';
import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { ChangeSet, RecordInput } from '../../model/change-set.js';
import type { Ledger, Store } from '../port.js';
import { memoryOf } from '../stats.js';
import { amended } from './amended.js';
import { checkInput, checkRecord, checkSpan, type Problem } from './check.js';
import { derive } from './derive.js';
import { decode, encode, type Written } from './encode.js';
import { forgotten } from './forgotten.js';
import { checkGraph } from './integrity.js';
import { shelve } from './shelve.js';
import { tieChanges } from './ties.js';
import { View } from './view.js';

export interface Applied {
  readonly id: string;
  readonly created: number;
  readonly amended: number;
  readonly removed: number;
  /** It was there already: nothing was written. */
  readonly known: boolean;
  /** What each upsert did, in their order. */
  readonly effects: readonly Effect[];
}

/** What takes a change back, and what its records were after it: where they are that no more, later changes stand on it. */
export interface Inverse {
  readonly upserts: {
    readonly type: string;
    readonly id: string;
    readonly set: Readonly<Record<string, unknown>>;
  }[];
  readonly removals: string[];
  /** A fingerprint of each record that it wrote, '' of one that it removed. */
  readonly after: Record<string, string>;
  readonly memories: Record<string, string>;
  /** When something of it was forgotten: it takes back no more than a part. RFC 3339. */
  readonly forgotten?: string;
}

export type Effect = 'created' | 'amended' | 'unchanged';

/**
 * Applies a change set in one transaction: checks every record, derives what follows, writes it with its inverse.
 * `keep` is what the store remembers of it, written in the same transaction.
 * @throws BAD_RECORD with every problem in `details.problems`; nothing is written then.
 */
export function apply(
  store: Store,
  catalogue: Catalogue,
  changes: ChangeSet,
  keep: Readonly<Record<string, string>> = {},
): Promise<Applied> {
  return store.write(async (ledger) => {
    const applied = await applyIn(ledger, catalogue, changes);
    for (const [key, value] of Object.entries(keep)) await ledger.setMeta(key, value);
    return applied;
  });
}

/** The same within a transaction of others. What it refuses it has not written: the transaction may go on. */
export async function applyIn(ledger: Ledger, catalogue: Catalogue, changes: ChangeSet): Promise<Applied> {
  const sequence = (await ledger.head()).sequence + 1;
  const id = changes.id ?? idOf(changes, sequence);
  const effects: Effect[] = changes.upserts.map(() => 'unchanged');
  if ((await ledger.rows([id])).length)
    return { id, created: 0, amended: 0, removed: 0, known: true, effects };
  const view = new View(ledger, catalogue);
  const problems: Problem[] = [];
  const inputs: (readonly [at: number, input: RecordInput])[] = [];
  for (const [at, input] of changes.upserts.entries()) {
    const problem = checkInput(catalogue, input);
    if (problem) problems.push({ record: String(input.id), source: input.source, problem, input: at });
    else inputs.push([at, input]);
  }
  const removals = changes.removals ?? [];
  await view.load([...inputs.map(([, i]) => i.id), ...removals]);
  const shelf = await ledger.shelved([...inputs.map(([, i]) => i.id), ...removals]);
  const isThere = (of: string) => Boolean(view.get(of)) || shelf.has(of);
  problems.push(...(await forgotten(ledger, inputs, isThere)));
  const inverse: Inverse = { upserts: [], removals: [], after: {}, memories: {} };
  // A record may be given more than once: what it was at first, and what it is by now.
  const first = new Map<string, Written | undefined>();
  const latest = new Map<string, Written>();
  const rejected = new Map<string, Written>();
  const there = (id: string): Written | undefined => {
    const known = view.get(id);
    if (known) return decode(catalogue, known);
    return shelf.has(id) ? (JSON.parse(shelf.get(id)!) as Written) : undefined;
  };
  const touched = new Set<string>();
  const sources = new Map<string, string | undefined>();

  for (const [at, input] of inputs) {
    const before = latest.get(input.id) ?? there(input.id);
    const record = amended(catalogue, before, input, changes);
    sources.set(record.id, input.source);
    const wrong = checkRecord(catalogue, record);
    if (record.type === 'Mention' && !wrong.length) {
      const { start, end, exact } = record.fields as { start: number; end: number; exact: string };
      wrong.push(...checkSpan(start, end, exact, () => 'exact'));
    }
    if (wrong.length) {
      problems.push(...wrong.map((w) => ({ record: record.id, source: input.source, input: at, ...w })));
      continue;
    }
    if (before && same(before, record)) continue;
    touched.add(record.id);
    effects[at] = before ? 'amended' : 'created';
    if (!first.has(record.id)) first.set(record.id, before);
    latest.set(record.id, record);
    if (record.fields['review'] === 'REJECTED') {
      rejected.set(record.id, record);
      view.remove(record.id);
    } else {
      rejected.delete(record.id);
      view.set(encode(catalogue, record));
    }
  }
  for (const [id, before] of first) {
    if (!before) inverse.removals.push(id);
    else inverse.upserts.push({ type: before.type, id, set: undo(before, latest.get(id)!) });
    inverse.after[id] = fingerprint(latest.get(id)!);
  }
  for (const gone of removals) {
    const row = view.get(gone);
    if (!row && shelf.has(gone)) {
      const { type, id: same, fields } = JSON.parse(shelf.get(gone)!) as Written;
      inverse.upserts.push({ type, id: same, set: fields });
      inverse.after[gone] = '';
      touched.add(gone);
      continue;
    }
    if (!row) {
      problems.push({ record: gone, problem: 'is to be removed and is not there' });
      continue;
    }
    const { type, id: same, fields } = decode(catalogue, row);
    inverse.upserts.push({ type, id: same, set: fields });
    inverse.after[gone] = '';
    touched.add(gone);
    view.remove(gone);
  }
  if (!problems.length)
    problems.push(...blamed(await checkGraph(catalogue, view, [...touched], sources), inputs));
  if (problems.length) throw refused(problems);

  const shelved = await shelve(catalogue, view, rejected.values());
  const changed = new Set(touched);
  await derive(catalogue, view, changed);
  const rows = [...changed].flatMap((c) => view.get(c) ?? []);
  const gone = [...changed].filter((c) => !view.get(c) && view.before(c));
  const created = [...touched].filter((c) => !view.before(c) && !shelf.has(c)).length;
  const removed = removals.length;
  const counts = { created, amended: touched.size - created - removed, removed };
  const remembered = Object.entries(changes.memories ?? {});
  if (!touched.size && !remembered.length) return { id, ...counts, known: true, effects };
  for (const [key, value] of remembered) {
    inverse.memories[key] = await memoryOf(ledger, key);
    await ledger.setMeta(key, value);
  }
  await ledger.remove(gone);
  await ledger.put(rows, (row) => view.before(row));
  await ledger.shelve(shelved);
  await ledger.tie(tieChanges(catalogue, view, changed));
  await ledger.unshelve([...shelf.keys()].filter((s) => !rejected.has(s) && touched.has(s)));
  const { action, by, at, note } = changes;
  const shown = [...touched].filter((t) => view.get(t));
  await ledger.put([
    encode(catalogue, {
      id,
      type: 'Change',
      fields: { action, by, at, note, sequence, ...counts, dryRun: changes.dryRun ?? false, touched: shown },
    }),
  ]);
  await ledger.keepInverse(id, JSON.stringify(inverse));
  return { id, ...counts, known: false, effects };
}

/** Of its own for each place in the log, whatever it says. */
const idOf = ({ action, by, at }: ChangeSet, sequence: number) =>
  `change:${createHash('sha256')
    .update(JSON.stringify([sequence, action, by, at]))
    .digest('hex')
    .slice(0, 24)}`;

/** Problems between records, each with the last upsert that gives the field, or the record where none does. */
function blamed(
  problems: readonly Problem[],
  inputs: readonly (readonly [at: number, input: RecordInput])[],
): Problem[] {
  if (!problems.length) return [];
  const places = new Map<string, number>();
  for (const [at, { id, set, fill, add }] of inputs) {
    places.set(id, at);
    for (const field of Object.keys({ ...set, ...fill, ...add })) places.set(`${id} ${field}`, at);
  }
  return problems.map((problem) => {
    const { record, field } = problem;
    return { ...problem, between: true, input: places.get(`${record} ${field}`) ?? places.get(record) };
  });
}

/** Tells whether a record is still what it was. */
export const fingerprint = ({ type, fields }: Written): string =>
  createHash('sha256').update(type).update(ordered(fields)).digest('base64url').slice(0, 12);

const ordered = (fields: object) =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
const same = (a: Written, b: Written) => a.type === b.type && ordered(a.fields) === ordered(b.fields);

/** What makes a record what it was: its former values, null for what it had not. */
function undo(before: Written, after: Written): Record<string, unknown> {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  return Object.fromEntries(
    [...names]
      .filter((n) => ordered({ v: before.fields[n] }) !== ordered({ v: after.fields[n] }))
      .map((n) => [n, before.fields[n] ?? null]),
  );
}

function refused(problems: readonly Problem[]): RapporteurError {
  const lines = problems
    .slice(0, 50)
    .map(
      ({ record, field, source, problem }) =>
        `  ${source ? `${source}: ` : ''}${record}${field ? `, ${field}` : ''}: ${problem}`,
    );
  const more = problems.length > lines.length ? `\n  … and ${problems.length - lines.length} more` : '';
  return new RapporteurError(
    'BAD_RECORD',
    `${problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong, and nothing was written:\n${lines.join('\n')}${more}`,
    { problems },
  );
}

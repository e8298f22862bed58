import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { applyIn, fingerprint, type Applied, type Inverse } from '../store/apply/apply.js';
import type { Problem } from '../store/apply/check.js';
import { decode, type Written } from '../store/apply/encode.js';
import { inPages } from '../store/in-pages.js';
import type { Ledger, Store } from '../store/port.js';
import type { Row } from '../store/row.js';
import type { Curating } from './curator.js';

/**
 * Takes a change back, whichever it was: all it wrote is as it was before. What is undone may be done again by undoing the
 * undo. @throws CONFLICT where later changes stand on it, and names them
 */
export function undo(
  store: Store,
  catalogue: Catalogue,
  id: string,
  { by, note, at = new Date().toISOString() }: Curating,
): Promise<Applied> {
  return store.write(async (ledger) => {
    const [change] = await ledger.rows([id]);
    const body = change?.concept === 'Change' ? (await ledger.inverses([id])).get(id) : undefined;
    if (!change || !body) throw new RapporteurError('NOT_FOUND', `There is no change '${id}'`);
    const undone = change.relations['undoneBy']?.[0];
    if (undone)
      throw new RapporteurError('CONFLICT', `'${id}' is undone already, by '${undone}'`, {
        changes: [undone],
      });
    const inverse = { after: {}, memories: {}, ...(JSON.parse(body) as Partial<Inverse>) } as Inverse;
    const { forgotten, ...whole } = inverse;
    if (forgotten)
      throw new RapporteurError(
        'CONFLICT',
        `'${id}' cannot be undone: something that it wrote was forgotten on ${forgotten.slice(0, 10)}`,
      );
    await checkLast(ledger, catalogue, change, inverse);
    const applied = await applyIn(ledger, catalogue, {
      action: 'undo',
      by,
      at,
      note: note ?? `Takes back ${id}`,
      ...whole,
    }).catch(async (error: unknown) => {
      throw error instanceof RapporteurError && error.code === 'BAD_RECORD'
        ? await restingOn(ledger, change, error)
        : error;
    });
    await markUndone(ledger, change, applied.id);
    return applied;
  });
}

/** Each record must be what the change left. */
async function checkLast(
  ledger: Ledger,
  catalogue: Catalogue,
  change: Row,
  { after, upserts, removals }: Inverse,
): Promise<void> {
  const ids = [...new Set([...Object.keys(after), ...upserts.map((u) => u.id), ...removals])];
  const now = new Map<string, Written>(
    (await ledger.rows(ids)).map((row) => [row.id, decode(catalogue, row)]),
  );
  for (const [at, text] of await ledger.shelved(ids)) now.set(at, JSON.parse(text) as Written);
  const moved = Object.entries(after).flatMap(([at, was]) => {
    const record = now.get(at);
    return (record ? fingerprint(record) : '') === was ? [] : [at];
  });
  if (moved.length) throw standing(change.id, moved[0]!, await laterOn(ledger, change, moved));
}

/** The changes after this one that wrote any of these records and are not undone. */
async function laterOn(ledger: Ledger, change: Row, ids: readonly string[]): Promise<string[]> {
  const wanted = new Set(ids);
  const found: Row[] = [];
  for await (const rows of inPages(ledger, 'Change', 1000))
    for (const row of rows) {
      if (
        (row.values['sequence'] as number) <= (change.values['sequence'] as number) ||
        row.relations['undoneBy']?.length
      )
        continue;
      const inverse = JSON.parse((await ledger.inverses([row.id])).get(row.id) ?? '{}') as Partial<Inverse>;
      const wrote = [
        ...Object.keys(inverse.after ?? {}),
        ...(inverse.upserts ?? []).map((u) => u.id),
        ...(inverse.removals ?? []),
      ];
      if (wrote.some((id) => wanted.has(id))) found.push(row);
    }
  return found
    .sort((a, b) => (a.values['sequence'] as number) - (b.values['sequence'] as number))
    .map((r) => r.id);
}

/** What was refused since records made later lead to what would go, or what would be led to again is gone by now. */
async function restingOn(ledger: Ledger, change: Row, error: RapporteurError): Promise<RapporteurError> {
  const problems = (error.details['problems'] ?? []) as Problem[];
  const ids = problems.flatMap(
    ({ problem, missing }) => missing ?? /^cannot go: (\S+) leads/.exec(problem)?.[1] ?? [],
  );
  if (!ids.length) return error;
  return standing(change.id, problems[0]!.missing ?? problems[0]!.record, await laterOn(ledger, change, ids));
}

function standing(change: string, record: string, later: readonly string[]): RapporteurError {
  const named = later.length ? later.map((id) => `'${id}'`).join(', ') : 'a change that is not in the log';
  return new RapporteurError(
    'CONFLICT',
    `'${change}' cannot be undone: '${record}' was changed since, by ${named}; undo ${later.length > 1 ? 'those, the last one first' : 'that first'}`,
    { changes: later },
  );
}

/** Notes it on the change; where that was an undo itself, what it had undone is done again. */
async function markUndone(ledger: Ledger, change: Row, by: string): Promise<void> {
  const again = (await ledger.referrers('Change', 'undoneBy', [change.id])).map(([id]) => id);
  const before = new Map((await ledger.rows([change.id, ...again])).map((row) => [row.id, row]));
  const rows = [...before.values()].map((row) => ({
    ...row,
    relations: { ...row.relations, undoneBy: row.id === change.id ? [by] : [] },
  }));
  await ledger.put(rows, (row) => before.get(row));
}

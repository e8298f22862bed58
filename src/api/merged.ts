import { mergedKey } from '../curation/merge.js';
import type { Plan } from '../plan/plan.js';
import type { Store } from '../store/port.js';
import { memoriesOf } from '../store/stats.js';

/** Said beside an answer: an id that was asked for is no more, and what answers in its place. */
export interface Warning {
  readonly code: 'MERGED';
  readonly message: string;
  readonly id: string;
  readonly into: string;
}

/** The ids that a plan looks up and that its raw answer has nothing for. */
function missing(plan: Plan, raw: unknown): string[] {
  if (plan.root !== 'lookup' || !(plan.lookup.by === 'id' || plan.lookup.by === 'ids')) return [];
  const asked = plan.params[plan.lookup.param];
  if (plan.lookup.by === 'id') return raw === null && typeof asked === 'string' ? [asked] : [];
  // An engine gives nothing for one that it has not, or a row without a concept.
  const isThere = (row: unknown) =>
    Array.isArray(row) ? row[0] !== null : row !== null && row !== undefined;
  return (asked as string[]).filter((_, i) => !isThere((raw as unknown[] | null)?.[i]));
}

/** The same plan with the ids that answer for those that were merged; none where none of the missing ones was. */
export async function forMerged<P extends Plan>(
  store: Pick<Store, 'read'>,
  plan: P,
  raw: unknown,
): Promise<{ plan: P; warnings: Warning[] } | undefined> {
  const warnings: Warning[] = [];
  const into = new Map<string, string>();
  const gone = [...new Set(missing(plan, raw))].filter(Boolean);
  if (!gone.length) return undefined;
  // One statement more, whatever is missing: a single one is looked up, of several all that were ever merged.
  const known = await memoriesOf(store, gone.length === 1 ? mergedKey(gone[0]!) : mergedKey(''));
  for (const id of gone) {
    const to = known.get(mergedKey(id));
    if (!to) continue;
    into.set(id, to);
    warnings.push({
      code: 'MERGED',
      message: `'${id}' was merged into '${to}', which answers here; ask by that id`,
      id,
      into: to,
    });
  }
  if (!warnings.length || plan.root !== 'lookup') return undefined;
  const renamed = (id: unknown) => into.get(id as string) ?? id;
  const { param } = plan.lookup;
  const params = plan.params.map((value, i) =>
    i !== param ? value : Array.isArray(value) ? value.map(renamed) : renamed(value),
  );
  return { plan: { ...plan, params }, warnings };
}

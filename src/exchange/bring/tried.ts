import type { Catalogue } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import type { Problem } from '../../store/apply/check.js';
import type { Item } from './item.js';
import { leads, type Lead } from './leads.js';

/** A record as it is tried: perhaps without the fields that lead to what is not known. */
export interface Tried {
  /** Its place in the change set. */
  readonly at: number;
  readonly item: Item;
  input: RecordInput;
  /** Why it goes in without fields. */
  readonly lacks: Set<string>;
  /** It is tried no more: it was refused, or waits. */
  out: boolean;
  waits: boolean;
}

export const tried = (item: Item, at: number): Tried => ({
  at,
  item,
  input: item.input,
  lacks: new Set(),
  out: false,
  waits: false,
});

/** Problems by the record that is to blame. */
export function byRecord(
  going: readonly Tried[],
  problems: readonly Problem[],
): Map<Tried, readonly Problem[]> {
  const found = new Map<Tried, Problem[]>();
  for (const problem of problems) {
    const one = going[problem.input!]!;
    const some = found.get(one);
    if (some) some.push(problem);
    else found.set(one, [problem]);
  }
  return found;
}

/** Who leads to an id, and by what. */
export function leading(
  catalogue: Catalogue,
  going: readonly Tried[],
): Map<string, (readonly [Tried, Lead])[]> {
  const found = new Map<string, (readonly [Tried, Lead])[]>();
  for (const one of going)
    for (const lead of one.out ? [] : leads(catalogue, one.input)) {
      const some = found.get(lead.to);
      if (some) some.push([one, lead]);
      else found.set(lead.to, [[one, lead]]);
    }
  return found;
}

/** What is wrong with a record in one line: `born: …; begins with …`. */
export function told(id: string, problems: readonly Problem[]): string {
  const lines = problems.map(({ record, field, problem }) => {
    const where = [record === id ? undefined : record, field].filter(Boolean).join(', ');
    return where ? `${where}: ${problem}` : problem;
  });
  return [...new Set(lines)].join('; ');
}

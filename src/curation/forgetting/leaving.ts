import type { Catalogue, Stored } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { decode, type Written } from '../../store/apply/encode.js';
import type { Ledger } from '../../store/port.js';
import { givenBy } from '../../store/apply/given-by.js';
import { leadingTo } from '../leading-to.js';

/** What goes with a record, and what stays and loses something. */
export interface Leaving {
  readonly gone: ReadonlySet<string>;
  readonly amended: readonly RecordInput[];
}

/** What has nothing to rest on where the last of these is gone: a statement without reports, a claim that nobody holds. */
const restingOn: readonly { readonly concept: string; readonly field: string }[] = [
  { concept: 'Report', field: 'statement' },
  { concept: 'Position', field: 'claim' },
];

/**
 * What has to go with a record: all that cannot be without it, and facts that rested on nothing else. What can be without it
 * loses what leads to it; entities stay whatever told of them.
 */
export async function leaving(ledger: Ledger, catalogue: Catalogue, id: string): Promise<Leaving> {
  const gone = new Set([id]);
  const amended = new Map<string, { readonly record: Written; readonly set: Record<string, unknown> }>();
  for (let wave = [id]; wave.length;) {
    const next = new Set<string>();
    for (const stored of catalogue.stored) {
      const inside = givenBy(catalogue.concept(stored.owner), stored.field);
      if (stored.owner === 'Change' || !(stored.written || inside)) continue;
      for (const row of await leadingTo(ledger, catalogue, stored, wave)) {
        if (gone.has(row.id)) continue;
        const known = amended.get(row.id) ?? { record: decode(catalogue, row), set: {} };
        if (loses(catalogue, known, stored, gone)) next.add(row.id);
        else amended.set(row.id, known);
      }
    }
    for (const one of await footless(ledger, catalogue, wave, new Set([...gone, ...next]))) next.add(one);
    wave = [...next].filter((one) => !gone.has(one));
    for (const one of wave) {
      gone.add(one);
      amended.delete(one);
    }
  }
  return {
    gone,
    amended: [...amended.values()].map(({ record, set }) => ({ type: record.type, id: record.id, set })),
  };
}

/** Takes from a record what leads to those that go. @returns whether it cannot be without */
function loses(
  catalogue: Catalogue,
  { record, set }: { readonly record: Written; readonly set: Record<string, unknown> },
  { field, nullable, many }: Stored,
  gone: ReadonlySet<string>,
): boolean {
  const inside = givenBy(catalogue.concept(record.type), field);
  const name = inside?.field ?? field;
  const there = name in set ? set[name] : record.fields[name];
  if (inside) {
    const items = (there ?? []) as Record<string, string>[];
    const left = items.filter((item) => !gone.has(item[inside.key] ?? ''));
    set[name] = left;
    const isFact = catalogue.concept(record.type).family !== 'entity' && record.type !== 'Article';
    return name === 'evidence' && isFact && items.length > 0 && !left.length;
  }
  if (!many && !nullable) return true;
  set[name] = Array.isArray(there) ? (there as string[]).filter((to) => !gone.has(to)) : null;
  return false;
}

/** What rested on those that go, and on nothing else. */
async function footless(
  ledger: Ledger,
  catalogue: Catalogue,
  wave: readonly string[],
  gone: ReadonlySet<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { concept, field } of restingOn) {
    const ids = [...gone].filter((id) => wave.includes(id) && catalogue.ofId(id)?.name === concept);
    const bases = [...new Set((await ledger.rows(ids)).flatMap((row) => row.relations[field] ?? []))];
    const held = new Set(
      (await ledger.referrers(concept, field, bases)).flatMap(([from, to]) => (gone.has(from) ? [] : [to])),
    );
    found.push(...bases.filter((base) => !held.has(base)));
  }
  return found;
}

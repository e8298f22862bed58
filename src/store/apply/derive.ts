import type { Catalogue } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import { derivations } from './derivations.js';
import type { View } from './view.js';

/** Recomputes what is derived from the changed records, near first, and adds what it changed to them. */
export async function derive(catalogue: Catalogue, view: View, changed: Set<string>): Promise<void> {
  for (const derivation of derivations) {
    for (let wave = new Set(changed); wave.size;) {
      const affected = new Set(await derivation.affected(view, wave));
      await view.load(affected);
      const rows = [...affected]
        .flatMap((id) => view.get(id) ?? [])
        .filter((row) => row.concept === derivation.concept);
      const next = new Set<string>();
      if (rows.length) {
        const compute = await derivation.prepare(view, rows, catalogue);
        for (const row of rows) {
          const made = compute(row);
          if (same(row, made)) continue;
          view.set(made);
          if (!changed.has(row.id)) next.add(row.id);
          changed.add(row.id);
        }
      }
      // Only places lie within places: there a change runs on, level by level.
      wave = derivation.recursive ? next : new Set();
    }
  }
}

function same(a: Row, b: Row): boolean {
  if (a.values !== b.values)
    for (const name in b.values) if ((a.values[name] ?? null) !== (b.values[name] ?? null)) return false;
  for (const field in b.relations) {
    const [before, after] = [a.relations[field], b.relations[field]!];
    if (before === after) continue;
    if (before?.length !== after.length || after.some((id, i) => id !== before[i])) return false;
  }
  return true;
}

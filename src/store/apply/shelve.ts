import type { Catalogue } from '../../model/catalogue.js';
import type { Shelved } from '../port.js';
import { derivations } from './derivations.js';
import { encode, type Written } from './encode.js';
import type { View } from './view.js';

/** Rejected records as the shelf keeps them: as they were written, and with what would follow for them in the graph. */
export async function shelve(
  catalogue: Catalogue,
  view: View,
  records: Iterable<Written>,
): Promise<Shelved[]> {
  const rejected = new Map([...records].map((record) => [record.id, record]));
  for (const record of rejected.values()) view.set(encode(catalogue, record));
  for (const derivation of derivations) {
    const rows = [...rejected.keys()]
      .map((id) => view.get(id)!)
      .filter((r) => r.concept === derivation.concept);
    if (!rows.length) continue;
    const compute = await derivation.prepare(view, rows, catalogue);
    for (const row of rows) view.set(compute(row));
  }
  const shelved = [...rejected].map(([id, record]) => {
    const row = view.get(id)!;
    const recordedAt = String(row.values['recordedAt']);
    return { id, concept: row.concept, recordedAt, record: JSON.stringify(record), row: JSON.stringify(row) };
  });
  for (const id of rejected.keys()) view.remove(id);
  return shelved;
}

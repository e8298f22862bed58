import type { Ledger, Shelved } from './port.js';
import type { Row } from './row.js';

/** All rows of a concept in the order of their ids, so many at a time. */
export async function* inPages(ledger: Ledger, concept: string, size: number): AsyncGenerator<Row[]> {
  for (let after = ''; ;) {
    const ids = await ledger.idsAfter(concept, after, size);
    if (!ids.length) return;
    const rows = new Map((await ledger.rows(ids)).map((row) => [row.id, row]));
    yield ids.map((id) => rows.get(id)!);
    after = ids.at(-1)!;
  }
}

/** All of a concept's on the shelf, likewise. */
export async function* shelfInPages(
  ledger: Ledger,
  concept: string,
  size: number,
): AsyncGenerator<Shelved[]> {
  for (let after = ''; ;) {
    const shelved = await ledger.shelvedAfter(concept, after, size);
    if (!shelved.length) return;
    yield shelved;
    after = shelved.at(-1)!.id;
  }
}

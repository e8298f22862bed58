import type { Ledger, Shelved } from './port.js';
import type { Row } from './row.js';

/** All ids of a concept in their order, so many at a time. */
export async function* idsInPages(ledger: Ledger, concept: string, size: number): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const ids = await ledger.idsAfter(concept, after, size);
    if (!ids.length) return;
    yield ids;
    after = ids.at(-1)!;
  }
}

/** A change leads to all that it touched, which may be thousands: so many at a time. */
const CHANGES = 100;

/** All its rows, likewise. */
export async function* inPages(ledger: Ledger, concept: string, size: number): AsyncGenerator<Row[]> {
  for await (const ids of idsInPages(
    ledger,
    concept,
    concept === 'Change' ? Math.min(size, CHANGES) : size,
  )) {
    const rows = new Map((await ledger.rows(ids)).map((row) => [row.id, row]));
    yield ids.map((id) => rows.get(id)!);
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

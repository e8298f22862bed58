import type { Ledger } from './port.js';
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

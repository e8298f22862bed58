import { inPages } from '../in-pages.js';
import type { Ledger } from '../port.js';
import type { Fault } from './fault.js';

/** The log from its first entry to its last: no gap, none twice, and each with what takes it back. */
export async function* verifyLog(ledger: Ledger, page: number): AsyncGenerator<Fault> {
  const { sequence: last } = await ledger.head();
  const places = new Map<number, string>();
  for await (const rows of inPages(ledger, 'Change', page)) {
    const inverses = await ledger.inverses(rows.map((row) => row.id));
    for (const { id, values } of rows) {
      const place = values['sequence'] as number;
      const other = places.get(place);
      if (other)
        yield {
          record: id,
          field: 'sequence',
          problem: `stands at ${place} of the log, where ${other} stands too`,
        };
      places.set(place, id);
      if (!inverses.has(id))
        yield { record: id, problem: 'has nothing that takes it back: it cannot be undone' };
    }
  }
  for (let place = 1; place <= last; place++)
    if (!places.has(place)) yield { record: `log:${place}`, problem: `the log has no change at ${place}` };
}

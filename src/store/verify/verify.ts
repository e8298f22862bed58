import type { Catalogue } from '../../model/catalogue.js';
import { inPages } from '../in-pages.js';
import type { Ledger } from '../port.js';
import type { Fault } from './fault.js';
import { verifyLog } from './log.js';
import { verifyRecords } from './records.js';
import { verifySpans } from './spans.js';
import { TieSums } from './ties.js';

const PAGE = 500;

/**
 * Looks through a whole store, within `store.write`, so that nobody writes meanwhile: each record fits the catalogue and leads to what
 * is there; what is derived, compared, sorted, tied and found by is what follows from what was written; spans have the words they say; the
 * log has no gap, and each change what takes it back. `seen` is told how many records were looked at.
 */
export async function* verify(
  ledger: Ledger,
  catalogue: Catalogue,
  seen: (records: number) => void,
): AsyncGenerator<Fault> {
  // Asked for first: it has the others wait who would write.
  await ledger.head();
  let records = 0;
  const sums = new TieSums(catalogue);
  for (const { name } of catalogue.concrete.filter((concept) => concept.name !== 'Change'))
    for await (const rows of inPages(ledger, name, PAGE)) {
      yield* await verifyRecords(ledger, catalogue, rows);
      if (name === 'Mention' || name === 'Report') yield* await verifySpans(ledger, rows);
      sums.seen(rows);
      seen((records += rows.length));
    }
  yield* sums.verify(ledger, PAGE);
  yield* verifyLog(ledger, PAGE);
}

import type { Catalogue, Stored } from '../model/catalogue.js';
import type { Ledger } from '../store/port.js';
import type { Row } from '../store/row.js';

/** The rows that lead to any of these ids by a relation. */
export async function leadingTo(
  ledger: Ledger,
  catalogue: Catalogue,
  { owner, field, to }: Stored,
  ids: readonly string[],
): Promise<Row[]> {
  const fits = new Set(catalogue.concept(to).concretes);
  const led = ids.filter((id) => fits.has(catalogue.ofId(id)?.name ?? ''));
  if (!led.length) return [];
  return ledger.rows([...new Set((await ledger.referrers(owner, field, led)).map(([from]) => from))]);
}

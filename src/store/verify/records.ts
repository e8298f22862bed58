import type { Catalogue } from '../../model/catalogue.js';
import { searchedBy } from '../../model/search-families.js';
import { checkRecord } from '../apply/check.js';
import { derive } from '../apply/derive.js';
import { decode, encode } from '../apply/encode.js';
import { checkGraph } from '../apply/integrity.js';
import { View } from '../apply/view.js';
import type { Ledger } from '../port.js';
import type { Row } from '../row.js';
import { searched } from '../searched.js';
import type { Fault } from './fault.js';

/** What is wrong with records by themselves and between them, and where they are not as `apply` would write them again. */
export async function verifyRecords(
  ledger: Ledger,
  catalogue: Catalogue,
  rows: readonly Row[],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const view = new View(ledger, catalogue);
  const ids = rows.map((row) => row.id);
  view.hold(rows);
  for (const row of rows) {
    const record = decode(catalogue, row);
    faults.push(...checkRecord(catalogue, record).map((wrong) => ({ record: row.id, ...wrong })));
    view.set(encode(catalogue, record));
  }
  const between = await checkGraph(catalogue, view, ids, new Map());
  faults.push(...between.map(({ record, field, problem }) => ({ record, field, problem })));
  // What leads nowhere has nothing that follows from it.
  if (faults.length) return faults;
  await derive(catalogue, view, new Set(ids));
  const found = await ledger.searchedAs(ids);
  for (const id of ids) {
    const [is, should] = [view.before(id)!, view.get(id)!];
    const concept = catalogue.concept(should.concept);
    const kept = found.get(id);
    const wanted = searchedBy(concept).length ? searched(concept, should) : undefined;
    if (kept?.text !== wanted?.text || kept?.key !== wanted?.key)
      faults.push({ record: id, field: 'search', problem: 'is not found by the words it has' });
    for (const field of differing(is, should))
      faults.push({ record: id, field, problem: 'is not what follows from the records that it rests on' });
  }
  return faults;
}

function differing(is: Row, should: Row): string[] {
  const value = (row: Row, name: string) => row.values[name] ?? null;
  const links = (row: Row, field: string) => [...(row.relations[field] ?? [])].sort().join(' ');
  const names = (row: Row) =>
    row.names
      .map(({ text, fold, words, own }) => JSON.stringify([text, fold, words, own]))
      .sort()
      .join();
  return [
    ...Object.keys({ ...is.values, ...should.values }).filter(
      (name) => value(is, name) !== value(should, name),
    ),
    ...Object.keys({ ...is.relations, ...should.relations }).filter(
      (field) => links(is, field) !== links(should, field),
    ),
    ...(names(is) === names(should) ? [] : ['names']),
  ];
}

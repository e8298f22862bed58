import { bring } from '../../../src/exchange/bring/bring.js';
import type { Outcome, Refusal } from '../../../src/exchange/bring/outcome.js';
import { tableRecords } from '../../../src/exchange/table/import.js';
import { readMapping } from '../../../src/exchange/table/mapping/read.js';
import type { RecordInput } from '../../../src/model/change-set.js';
import { catalogue } from '../../../src/model/the-catalogue.js';
import type { Store } from '../../../src/store/port.js';
import { sowSeeds } from '../../store/engines.js';

/** With the seeds that are written by hand, whose names the tests link to. */
export async function seeded(store: Store): Promise<Store> {
  await sowSeeds(store, ['countries', 'stockholm']);
  return store;
}

async function* bytesOf(table: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(table));
}

/** What a table makes by a mapping: its records, and what was refused. */
export async function made(
  store: Store,
  mapping: string,
  table: string,
): Promise<{ records: RecordInput[]; refusals: Refusal[] }> {
  const records: RecordInput[] = [];
  const refusals: Refusal[] = [];
  const read = readMapping(catalogue, 'm.yaml', mapping);
  for await (const one of tableRecords(store, catalogue, read, bytesOf(table), { name: 't.csv' }))
    if ('problem' in one) refusals.push(one);
    else records.push(one);
  return { records, refusals };
}

/** Brings a table of which nothing is refused into a store. */
export function brought(store: Store, mapping: string, table: string): Promise<Outcome> {
  const read = readMapping(catalogue, 'm.yaml', mapping);
  const records = tableRecords(store, catalogue, read, bytesOf(table), { name: 't.csv' });
  return bring(store, catalogue, records, { action: 'import table', by: 'tester' });
}

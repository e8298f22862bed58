import type { ChangeSet } from '../../src/model/change-set.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { apply } from '../../src/store/apply/apply.js';
import type { Store } from '../../src/store/port.js';

const sources = [
  { name: 'A source', url: 'https://example.org/', licence: 'CC0', credit: 'Somebody', date: '2020-01-01' },
  { name: 'Another source' },
];

/** Writes a random graph, with the sources it would credit, and its first change marked as undoing would mark it. */
export async function plant(store: Store, [made, amended]: readonly [ChangeSet, ChangeSet]): Promise<void> {
  await apply(store, catalogue, made, { 'sources:random': JSON.stringify(sources) });
  await apply(store, catalogue, amended);
  await store.write(async (ledger) => {
    const [row] = await ledger.rows([made.id!]);
    await ledger.put([{ ...row!, relations: { ...row!.relations, undoneBy: [amended.id!] } }], () => row);
  });
}

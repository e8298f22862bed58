import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { asCurator, done } from '../curation/curating.js';
import { record, write } from '../store/engines.js';

// The records were as the change had left them, so it was carried out, and failed as a bad record: what they had led to was gone.
test('an undo that would lead back to one that is gone names the change that took it', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(store, [
    record('Person', 'person:a', { name: 'A' }),
    record('Person', 'person:b', { name: 'B' }),
    record('Statement', 'statement:s', { text: 't', language: 'en', act: 'SAYS', speaker: 'person:a' }),
  ]);
  const change = async (mutation: string) =>
    ((await done(store, `mutation { c: ${mutation} { id } }`))['c'] as unknown as { id: string }).id;
  const split = await change('split(id: "person:a", facts: ["statement:s"], to: "person:b")');
  const merge = await change('merge(ids: ["person:a"], into: "person:b")');
  const { errors } = await asCurator(store, `mutation { undo(change: "${split}") { id } }`);
  expect(errors).toMatchObject([{ code: 'CONFLICT', details: { changes: [merge] } }]);
  await store.close();
});

import { expect, test } from 'vitest';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { ask, record, write } from '../store/engines.js';

// SQLite forgets an interrupt that comes before the statement has begun, and so it had no limit any more.
test('a statement whose time was up before it began is ended all the same', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 1 });
  await write(
    store,
    Array.from({ length: 4000 }, (_, i) => record('Person', `person:p${i}`, { name: `Person ${i}` })),
  );
  const conditions = Array.from(
    { length: 30 },
    (_, i) => `{anyName: {contains: "z${i}"}, statements: {none: {text: {contains: "q"}}}}`,
  );
  const query = `{ people(where: {OR: [${conditions.join()}]}) { totalCount } }`;
  const told = new Map<string, number>();
  for (let i = 0; i < 100; i++) {
    const { errors } = await ask(store, query);
    const message = errors?.[0]?.message ?? 'ran on';
    told.set(message, (told.get(message) ?? 0) + 1);
  }
  expect([...told]).toEqual([[expect.stringMatching(/took longer than 1 ms and was ended/), 100]]);
  await store.close();
});

import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { ask, record, write } from './engines.js';

// Statements are kept prepared: one that was ended in the midst of its rows must begin anew, with other values.
test('a statement that was ended because its time was up answers the next time', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 250 });
  await write(
    store,
    Array.from({ length: 600 }, (_, i) => record('Person', `person:p${i}`, { name: `Person ${i}` })),
  );
  const question = 'query($names: [String!]!) { people(where: {name: {in: $names}}) { totalCount } }';
  const many = Array.from({ length: 1_000_000 }, (_, i) => `Nobody ${i}`);
  for (let i = 0; i < 3; i++) {
    const { errors } = await ask(store, question, { names: many });
    expect(errors?.[0]?.message).toMatch(/took longer than 250 ms and was ended/);
    const { data } = await ask(store, question, { names: ['Person 7', 'Person 8'] });
    expect(data).toEqual({ people: { totalCount: 2 } });
  }
  await store.close();
});

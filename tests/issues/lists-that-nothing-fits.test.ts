import { expect, test } from 'vitest';
import { ask, onBothEngines, record, write } from '../store/engines.js';

// Neo4j folds such a condition away, and with it what a hint of an index stands on.
onBothEngines('a list of a record with a condition that never holds', (engine) => {
  test.each([
    '{OR: []}',
    '{NOT: {}}',
    '{AND: [{OR: []}, {review: {eq: ACCEPTED}}]}',
    '{of: {kind: {in: []}}}',
  ])('%s is empty', async (where) => {
    const store = await engine.open();
    await write(store, [
      record('Country', 'country:a', { name: 'A' }),
      record('Person', 'person:a', { name: 'A' }),
      record('Role', 'role:a', { title: 'Envoy', person: 'person:a', of: 'country:a', ending: 'UNKNOWN' }),
    ]);
    const { data, errors } = await ask(
      store,
      `{ country(id: "country:a") { roles(where: ${where}) { nodes { id } } all: roles { nodes { id } } } }`,
    );
    await store.close();
    expect(errors).toBeUndefined();
    expect(data).toEqual({ country: { roles: { nodes: [] }, all: { nodes: [{ id: 'role:a' }] } } });
  });
});

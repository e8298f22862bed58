import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

// Meeting.parties and Document.parties lie in tables of their own; one was once written into the other.
onBothEngines('fields of one name in two concepts keep apart', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await write(store, [
      record('Country', 'country:a', { name: 'A' }),
      record('Country', 'country:b', { name: 'B' }),
      record('Meeting', 'meeting:m', { name: 'M', kind: 'TALKS', status: 'HELD' }),
      record('Document', 'document:d', { name: 'D', parties: ['country:b', 'country:a'] }),
      record('Participation', 'participation:a', {
        capacity: 'PARTY',
        meeting: 'meeting:m',
        participant: 'country:a',
      }),
    ]);
    await write(store, [record('Meeting', 'meeting:m', { round: 2 })]);
  });
  afterAll(() => store.close());

  test('each has its own parties, once', async () => {
    const { data } = await ask(
      store,
      '{ meeting(id: "meeting:m") { parties { totalCount nodes { id } } } document(id: "document:d") { parties { totalCount nodes { id } } } }',
    );
    expect(data).toEqual({
      meeting: { parties: { totalCount: 1, nodes: [{ id: 'country:a' }] } },
      document: { parties: { totalCount: 2, nodes: [{ id: 'country:a' }, { id: 'country:b' }] } },
    });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordInput } from '../../src/model/change-set.js';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

/** A person according to record 7 of a source. */
const said = (spelling: string, set: Record<string, unknown> = {}): RecordInput => ({
  ...record('Person', 'person:menzies', set),
  fill: { name: 'Menzies' },
  add: {
    aliases: [{ text: spelling, kind: 'SPELLING' }],
    evidence: [{ source: { name: 'Visits', record: '7' }, field: 'name', value: spelling }],
  },
});

onBothEngines('What a source says again', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  afterAll(() => store.close());

  const read = async () => {
    const { data } = await ask(
      store,
      '{ person(id: "person:menzies") { name born aliases { text } evidence { value } } }',
    );
    return data!['person'];
  };

  test('is filled in where nothing is there, and stays where a curator has changed it since', async () => {
    expect(await write(store, [said('R. G. Menzies', { born: '1894' })])).toMatchObject({ created: 1 });
    await write(store, [record('Person', 'person:menzies', { name: 'Robert Menzies', born: '1894-12-20' })]);
    expect(await write(store, [said('R. G. Menzies', { born: '1894' })], { note: 'again' })).toMatchObject({
      created: 0,
      amended: 0,
    });
    expect(await read()).toEqual({
      name: 'Robert Menzies',
      born: '1894-12-20',
      aliases: [{ text: 'R. G. Menzies' }],
      evidence: [{ value: 'R. G. Menzies' }],
    });
  });

  test('in other words is taken in: the evidence is that of today, other names stay, a name that is there stays', async () => {
    expect(await write(store, [said('Robert Gordon Menzies', { born: '1894' })])).toMatchObject({
      amended: 1,
    });
    expect(await read()).toEqual({
      name: 'Robert Menzies',
      born: '1894',
      aliases: [{ text: 'R. G. Menzies' }, { text: 'Robert Gordon Menzies' }],
      evidence: [{ value: 'Robert Gordon Menzies' }],
    });
  });
});

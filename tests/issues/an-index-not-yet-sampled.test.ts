import 'reflect-metadata';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Step, Store } from '../../src/store/port.js';
import { neo4j as server } from '../server/engines.js';
import { onBothEngines, record, write } from '../store/engines.js';
import { planned } from '../store/planned.js';

/** Takes the indexes in question from an empty database; they are made anew as it is opened. */
async function unsampled(uri: string): Promise<void> {
  const driver = neo4j.driver(uri);
  for (const index of ['tie_by_rank', 'spoken_by_by_key']) await driver.executeQuery(`DROP INDEX ${index}`);
  await driver.executeQuery('CALL db.clearQueryCaches()');
  await driver.close();
}

const all = (step: Step): Step[] => [step, ...step.children.flatMap(all)];

/**
 * Neo4j takes an index that it has not sampled yet for an empty one, and what is empty it scans: for a while after much was
 * written each tie that was added to, and each hub that was read, walked all of the index.
 */
onBothEngines('Just after much was written, and before the engine looked at it', ({ name, open }) => {
  let store: Store;
  const statements = 300;
  beforeAll(async () => {
    store = await open();
    if (name === 'Neo4j') {
      await store.close();
      await unsampled((server as { uri: string }).uri);
      store = await open();
    }
    await write(store, [
      ...['hub', 'other'].map((id) => record('Person', `person:${id}`, { name: id })),
      record('Topic', 'topic:peace', { name: 'Peace' }),
      ...Array.from({ length: statements }, (_, i) => [
        record('Country', `country:c${i}`, { name: `Country ${i}` }),
        record('Statement', `statement:s${i}`, {
          text: `Statement ${i}`,
          language: 'en',
          act: 'SAYS',
          speaker: `person:${i % 30 ? 'other' : 'hub'}`,
          said: String(1000 + i),
          about: ['topic:peace', `country:c${i}`],
        }),
      ]).flat(),
    ]);
  });
  afterAll(() => store.close());

  test.each([
    ['neighbours', '{ neighbours(of: "person:hub", first: 3) { relation } }'],
    [
      'a page',
      '{ person(id: "person:hub") { statements(first: 3, orderBy: [{said: DESC}]) { nodes { text } } } }',
    ],
  ])('%s of one entity are sought, and the index is not walked', async (_, source) => {
    const steps = all((await store.explain(planned(source))).steps);
    expect(steps.filter(({ operator }) => /IndexScan/.test(operator))).toEqual([]);
  });
});

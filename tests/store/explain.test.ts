import 'reflect-metadata';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Step, Store } from '../../src/store/port.js';
import { neo4j as server } from '../server/engines.js';
import { onBothEngines, record, write } from './engines.js';
import { planned } from './planned.js';

const all = (step: Step): Step[] => [step, ...step.children.flatMap(all)];

/** Neo4j plans by statistics that it gathers some time after writing; a server that has run for a while has them. */
async function settled(): Promise<void> {
  const driver = neo4j.driver((server as { uri: string }).uri);
  await driver.executeQuery('CALL db.prepareForReplanning(60)');
  await driver.close();
}

const hub = 300;

const fill = (store: Store) =>
  write(store, [
    record('Person', 'person:hub', { name: 'Hub' }),
    ...Array.from({ length: hub }, (_, i) =>
      record('Statement', `statement:s${i}`, {
        text: `Statement ${i}`,
        language: 'en',
        act: 'SAYS',
        speaker: 'person:hub',
        said: String(1700 + i),
      }),
    ),
  ]);

onBothEngines('what an engine says of a plan', ({ name, open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await fill(store);
    if (name === 'Neo4j') await settled();
  });
  afterAll(() => store.close());

  const explained = async (source: string) => {
    const plan = planned(source);
    const { steps, ...rest } = await store.explain(plan);
    return { ...rest, plan, steps: all(steps) };
  };

  test('comes with the answer that reading gives, and the time it took', async () => {
    const { answer, ms, plan } = await explained('{ person(id: "person:hub") { name } }');
    expect(answer).toEqual(['Person', 'Hub']);
    expect(answer).toEqual(await store.read(plan));
    expect(ms).toBeGreaterThan(0);
  });

  test('of a look-up by id: it uses the index of ids', async () => {
    const { steps } = await explained('{ person(id: "person:hub") { name } }');
    const found = steps.map(({ operator, details }) => `${operator} ${details}`);
    expect(found).toContainEqual(
      expect.stringMatching(
        name === 'Neo4j'
          ? /^NodeUniqueIndexSeek UNIQUE .*\(id\) WHERE id = /
          : /^SEARCH .* USING PRIMARY KEY \(id=\?\)/,
      ),
    );
  });

  test('of the latest page of a hub: it reads the page, not the hub', async () => {
    const { steps, answer } = await explained(
      '{ person(id: "person:hub") { statements(first: 3, orderBy: [{said: DESC}]) { nodes { text } } } }',
    );
    expect((answer as [string, unknown[]])[1]).toHaveLength(4);
    if (name === 'Neo4j') {
      expect(Math.max(...steps.map(({ rows }) => rows!))).toBeLessThan(hub / 10);
      expect(steps.reduce((sum, { hits }) => sum + hits!, 0)).toBeLessThan(hub);
    } else {
      // A co-routine's rows are scanned as they come, n1 and so on; a table must be searched, and never sorted.
      const made = steps.filter((s) => s.operator === 'CO-ROUTINE').map((s) => s.details);
      const scanned = steps.filter((s) => s.operator === 'SCAN').map((s) => s.details);
      expect(made).toEqual(expect.arrayContaining(scanned));
      expect(steps.map((s) => s.operator)).not.toContain('USE TEMP B-TREE FOR ORDER BY');
      expect(steps.map((s) => s.details)).toContain('n3 USING INDEX statement_speaker_said (speaker=?)');
    }
  });

  test('of a page of everything: what an engine counts, and nothing where it does not count', async () => {
    const { steps } = await explained('{ statements(first: 5) { totalCount nodes { text } } }');
    for (const { rows, hits, estimated, operator } of steps) {
      expect(operator).toMatch(/^[A-Z][A-Za-z()-]+( [A-Z-]+)*$/);
      const counts = [rows, hits, estimated].map((count) => typeof count);
      expect(counts).toEqual(Array(3).fill(name === 'Neo4j' ? 'number' : 'undefined'));
    }
  });

  test('is an error where reading is one: past its time', async () => {
    const slow = await open({ timeLimit: 1 });
    await fill(slow);
    const again = (inner: string) => `speaker: {statements: {some: {${inner}}}}`;
    const plan = planned(
      `{ statements(where: {${again(again(again('text: {contains: "nothing"}')))}}) { totalCount } }`,
    );
    await expect(slow.explain(plan)).rejects.toMatchObject({
      code: 'QUERY_TIMEOUT',
      message: expect.stringContaining('took longer than 1 ms and was ended'),
    });
    await slow.close();
  });

  test('is an error where reading is one: in a store that was closed', async () => {
    const plan = planned('{ person(id: "person:hub") { name } }');
    const gone = await open();
    await gone.close();
    await expect(gone.explain(plan)).rejects.toThrow();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { knownOperations, makeAllReady } from '../../src/cli/known-operations.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { schema } from '../store/answers.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-known-'));
  return () => rmSync(folder, { recursive: true, force: true });
});
const put = (file: string, text: string) => writeFileSync(join(folder, file), text);

onBothEngines('the operations that a server knows', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await write(store, [record('Person', 'person:kim', { name: 'Kim' })]);
  });
  afterAll(() => store?.close());

  const said = async (ended = () => false): Promise<string[]> => {
    const lines: string[] = [];
    await makeAllReady(
      catalogue,
      schema,
      store,
      await knownOperations(folder),
      (line) => lines.push(line),
      ended,
    );
    return lines;
  };
  const HUB =
    'query($id: ID!) { person(id: $id) { name statements(orderBy: [{said: DESC}]) { nodes { text } } } }';

  test('are made ready with their variables, each of them, and then answered as ever', async () => {
    put('hub.graphql', HUB);
    put('hub.variables.json', '{"id": "person:kim"}');
    put(
      'several.graphql',
      'query A { people { totalCount } } query B { a: about { name } search(text: "kim") { totalCount } c: candidates(name: "Kim") { score } __typename }',
    );
    put('notes.txt', 'no operation');
    expect(await said()).toEqual(['2 known operations are ready']);
    const { data } = await ask(store, HUB, { id: 'person:kim' });
    expect(data).toEqual({ person: { name: 'Kim', statements: { nodes: [] } } });
  });

  test('are named where they are none, and the others are made ready', async () => {
    put('a.graphql', '{ people {');
    put('b.graphql', '{ nobody { id } }');
    put('c.graphql', HUB);
    put('d.graphql', '{ people(first: 1000) { nodes { id } } }');
    put('e.graphql', '{ people { nodes { id } } }');
    expect(await said()).toEqual([
      expect.stringMatching(/^KNOWN_OPERATIONS: a.graphql is not ready: Syntax Error/),
      expect.stringMatching(/^KNOWN_OPERATIONS: b.graphql is not ready: Cannot query field "nobody"/),
      expect.stringMatching(/^KNOWN_OPERATIONS: c.graphql is not ready: Variable "\$id"/),
      expect.stringMatching(/^KNOWN_OPERATIONS: d.graphql is not ready: first: 1000/),
      '1 known operation is ready',
    ]);
  });

  test('are waited for no longer than the server runs', async () => {
    put('a.graphql', '{ people { totalCount } }');
    expect(await said(() => true)).toEqual([]);
  });
});

test('a folder that is none is refused by the name of the setting', async () => {
  await expect(knownOperations(join(folder, 'nowhere'))).rejects.toThrow(
    /^KNOWN_OPERATIONS=.*nowhere cannot be: it takes a folder/,
  );
  put('a.graphql', '{ people { totalCount } }');
  put('a.variables.json', '{');
  await expect(knownOperations(folder)).rejects.toMatchObject({ code: 'BAD_SETTING' });
});

import 'reflect-metadata';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sow, stale } from '../../src/exchange/seeds/sow.js';
import { readSeeds } from '../../src/exchange/seeds/read.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { ask } from '../store/engines.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((f) => rm(f, { recursive: true }))));

async function seeds(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'seeds-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

test('what is required comes first, also where only the other is wanted', async () => {
  const root = await seeds({ 'a/seed.yaml': 'requires: [b]', 'b/seed.yaml': 'note: base' });
  expect((await readSeeds(root, ['a'])).map((s) => s.name)).toEqual(['b', 'a']);
  expect(await readSeeds(root, 'none')).toEqual([]);
});

test.each([
  ['a name that is none', { 'a/seed.yaml': '' }, ['x'], "There are no seeds 'x'; there are a"],
  [
    'a requirement that is none',
    { 'a/seed.yaml': 'requires: [x]' },
    'all',
    "There are no seeds 'x', which a requires; there are a",
  ],
  [
    'a circle of requirements',
    { 'a/seed.yaml': 'requires: [b]', 'b/seed.yaml': 'requires: [a]' },
    'all',
    'The seeds a > b > a require each other',
  ],
  ['a file that is no YAML', { 'a/seed.yaml': '', 'a/x.yaml': '- {a: ' }, 'all', /^a\/x\.yaml: .*line 1/s],
  [
    'a file that is no list',
    { 'a/seed.yaml': '', 'a/x.yaml': 'type: Person' },
    'all',
    'a/x.yaml: a file of seeds is a list of records',
  ],
  [
    'a record that is none',
    { 'a/seed.yaml': '', 'a/x.yaml': '- {type: Person, id: person:a, name: A}\n- 7' },
    'all',
    'a/x.yaml:2: 7 is no record',
  ],
] as const)('%s is refused by name', async (_title, files, wanted, message) => {
  const root = await seeds(files as Record<string, string>);
  await expect(readSeeds(root, wanted as 'all')).rejects.toThrow(message);
});

test('every error names file, line, record and field, and nothing is written', async () => {
  const root = await seeds({
    'a/seed.yaml': '',
    'a/people.yaml':
      "- {type: Person, id: person:a, name: A}\n- {type: Person, id: person:b, born: '2019-99'}\n- {type: Planet, id: planet:c}\n",
    'a/places.yaml': '- {type: Place, id: place:a, name: A, kind: TOWN, country: country:x}\n',
  });
  const store = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  const [seed] = await readSeeds(root, 'all');
  const error = await sow(store, catalogue, seed!, '2020-01-01T00:00:00.000Z').catch(
    (e: Error) => e as Error,
  );
  const { message } = error as Error;
  expect(message).toContain("a/people.yaml:2: person:b, born: '2019-99' is no EDTF date");
  expect(message).toContain('a/people.yaml:2: person:b, name: is missing');
  expect(message).toContain("a/people.yaml:3: planet:c: 'Planet' is no type of record");
  expect(message).toContain('a/places.yaml:1: place:a, kind: is "TOWN"; it is one of CITY');
  expect(await store.isEmpty()).toBe(true);
  await store.close();
});

test('a newer edition amends, adds and takes back', async () => {
  const edition = async (people: string) =>
    (await readSeeds(await seeds({ 'a/seed.yaml': '', 'a/x.yaml': people }), 'all'))[0]!;
  const first = await edition(
    '- {type: Person, id: person:a, name: A}\n- {type: Person, id: person:b, name: B}\n',
  );
  const second = await edition(
    '- {type: Person, id: person:a, name: AA}\n- {type: Person, id: person:c, name: C}\n',
  );
  const store = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  const at = '2020-01-01T00:00:00.000Z';
  expect(await sow(store, catalogue, first, at)).toMatchObject({ created: 2, amended: 0, removed: 0 });
  expect(await stale(store, [first])).toEqual([]);
  expect((await stale(store, [second])).map((s) => s.name)).toEqual(['a']);
  expect(await sow(store, catalogue, second, at)).toMatchObject({ created: 1, amended: 1, removed: 1 });
  expect((await ask(store, '{ people { nodes { name } } }')).data).toEqual({
    people: { nodes: [{ name: 'AA' }, { name: 'C' }] },
  });
  await store.close();
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { neo4j } from '../server/engines.js';
import { ask, empty, sowSeeds } from '../store/engines.js';

/**
 * What a researcher asks: NN-name.graphql, its answer beside it as NN-name.json. The same files are the tabs
 * of the playground. The answers were checked against the article by reading it, and are never written by a test.
 */
const folder = import.meta.dirname;
const text = (file: string) => readFile(join(folder, file), 'utf8');
const json = async (file: string) => JSON.parse(await text(file)) as unknown;
const files = (await readdir(folder)).sort();
const names = files.filter((f) => f.endsWith('.graphql')).map((f) => f.slice(0, -'.graphql'.length));
const timeLimit = 20_000;

async function fill(store: Store): Promise<Store> {
  await sowSeeds(store);
  return store;
}

/** Every question is answered as written down, and by one statement for each field at its root. */
function answers(open: () => Promise<Store>): void {
  let store: Store;
  beforeAll(async () => void (store = await open()));
  afterAll(() => store?.close());

  test.each(names)('%s', async (name) => {
    const source = await text(`${name}.graphql`);
    const given = files.includes(`${name}.variables.json`) ? await json(`${name}.variables.json`) : undefined;
    const read = vi.spyOn(store, 'read');
    const answer = await ask(store, source, given as Record<string, unknown> | undefined);
    expect(answer).toEqual({ data: await json(`${name}.json`) });
    expect(read).toHaveBeenCalledTimes(statements(source));
    read.mockRestore();
  });
}

/** One for each field at the root; scoring lies between two statements of candidates. */
function statements(source: string): number {
  const [operation] = parse(source).definitions;
  if (operation?.kind !== 'OperationDefinition') return 0;
  const roots = operation.selectionSet.selections;
  return roots.length + roots.filter((r) => r.kind === 'Field' && r.name.value === 'candidates').length;
}

test('every question says what it shows, and there is no answer without one', () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
  for (const file of files.filter((f) => f.endsWith('.json')))
    expect(names, file).toContain(file.replace(/(\.variables)?\.json$/, ''));
  return Promise.all(names.map(async (n) => expect(await text(`${n}.graphql`), n).toMatch(/^# .*[?.:]/)));
});

describe('the questions, on SQLite in memory', () => {
  answers(async () => fill(await SqliteStore.open(catalogue, { timeLimit })));
});

describe('the questions after a restart, on SQLite in a folder', () => {
  let data: string;
  answers(async () => {
    data = await mkdtemp(join(tmpdir(), 'rapporteur-questions-'));
    await (await fill(await SqliteStore.open(catalogue, { timeLimit, folder: data }))).close();
    return SqliteStore.open(catalogue, { timeLimit, folder: data });
  });
  afterAll(() => rm(data, { recursive: true, force: true }));
});

const missing = 'missing' in neo4j ? ` (${neo4j.missing})` : '';
describe.skipIf(missing)(`the questions, on Neo4j${missing}`, () => {
  const { uri } = neo4j as { uri: string };
  const open = () => Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit });
  describe('freshly filled', () => {
    answers(async () => {
      await empty(uri);
      return fill(await open());
    });
  });
  // What the store before it wrote and closed.
  describe('after a restart', () => answers(open));
});

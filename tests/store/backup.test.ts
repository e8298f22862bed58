import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { curate } from '../../src/curation/curator.js';
import { merge } from '../../src/curation/merge.js';
import { undo } from '../../src/curation/undo.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { restore } from '../../src/store/backup/restore.js';
import type { Store } from '../../src/store/port.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { neo4j as server } from '../server/engines.js';
import { empty, onBothEngines, record, sowSeeds, write } from './engines.js';
import { faultsOf } from './faults.js';
import { backupOf } from './backed-up.js';

const restored = (store: Store, lines: readonly string[], seen = () => undefined as void) =>
  restore(store, catalogue, () => Readable.from(lines), seen);

/** The first lines that are not the same, as far as they are, cut short: there are very long ones. */
const differing = (are: readonly string[], should: readonly string[]) =>
  should
    .flatMap((line, i) => (line === are[i] ? [] : [[are[i]?.slice(0, 300), line.slice(0, 300)]]))
    .concat(are.length === should.length ? [] : [[`${are.length} lines`, `${should.length} lines`]])
    .slice(0, 3);

/** Seeds, what was merged, undone and merged again, what was rejected: everything that a store keeps. */
async function lived(store: Store): Promise<void> {
  await sowSeeds(store);
  const by = { by: 'ann', at: '2026-01-01T00:00:00.000Z' };
  await write(store, [
    record('Person', 'person:twin', { name: 'Linde Ann' }),
    record('Person', 'person:rejected', { name: 'Rejected', review: 'REJECTED' }),
  ]);
  const { id } = await curate(store, catalogue, merge(['person:twin'], 'person:ann-linde'), by);
  await undo(store, catalogue, id, by);
  await curate(store, catalogue, merge(['person:twin'], 'person:ann-linde'), by);
  await write(store, [record('Person', 'person:gone', { name: 'Gone' })]);
  await write(store, [], { removals: ['person:gone'] });
}

onBothEngines('a backup', ({ open }) => {
  let lines: string[];
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await lived(store);
    lines = await backupOf(store);
  });
  afterAll(() => store.close());

  test('says at which place in the log it was taken, and how long it is', () => {
    expect(JSON.parse(lines[0]!)).toMatchObject({
      rapporteur: 'backup',
      format: '3',
      head: { sequence: 8, change: expect.stringMatching(/^change:/) as string },
    });
    expect(JSON.parse(lines.at(-1)!)).toEqual({ end: lines.length - 2 });
  });

  test('makes the same store of an empty one on the other engine', async () => {
    const other = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await restored(other, lines);
    expect(differing(await backupOf(other), lines)).toEqual([]);
    expect(await faultsOf(other)).toEqual([]);
    // What was written before can be undone.
    const last = (JSON.parse(lines[0]!) as { head: { change: string } }).head.change;
    await undo(other, catalogue, last, { by: 'ann' });
    expect((await other.stats()).counts['Person']).toBe((await store.stats()).counts['Person']! + 1);
    await other.close();
  });

  test('is not put into a store that has something', async () => {
    await expect(restored(store, lines)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(differing(await backupOf(store), lines)).toEqual([]);
  });

  test.each([
    ['cut off', (all: string[]) => all.slice(0, -1)],
    ['of another kind', () => ['{"rapporteur":"graph","version":1}']],
    ['no JSON', () => ['Dear all,']],
    ['empty', () => []],
  ])('that is %s is refused, and the store stays empty', async (_, damaged) => {
    const other = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await expect(restored(other, damaged(lines))).rejects.toMatchObject({ code: 'BAD_SOURCE' });
    expect(await other.isEmpty()).toBe(true);
    await other.close();
  });
});

onBothEngines('a restore', ({ open, name }) => {
  test('puts back what its own engine had; interrupted it goes on, and until then nobody opens the store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'restore-'));
    const source = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await lived(source);
    const lines = await backupOf(source);
    await source.close();
    if (name === 'Neo4j') await (await open()).close();
    const target = (half: boolean): Promise<Store> =>
      name === 'Neo4j'
        ? Neo4jStore.open(catalogue, {
            ...(server as { uri: string }),
            database: 'neo4j',
            timeLimit: 20_000,
            half,
          })
        : SqliteStore.open(catalogue, { folder, timeLimit: 20_000, half });
    let store = await target(true);
    Object.assign(store, { batch: 100 });
    let batches = 0;
    const stop = () => {
      if (++batches === 10) throw new Error('the lights went out');
    };
    await expect(restored(store, lines, stop)).rejects.toThrow('the lights went out');
    await store.close();
    await expect(target(false)).rejects.toMatchObject({
      code: 'STORE_FORMAT',
      message: expect.stringContaining('is restored in part') as string,
    });
    store = await target(true);
    await restored(store, lines);
    expect(differing(await backupOf(store), lines)).toEqual([]);
    expect(await faultsOf(store)).toEqual([]);
    await store.close();
    await rm(folder, { recursive: true });
  });
});

test.skipIf('missing' in server)(
  'into Neo4j makes the indexes that reading goes by when all is there',
  async () => {
    const { uri } = server as { uri: string };
    await empty(uri);
    const driver = neo4j.driver(uri);
    const options = { uri, database: 'neo4j', timeLimit: 20_000 };
    const indexes = async () =>
      (await driver.executeQuery('SHOW INDEXES YIELD name, state')).records.map(
        (found) => `${found.get('name')} ${found.get('state')}`,
      );
    await (await Neo4jStore.open(catalogue, options)).close();
    const all = await indexes();
    await driver.executeQuery('DROP INDEX person_name_fold');
    await driver.executeQuery('DROP CONSTRAINT person_id');
    const source = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await write(source, [record('Person', 'person:one', { name: 'One' })]);
    const store = await Neo4jStore.open(catalogue, { ...options, half: true });
    expect((await indexes()).filter((index) => /^person_(name_fold|id) /.test(index))).toEqual([]);
    await restored(store, await backupOf(source));
    expect((await indexes()).sort()).toEqual(all.sort());
    await Promise.all([source, store, driver].map((one) => one.close()));
  },
);

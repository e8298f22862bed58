import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { undo } from '../../src/curation/undo.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { FORMAT, type Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { neo4j as server } from '../server/engines.js';
import { ask, empty } from './engines.js';
import { faultsOf } from './faults.js';

const kept = async (name: string) =>
  gunzipSync(await readFile(join(import.meta.dirname, 'migrations', `${name}.gz`)));

/** What such a store has, whichever engine wrote it: people, an article, a merge, a rejected person, a log of six. */
async function whole(store: Store): Promise<void> {
  const { data } = await ask(
    store,
    `{ people { nodes { name aliases { text } } } merged: person(id: "person:a-linde") { id }
      search(text: "good") { totalCount } changes(first: 10) { totalCount nodes { id action } }
      rejected: proposals(review: REJECTED) { nodes { id } } }`,
  );
  expect(data).toMatchObject({
    people: { nodes: [{ name: 'Ann Linde' }] },
    merged: { id: 'person:ann-linde' },
    changes: { totalCount: 5 },
    rejected: { nodes: [{ id: 'person:nobody' }] },
  });
  expect(await faultsOf(store)).toEqual([]);
  const changes = (data as { changes: { nodes: { id: string; action: string }[] } }).changes.nodes;
  const merged = changes.find(({ action }) => action === 'merge')!;
  await undo(store, catalogue, merged.id, { by: 'ann' });
  expect((await store.stats()).counts['Person']).toBe(2);
  expect(await faultsOf(store)).toEqual([]);
  const format = await store.write(async (ledger) => (await ledger.meta()).get('format'));
  expect(format).toBe(FORMAT);
  expect(await store.write((ledger) => ledger.tombstones())).toEqual([]);
}

test('a store of format 2 is brought to this one, and its indexes are those of a new store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'format-'));
  await writeFile(join(folder, 'rapporteur.sqlite'), await kept('format-2.sqlite'));
  const indexes = (store: SqliteStore) =>
    (
      store as unknown as {
        writer: { prepare(sql: string): Promise<{ all(): Promise<unknown> }> };
      }
    ).writer
      .prepare(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger', 'table') ORDER BY name",
      )
      .then((statement) => statement.all());
  const old = await SqliteStore.open(catalogue, { folder, timeLimit: 5000 });
  const made = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  expect(await indexes(old)).toEqual(await indexes(made));
  await whole(old);
  await old.close();
  await made.close();
  // Opened again, it is one of this format.
  const again = await SqliteStore.open(catalogue, { folder, timeLimit: 5000 });
  expect((await again.stats()).counts['Change']).toBe(6);
  await again.close();
  await rm(folder, { recursive: true });
});

test.skipIf('missing' in server)('a Neo4j of format 2 is brought to this one', async () => {
  const { uri } = server as { uri: string };
  await empty(uri);
  const { nodes, relations } = JSON.parse((await kept('format-2.neo4j.json')).toString('utf8')) as {
    nodes: [labels: string[], properties: Record<string, unknown>][];
    relations: [from: number, type: string, to: number, properties: Record<string, unknown>][];
  };
  const driver = neo4j.driver(uri);
  // Whole numbers travel as such, as those that the store itself writes.
  const whole64 = (values: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        Number.isInteger(value) && !['score', 'confidence'].includes(key)
          ? neo4j.int(value as number)
          : value,
      ]),
    );
  await driver.executeQuery('DROP CONSTRAINT tombstone_mark IF EXISTS');
  for (const [i, [labels, properties]] of nodes.entries())
    await driver.executeQuery(`CREATE (n:${labels.join(':')}) SET n = $properties, n.i = $i`, {
      properties: whole64(properties),
      i,
    });
  for (const [a, type, b, properties] of relations)
    await driver.executeQuery(
      `MATCH (a {i: $a}), (b {i: $b}) CREATE (a)-[r:${type}]->(b) SET r = $properties`,
      { a, b, properties: whole64(properties) },
    );
  await driver.executeQuery('MATCH (n) REMOVE n.i');
  await driver.close();
  const store = await Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit: 5000 });
  await whole(store);
  await store.close();
});

test.each([
  ['1', 'this version reads formats from 2 to 3'],
  ['99', 'a newer version wrote it'],
])('a store of format %s is refused, and left as it is: %s', async (format, told) => {
  const folder = await mkdtemp(join(tmpdir(), 'format-'));
  const store = await SqliteStore.open(catalogue, { folder, timeLimit: 5000 });
  await store.write((ledger) => ledger.setMeta('format', format));
  await store.close();
  for (let i = 0; i < 2; i++)
    await expect(SqliteStore.open(catalogue, { folder, timeLimit: 5000 })).rejects.toMatchObject({
      code: 'STORE_FORMAT',
      message: expect.stringContaining(told) as string,
    });
  await rm(folder, { recursive: true });
});

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { openStore } from '../../src/store/open.js';
import { onBothEngines, record, write } from './engines.js';

const open = (dataDir: string, uri?: string) =>
  openStore(catalogue, {
    dataDir,
    statementTimeout: 1000,
    ...(uri ? { neo4j: { uri, database: 'neo4j' } } : {}),
  });

test('a folder that is a file is refused by name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'open-'));
  await writeFile(join(folder, 'data'), '');
  await expect(open(join(folder, 'data'))).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining(`The folder ${join(folder, 'data')} cannot hold the store`),
  });
  await rm(folder, { recursive: true });
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written is refused (not seen as root, who may write anywhere)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'open-'));
    await chmod(folder, 0o500);
    await expect(open(folder)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await rm(folder, { recursive: true });
  },
);

test('a Neo4j that does not answer is said so', async () => {
  await expect(open('unused', 'bolt://127.0.0.1:1')).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: 'Neo4j does not answer; try again, or look at the server and the NEO4J_ settings',
  });
});

test('a store of the embedded engine is there when it is opened again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'open-'));
  const first = await open(folder);
  await write(first, [record('Person', 'person:a', { name: 'A' })]);
  await first.close();
  const second = await open(folder);
  expect((await second.stats()).counts['Person']).toBe(1);
  await second.close();
  await rm(folder, { recursive: true });
});

onBothEngines('two writers', (engine) => {
  test('take turns: every change has its own place in the log', async () => {
    const store = await engine.open();
    await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        write(store, [record('Person', `person:w${i}`, { name: `W ${i}` })]),
      ),
    );
    const { counts } = await store.stats();
    expect([counts['Person'], counts['Change']]).toEqual([8, 8]);
    expect(await store.write((ledger) => ledger.head())).toMatchObject({ sequence: 8 });
    await store.close();
  });
});

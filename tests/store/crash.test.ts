import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { neo4j } from '../server/engines.js';
import { empty } from './engines.js';

const launcher = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

/** Starts a server on an empty store and kills it after some time, while it loads the seeds written by hand or after. */
async function killed(env: Record<string, string>, after: number): Promise<void> {
  const code = `const { main } = await import(${JSON.stringify(launcher)}); await main(['start']);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: process.env['PATH'], PORT: '0', SEEDS: 'stockholm', ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await wait(after);
  child.kill('SIGKILL');
  await ended;
}

/** Each folder of seeds is there whole or not at all, and the log says which. */
async function whole(store: Store): Promise<void> {
  const { counts } = await store.stats();
  const changes = counts['Change'] ?? 0;
  expect([0, 1, 2]).toContain(changes);
  expect(counts['Country'] ?? 0).toBe(changes >= 1 ? 197 : 0);
  expect(counts['Article'] ?? 0).toBe(changes >= 2 ? 1 : 0);
  expect(counts['Statement'] ?? 0).toBe(changes >= 2 ? 16 : 0);
  expect(counts['Mention'] ?? 0).toBe(changes >= 2 ? 132 : 0);
}

describe('a server killed while it loads its seeds, on SQLite', () => {
  test.each([300, 500, 700, 800, 900, 1000, 1100, 1300, 1600, 2500])(
    'after %i ms: all of a change set or none',
    async (after) => {
      const folder = await mkdtemp(join(tmpdir(), 'crash-'));
      await killed({ DATA_DIR: folder }, after);
      const store = await SqliteStore.open(catalogue, { folder, timeLimit: 5000 });
      await whole(store);
      await store.close();
      await rm(folder, { recursive: true });
    },
  );
});

describe.skipIf('missing' in neo4j)(
  `a server killed while it loads its seeds, on Neo4j ${'missing' in neo4j ? neo4j.missing : ''}`,
  () => {
    const { uri } = neo4j as { uri: string };
    test.each([1500, 3000, 5000])('after %i ms: all of a change set or none', async (after) => {
      await empty(uri);
      await killed({ NEO4J_URI: uri }, after);
      await wait(500);
      const store = await Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit: 5000 });
      await whole(store);
      await store.close();
    });
  },
);

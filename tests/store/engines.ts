import 'reflect-metadata';
import { join } from 'node:path';
import type { ExecutionResult } from 'graphql';
import neo4j from 'neo4j-driver';
import { describe } from 'vitest';
import type { ChangeSet, RecordInput } from '../../src/model/change-set.js';
import { sow } from '../../src/exchange/seeds/sow.js';
import { readSeeds } from '../../src/exchange/seeds/read.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { apply } from '../../src/store/apply/apply.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { neo4j as server } from '../server/engines.js';
import { carriedOut } from './answers.js';

/** Asks the store that a test has opened. */
export async function ask(
  store: Store,
  source: string,
  variables?: Record<string, unknown>,
): Promise<ExecutionResult> {
  return JSON.parse(JSON.stringify(await carriedOut(store, source, variables))) as ExecutionResult;
}

export const record = (type: string, id: string, set: Record<string, unknown>): RecordInput => ({
  type,
  id,
  set,
});

export const write = (store: Store, upserts: readonly RecordInput[], more: Partial<ChangeSet> = {}) =>
  apply(store, catalogue, { action: 'test', by: 'tester', at: '2020-01-01T00:00:00.000Z', upserts, ...more });

/** Gives a store the seeds that are written by hand; the public record is far larger, and few tests need it. */
export async function sowSeeds(store: Store, wanted: readonly string[] = ['stockholm']): Promise<void> {
  for (const seed of await readSeeds(join(import.meta.dirname, '../../seeds'), wanted))
    await sow(store, catalogue, seed, '2020-01-01T00:00:00.000Z');
}

/**
 * Empties a test's Neo4j in batches that its small heap holds, after the whole public record too. The ties go first: a
 * hub brings along all that hangs on it.
 */
export async function empty(uri: string): Promise<void> {
  const driver = neo4j.driver(uri);
  const session = driver.session();
  await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
  await session.run('MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 2000 ROWS');
  await session.close();
  await driver.close();
}

export interface Engine {
  readonly name: string;
  open(options?: { timeLimit?: number }): Promise<Store>;
}

/** The same tests on each engine there is; where Neo4j is missing its half is skipped and says why. */
export function onBothEngines(title: string, body: (engine: Engine) => void): void {
  describe(`${title}, on SQLite`, () =>
    body({
      name: 'SQLite',
      open: ({ timeLimit = 20_000 } = {}) => SqliteStore.open(catalogue, { timeLimit }),
    }));
  const on = 'missing' in server ? describe.skip : describe;
  on(`${title}, on Neo4j${'missing' in server ? ` (${server.missing})` : ''}`, () => {
    body({
      name: 'Neo4j',
      async open({ timeLimit = 20_000 } = {}) {
        const { uri } = server as { uri: string };
        await empty(uri);
        return Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit });
      },
    });
  });
}

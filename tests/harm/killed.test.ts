import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createToken } from '../../src/access/tokens.js';
import { lineNamed } from '../../src/cli/neo4j/lines.js';
import { startNeo4j } from '../../src/cli/neo4j/server.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';
import { neo4j } from '../server/engines.js';
import { begin, run } from '../cli/command.js';
import { empty } from '../store/engines.js';
import { faultsOf } from '../store/faults.js';
import { address } from './address.js';
import { numbers } from '../numbers.js';
import { curator } from './curators.js';
import { people } from './people.js';

/** So many random moments in the tests of every day; KILLS=200 takes as many as one likes. */
const KILLS = Number(process.env['KILLS'] ?? 5);
/** Neo4j itself is killed where one has the minutes: KILLS_OF_NEO4J=10. */
const OF_NEO4J = Number(process.env['KILLS_OF_NEO4J'] ?? 0);
/** A store that has seen so many kills gives way to a new one, for looking through it takes longer and longer. */
const FRESH = 25;

/** What was confirmed is in the log, and a look through the whole store finds nothing wrong. */
async function agree(store: Store, confirmed: ReadonlySet<string>): Promise<void> {
  const there = await store.write((ledger) => ledger.rows([...confirmed]));
  expect(there.map((row) => row.id).sort()).toEqual([...confirmed].sort());
  expect(await faultsOf(store)).toEqual([]);
  expect(await store.faults()).toEqual([]);
}

/** Four curators at once, until `ended`. */
function work(
  server: string,
  token: string,
  seed: number,
  ended: () => boolean,
  confirmed: Set<string>,
): Promise<unknown> {
  const send = async (query: string, variables: Record<string, unknown>) => {
    const response = await fetch(`${server}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Record<string, unknown> | null };
  };
  return Promise.allSettled(
    [0, 1, 2, 3].map((i) =>
      curator(`k${seed}-${i}`, send, {
        seed: seed * 4 + i,
        until: ended,
        confirmed: (id) => confirmed.add(id),
      }),
    ),
  );
}

describe.each([
  ['SQLite', undefined],
  ['Neo4j', 'uri' in neo4j ? neo4j.uri : undefined],
] as const)('a process killed at a random moment, on %s', (engine, uri) => {
  test.skipIf(engine === 'Neo4j' && !uri)(
    `has lost nothing that it confirmed, and left nothing half done: ${KILLS} times`,
    { timeout: KILLS * 30_000 + 60_000 },
    async () => {
      const below = numbers(20190106);
      let folder = '';
      let token = '';
      let confirmed = new Set<string>();
      let all = 0;
      const env = () => ({ PORT: '0', SEEDS: 'none', ...(uri ? { NEO4J_URI: uri } : {}) });
      const opened = () =>
        openStore(catalogue, {
          dataDir: join(folder, 'data'),
          statementTimeout: 20_000,
          ...(uri ? { neo4j: { uri, database: 'neo4j' } } : {}),
        });
      for (let kill = 0; kill < KILLS; kill++) {
        if (kill % FRESH === 0) {
          if (folder) await rm(folder, { recursive: true });
          folder = await mkdtemp(join(tmpdir(), 'killed-'));
          if (uri) await empty(uri);
          confirmed = new Set();
          const store = await opened();
          token = await createToken(store, { name: `c${kill}`, scopes: ['read-in', 'curate'] });
          await store.close();
          await writeFile(join(folder, 'people.jsonl'), people(3000));
        }
        if (kill % 4 === 3) {
          const { child, ended } = begin(folder, ['import', 'graph', 'people.jsonl'], env());
          await wait(700 + below(3000));
          child.kill('SIGKILL');
          await ended;
        } else {
          const begun = begin(folder, ['start'], env());
          const { child, ended } = begun;
          const server = await address(begun);
          let over = false;
          const known = confirmed.size;
          const working = work(server, token, kill + 1, () => over, confirmed);
          await wait(50 + below(uri ? 5000 : 1500));
          child.kill('SIGKILL');
          over = true;
          await Promise.all([ended, working]);
          all += confirmed.size - known;
        }
        const store = await opened();
        await agree(store, confirmed);
        await store.close();
      }
      expect(all).toBeGreaterThan(KILLS);
      console.log(`${engine}: killed ${KILLS} times, ${all} changes confirmed`);
      expect((await run(folder, ['import', 'graph', 'people.jsonl'], '', env())).status).toBe(0);
      await rm(folder, { recursive: true });
    },
  );
});

test.skipIf(!OF_NEO4J)(
  'a Neo4j killed at a random moment has lost nothing that was confirmed (KILLS_OF_NEO4J says how often)',
  { timeout: OF_NEO4J * 120_000 + 60_000 },
  async () => {
    const below = numbers(42);
    const folder = await mkdtemp(join(tmpdir(), 'killed-'));
    const home = join(folder, 'neo4j');
    const start = () =>
      startNeo4j({ line: lineNamed('5'), home, port: 0, heap: '512m', pageCache: '256m', env: process.env });
    const confirmed = new Set<string>();
    let token = '';
    for (let kill = 0; kill < OF_NEO4J; kill++) {
      const database = await start();
      const opened = () =>
        openStore(catalogue, {
          dataDir: 'unused',
          statementTimeout: 20_000,
          neo4j: { uri: database.uri, database: 'neo4j' },
        });
      const before = await opened();
      if (!token) token = await createToken(before, { name: 'c', scopes: ['read-in', 'curate'] });
      await agree(before, confirmed);
      await before.close();
      const begun = begin(folder, ['start'], {
        PORT: '0',
        SEEDS: 'none',
        NEO4J_URI: database.uri,
      });
      const { child, ended } = begun;
      const server = await address(begun);
      let over = false;
      const working = work(server, token, kill + 1, () => over, confirmed);
      // A database that has just begun takes seconds for its first statements.
      await wait(4000 + below(8000));
      await database.stop('SIGKILL');
      over = true;
      await working;
      const ready = await fetch(`${server}readyz`).catch(async () => {
        throw new Error(`the server ended with its database: ${(await ended).stderr}`);
      });
      expect(ready.status).toBe(503);
      child.kill('SIGTERM');
      await ended;
    }
    const database = await start();
    const store = await openStore(catalogue, {
      dataDir: 'unused',
      statementTimeout: 20_000,
      neo4j: { uri: database.uri, database: 'neo4j' },
    });
    await agree(store, confirmed);
    expect(confirmed.size).toBeGreaterThan(OF_NEO4J);
    console.log(`Neo4j itself killed ${OF_NEO4J} times, ${confirmed.size} changes confirmed`);
    await store.close();
    await database.stop('SIGKILL');
    await rm(folder, { recursive: true });
  },
);

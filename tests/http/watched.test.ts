import { createClient } from 'graphql-ws';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createToken } from '../../src/access/tokens.js';
import { Metrics } from '../../src/http/watch/metrics.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { record, write } from '../store/engines.js';
import { served, type Served } from './served.js';

type Ask = (document: object) => Promise<string>;
interface Watched {
  readonly server: Served;
  readonly metrics: () => Promise<string>;
  /** What the log has by now. */
  readonly lines: Record<string, unknown>[];
  readonly token: string;
}

const ID = 'r1';

/** The ways in: each sends a document, and gives what is answered as text. */
const ways: Record<string, (watched: Watched) => Ask> = {
  'by POST':
    ({ server, token }) =>
    async (body) => {
      const sent = { method: 'POST', headers: headersOf(token), body: JSON.stringify(body) };
      return (await fetch(`${server.address}graphql`, sent)).text();
    },
  'over server-sent events':
    ({ server, token }) =>
    async (body) =>
      (await server.stream(body, { headers: headersOf(token) })).text(),
  'over a WebSocket':
    ({ server, token }) =>
    async (payload) => {
      const client = createClient({
        url: `${server.address.replace('http', 'ws')}graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocols: string) {
            super(url, protocols, { headers: { 'x-request-id': ID } });
          }
        },
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
      try {
        const told: unknown[] = [];
        for await (const part of client.iterate(payload as never)) told.push(part);
        return JSON.stringify(told);
      } catch (error) {
        return JSON.stringify(error);
      } finally {
        await client.dispose();
      }
    },
};

const headersOf = (token: string) => ({
  'content-type': 'application/json',
  'x-request-id': ID,
  authorization: `Bearer ${token}`,
});

async function watching(work: (watched: Watched) => Promise<void>): Promise<void> {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(store, [record('Person', 'person:a', { name: 'Ann' })]);
  const lines: Record<string, unknown>[] = [];
  const tell = (line: Record<string, unknown>) => lines.push(line);
  const token = await createToken(store, { name: 'watcher', scopes: ['curate'] });
  const server = await served(store, { subscriptions: 1 }, undefined, {
    metrics: new Metrics(),
    log: { info: tell, warn: tell } as never,
  });
  const metrics = async () => (await fetch(`${server.address}metrics`)).text();
  await work({ server, metrics, lines, token });
  await server.close();
  await store.close();
}

describe.each(Object.entries(ways))('What is asked %s', (_way, asking) => {
  test('is a line of the log with its id, its cost and how it ended, and nothing of its values', () =>
    watching(async (watched) => {
      const ask = asking(watched);
      const query = 'query Named($id: ID) { person(id: $id) { name } }';
      expect(await ask({ query, variables: { id: 'person:secret' } })).toContain('"person":null');
      expect(await ask({ query: 'query Wrong { people(first: -1) { totalCount } }' })).toContain(
        'BAD_USER_INPUT',
      );
      expect(await ask({ query: '{ nobody }' })).toContain('nobody');
      const ms = expect.any(Number) as number;
      expect(watched.lines).toEqual([
        { request: ID, operation: 'Named', kind: 'query', ms, asked: 1, actual: 0 },
        { request: ID, operation: 'Wrong', kind: 'query', ms, code: 'BAD_USER_INPUT' },
        { request: ID, kind: '', ms, code: 'GRAPHQL_VALIDATION_FAILED' },
      ]);
      expect(JSON.stringify(watched.lines)).not.toMatch(/secret|Bearer/);
    }));

  test('counts in the metrics, by name and outcome', () =>
    watching(async (watched) => {
      const ask = asking(watched);
      await ask({ query: 'query Named { people(first: 3) { nodes { name } } }' });
      await ask({ query: 'query Wrong { people(first: -1) { totalCount } }' });
      const text = await watched.metrics();
      const operations = 'rapporteur_operation_seconds_count';
      expect(text).toContain(`${operations}{operation="Named",kind="query",code=""} 1`);
      expect(text).toContain(`${operations}{operation="Wrong",kind="query",code="BAD_USER_INPUT"} 1`);
      expect(text).toMatch(/rapporteur_cost_total\{of="asked"\} [1-9]/);
      expect(text).toContain('rapporteur_documents_total{known="false"} 2');
      expect(text).toContain('process_resident_memory_bytes');
    }));

  test('says what it cost', () =>
    watching(async (watched) => {
      const told = await asking(watched)({ query: '{ people(first: 3) { nodes { name } } }' });
      expect(told).toContain('"cost":{"asked":3,"actual":1,');
    }));

  test('of several operations is the one that is named, or none', () =>
    watching(async (watched) => {
      const ask = asking(watched);
      const query = 'query A { __typename } query B { __typename }';
      expect(await ask({ query, operationName: 'B' })).toContain('"__typename":"Query"');
      expect(await ask({ query })).toContain('OPERATION_RESOLUTION_FAILURE');
      expect(await ask({ query, operationName: 'C' })).toContain('OPERATION_RESOLUTION_FAILURE');
      expect(watched.lines.map(({ operation, code }) => [operation, code])).toEqual([
        ['B', undefined],
        [undefined, 'OPERATION_RESOLUTION_FAILURE'],
        [undefined, 'OPERATION_RESOLUTION_FAILURE'],
      ]);
    }));

  test('by a token that is none is told so', () =>
    watching(async (watched) => {
      const ask = asking({ ...watched, token: 'rapporteur_none' });
      const query = 'mutation M { undo(change: "change:1") { id } }';
      expect(await ask({ query })).toContain('UNAUTHENTICATED');
      expect(watched.lines).toMatchObject([{ operation: 'M', kind: 'mutation', code: 'UNAUTHENTICATED' }]);
    }));
});

test('a document that was asked before is known', () =>
  watching(async (watched) => {
    const ask = ways['by POST']!(watched);
    for (let i = 0; i < 3; i++) await ask({ query: '{ people(first: 3) { totalCount } }' });
    const text = await watched.metrics();
    expect(text).toContain('rapporteur_documents_total{known="false"} 1');
    expect(text).toContain('rapporteur_documents_total{known="true"} 2');
  }));

test('a subscription is told of when its listener has left, and one that is refused at once', () =>
  watching(async (watched) => {
    const { server, metrics, lines } = watched;
    const gone = new AbortController();
    const query = 'subscription Heard { changed { id } }';
    const listen = (more: { signal?: AbortSignal } = {}) =>
      server.stream({ query }, { headers: { 'x-request-id': ID }, ...more });
    await listen({ signal: gone.signal });
    await expect.poll(metrics).toContain('rapporteur_subscriptions 1');
    expect(lines).toEqual([]);
    expect(await (await listen()).text()).toContain('SUBSCRIPTIONS');
    expect(lines).toMatchObject([{ request: ID, operation: 'Heard', code: 'LIMIT_EXCEEDED' }]);
    gone.abort();
    await expect.poll(() => lines.length).toBe(2);
    expect(lines[1]).toMatchObject({ request: ID, operation: 'Heard', kind: 'subscription' });
    expect(lines[1]).not.toHaveProperty('code');
    expect(await metrics()).toContain('rapporteur_subscriptions 0');
  }));

test('there are no metrics where they are off', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  const server = await served(store);
  expect((await fetch(`${server.address}metrics`)).status).toBe(404);
  await server.close();
  await store.close();
});

import { createClient, type Client } from 'graphql-ws';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { subscribing } from '../../src/api/feed.js';
import { readConfig } from '../../src/config.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { readingBy } from '../../src/store/watched.js';
import { schema } from '../store/answers.js';
import { record, write } from '../store/engines.js';
import { served, type Served } from './served.js';

const PEOPLE = '{ people(first: 30) { nodes { name } } }';
const CHANGED = 'subscription { changed { id } }';

async function on<T>(
  work: (server: Served, client: Client, store: Store) => Promise<T>,
  { rateLimit, subscriptions = 1000 }: { rateLimit?: number; subscriptions?: number },
): Promise<T> {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  const doors = { ...readConfig({}).doors, rateLimit };
  const server = await served(store, { subscriptions }, undefined, { doors });
  const url = `${server.address.replace('http', 'ws')}graphql`;
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    return await work(server, client, store);
  } finally {
    await client.dispose();
    await server.close();
    await store.close();
  }
}

const streamed = async (server: Served, query: string): Promise<string> => {
  const response = await server.stream({ query });
  return response.text();
};

/** The first that comes, or the errors instead of it. */
const first = (client: Client, query: string) =>
  client
    .iterate({ query })
    .next()
    .catch((e: unknown) => e);

test('what is asked over a stream counts as at /graphql', () =>
  on(
    async (server, client) => {
      expect(await first(client, PEOPLE)).toMatchObject({ value: { data: { people: { nodes: [] } } } });
      expect(await first(client, PEOPLE)).toMatchObject([
        {
          extensions: { code: 'RATE_LIMITED', allowed: 50 },
          message: expect.stringMatching(/ask again in/) as string,
        },
      ]);
      expect(await streamed(server, PEOPLE)).toContain('RATE_LIMITED');
      expect((await server.ask(PEOPLE)).status).toBe(429);
    },
    { rateLimit: 50 },
  ));

test('what goes over a limit has its code over a WebSocket too', () =>
  on(async (_server, client) => {
    expect(
      await first(client, '{ people(first: 1000) { nodes { meetings(first: 1000) { nodes { id } } } } }'),
    ).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'OBJECTS' } }]);
    expect(await first(client, '{ nobody }')).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  }, {}));

test('no more subscriptions are open than are allowed, and one that ends makes room', () =>
  on(
    async (server, client, store) => {
      const open = [client.iterate({ query: CHANGED }), client.iterate({ query: CHANGED })];
      const told = open.map((feed) => feed.next());
      await wait(300);
      const refused = { extensions: { code: 'LIMIT_EXCEEDED', limit: 'SUBSCRIPTIONS', allowed: 2 } };
      expect(await first(client, CHANGED)).toMatchObject({ value: { errors: [refused] } });
      expect(await streamed(server, CHANGED)).toContain('SUBSCRIPTIONS');
      expect((await server.ask('{ about { name } }')).status).toBe(200);
      await open[0]!.return!(undefined);
      await expect.poll(() => roomFor(client, store)).toBe(true);
      await write(store, [record('Topic', 'topic:a', { name: 'A' })]);
      expect(await told[1]).toMatchObject({ done: false });
    },
    { subscriptions: 2 },
  ));

/** Whether another subscription is told of a change that comes after it has begun. */
async function roomFor(client: Client, store: Store): Promise<boolean> {
  const feed = client.iterate({ query: CHANGED });
  const told = feed.next().then(
    () => true,
    () => false,
  );
  await wait(200);
  await write(store, [record('Topic', `topic:t${Date.now()}`, { name: 'T' })]);
  const answer = await told;
  await feed.return!(undefined);
  return answer;
}

test('however many listen, the store is asked by one of them whether there is something new', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  let reads = 0;
  const counted = readingBy(store, (plan, signal) => (reads++, store.read(plan, signal)));
  const subscribe = subscribing(catalogue, schema, counted, 20);
  const feeds = Array.from({ length: 100 }, () => {
    const feed = subscribe({ document: parse(CHANGED) });
    if (!(Symbol.asyncIterator in feed)) throw new Error('no feed');
    return feed;
  });
  const told = feeds.map((feed) => feed.next());
  await expect.poll(() => reads).toBeGreaterThanOrEqual(100);
  const begun = reads;
  const since = performance.now();
  await wait(400);
  expect(reads - begun).toBeGreaterThan(0);
  expect(reads - begun).toBeLessThanOrEqual((performance.now() - since) / 20 + 2);
  await write(store, [record('Topic', 'topic:a', { name: 'A' })]);
  for (const step of await Promise.all(told)) expect(step).toMatchObject({ done: false });
  await Promise.all(feeds.map((feed) => feed.return(undefined)));
  await store.close();
});

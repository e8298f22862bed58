import { parse } from 'graphql';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { subscribing } from '../../src/api/feed.js';
import { buildApi } from '../../src/api/schema.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { served } from '../http/served.js';
import { record, write } from '../store/engines.js';

const schema = buildApi(catalogue);
const document = parse('subscription { changed { id } }');

// Whoever left while nothing was written left a loop behind that asked the store twice a second, for good.
test('nobody asks the store any more for one who has left', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  let reads = 0;
  const counted = new Proxy(store, {
    get: (of, name) =>
      name === 'read'
        ? (plan: never) => (reads++, of.read(plan))
        : typeof of[name as keyof Store] === 'function'
          ? (of[name as keyof Store] as (...a: never[]) => unknown).bind(of)
          : of[name as keyof Store],
  });
  const feed = subscribing(catalogue, schema, counted as never, 10)({ document });
  if (!(Symbol.asyncIterator in feed)) throw new Error('no feed');
  const next = feed.next();
  await wait(60);
  expect(reads).toBeGreaterThan(1);
  await feed.return(undefined);
  expect(await next).toEqual({ done: true, value: undefined });
  const then = reads;
  await wait(60);
  expect(reads).toBe(then);
  await store.close();
});

test('a server with an open stream stops at once, and what was asked before is answered', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(
    store,
    Array.from({ length: 2000 }, (_, i) => record('Person', `person:p${i}`, { name: `Person ${i}` })),
  );
  const server = await served(store);
  const stream = await server.stream({ query: 'subscription { changed { id } }' });
  const ended = stream.text();
  const conditions = Array.from({ length: 30 }, (_, i) => `{anyName: {contains: "z${i}"}}`).join();
  const asked = fetch(`${server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ people(where: {OR: [${conditions}]}) { totalCount } }` }),
  }).then((response) => response.json());
  await wait(30);
  const begun = performance.now();
  await server.close();
  expect(performance.now() - begun).toBeLessThan(8000);
  expect(await asked).toMatchObject({ data: { people: { totalCount: 0 } } });
  expect(await ended).toContain(':');
  await expect(fetch(`${server.address}healthz`)).rejects.toThrow();
  await store.close();
});

import { createClient } from 'graphql-ws';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { served } from '../http/served.js';
import { onBothEngines, record, write } from '../store/engines.js';

/** A question that takes the engine many seconds: thousands of people, each held against a hundred words. */
const heavy = `{ people(where: {OR: [${Array.from({ length: 150 }, (_, i) => `{anyName: {contains: "z${i}"}, statements: {none: {text: {contains: "q"}}}}`).join()}]}) { totalCount } }`;

/** Asks by one of the ways in; what it gives goes away. */
const ways: Record<string, (address: string) => { asked: Promise<unknown>; leave: () => void }> = {
  'from a request': (address) => fetched(`${address}graphql`, {}),
  'from server-sent events': (address) =>
    fetched(`${address}graphql/stream`, { accept: 'text/event-stream' }),
  'from a WebSocket': (address) => {
    const url = `${address.replace('http', 'ws')}graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    return { asked: client.iterate({ query: heavy }).next(), leave: () => client.terminate() };
  },
};

function fetched(url: string, more: object) {
  const gone = new AbortController();
  const headers = { 'content-type': 'application/json', ...more };
  const body = JSON.stringify({ query: heavy });
  const asked = fetch(url, { method: 'POST', headers, body, signal: gone.signal });
  return { asked, leave: () => gone.abort() };
}

onBothEngines('a client that goes away', ({ open }) => {
  test('has its statement ended in the engine, whichever way it came', { timeout: 240_000 }, async () => {
    const store = await open({ timeLimit: 60_000 });
    for (let some = 0; some < 4; some++)
      await write(
        store,
        Array.from({ length: 1000 }, (_, i) =>
          record('Person', `person:p${some}-${i}`, { name: `Person ${some} ${i}` }),
        ),
      );
    const server = await served(store, { tokens: 20_000, objects: 1e9, listItems: 10_000 });
    const isRunning = async (wanted: boolean, within: number) => {
      const until = performance.now() + within;
      while (store.load.running > 0 !== wanted && performance.now() < until) await wait(20);
      return store.load.running > 0;
    };
    for (const [way, begin] of Object.entries(ways)) {
      const { asked, leave } = begin(server.address);
      const left = expect(asked, way).rejects.toThrow();
      expect(await isRunning(true, 10_000), way).toBe(true);
      await wait(300);
      expect(store.load.running, way).toBe(1);
      leave();
      await left;
      expect(await isRunning(false, 3000), way).toBe(false);
    }
    // The next one is answered as ever.
    expect((await server.ask('{ people { totalCount } }')).body.data).toEqual({
      people: { totalCount: 4000 },
    });
    await server.close();
    await store.close();
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { served } from '../http/served.js';
import { onBothEngines, record, write } from '../store/engines.js';

/** A question that takes the engine many seconds: thousands of people, each held against a hundred words. */
const heavy = `{ people(where: {OR: [${Array.from({ length: 150 }, (_, i) => `{anyName: {contains: "z${i}"}, statements: {none: {text: {contains: "q"}}}}`).join()}]}) { totalCount } }`;

onBothEngines('a client that goes away', ({ open }) => {
  test('has its statement ended in the engine', { timeout: 120_000 }, async () => {
    const store = await open({ timeLimit: 60_000 });
    for (let some = 0; some < 4; some++)
      await write(
        store,
        Array.from({ length: 1000 }, (_, i) =>
          record('Person', `person:p${some}-${i}`, { name: `Person ${some} ${i}` }),
        ),
      );
    const server = await served(store, { tokens: 20_000, objects: 1e9, listItems: 10_000 });
    const gone = new AbortController();
    const asked = fetch(`${server.address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: heavy }),
      signal: gone.signal,
    });
    const isRunning = async (wanted: boolean, within: number) => {
      const until = performance.now() + within;
      while (store.load.running > 0 !== wanted && performance.now() < until) await wait(20);
      return store.load.running > 0;
    };
    expect(await isRunning(true, 10_000)).toBe(true);
    await wait(300);
    expect(store.load.running).toBe(1);
    gone.abort();
    await expect(asked).rejects.toThrow();
    expect(await isRunning(false, 3000)).toBe(false);
    // The next one is answered as ever.
    expect((await server.ask('{ people { totalCount } }')).body.data).toEqual({
      people: { totalCount: 4000 },
    });
    await server.close();
    await store.close();
  });
});

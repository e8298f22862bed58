import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { ask } from '../store/engines.js';

// In memory readers and the writer have one connection: what made a long read give way could end the change that had begun beside it.
test('in memory nobody reads while somebody writes, nor writes while somebody reads', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  const order: string[] = [];
  const asked = (name: string) => ask(store, '{ about { name } }').then(() => order.push(name));
  let during: unknown;
  let read: Promise<unknown> | undefined;
  await store.write(async (ledger) => {
    during = store.load;
    read = asked('read');
    await wait(50);
    await ledger.head();
    order.push('written');
  });
  await read;
  expect(during).toEqual({ running: 1, waiting: 0 });
  expect(order).toEqual(['written', 'read']);
  const before = asked('before');
  await Promise.resolve();
  await store.write(() => Promise.resolve(void order.push('after')));
  await before;
  expect(order.slice(2)).toEqual(['before', 'after']);
  expect(store.load).toEqual({ running: 0, waiting: 0 });
  await store.close();
});

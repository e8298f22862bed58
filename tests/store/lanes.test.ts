import { expect, test } from 'vitest';
import { Lanes, type Lane } from '../../src/store/sqlite/lanes.js';
import type { Connection } from '../../src/store/sqlite/statements.js';

const lanes = (count: number) =>
  new Lanes(new Set(Array.from({ length: count }, (_, i) => ({ name: `c${i}` }) as unknown as Connection)));

/** Asks for a connection, and notes when it is there. */
function wanting(of: Lanes, order: string[], name: string, lane: Lane): Promise<Connection> {
  return of.take(lane, 5000).then((connection) => {
    order.push(name);
    return connection;
  });
}

test('long ones leave a connection for short ones', async () => {
  const three = lanes(3);
  const held = await three.take('long', 5000);
  const order: string[] = [];
  const names = [0, 1, 2, 3, 4].map((i) => `long ${i}`);
  const all = names.map(async (name) => three.giveBack('long', await wanting(three, order, name, 'long')));
  await wanting(three, order, 'short', 'short');
  expect(order.at(-1)).toBe('short');
  expect(three.load.waiting).toBeGreaterThan(0);
  three.giveBack('long', held);
  await Promise.all(all);
  expect(order.filter((name) => name !== 'short')).toEqual(names);
});

test('a short one that waits is next, before long ones that have waited longer', async () => {
  const two = lanes(2);
  const [a, b] = [await two.take('long', 5000), await two.take('short', 5000)];
  const order: string[] = [];
  const all = [
    wanting(two, order, 'long', 'long'),
    wanting(two, order, 'first short', 'short'),
    wanting(two, order, 'second short', 'short'),
  ];
  two.giveBack('short', b);
  two.giveBack('short', await all[1]!);
  await all[2];
  two.giveBack('long', a);
  await all[0];
  expect(order).toEqual(['first short', 'second short', 'long']);
});

test('a long one is not passed over for ever: where none runs, it is the turn of who has waited longest', async () => {
  const one = lanes(1);
  const held = await one.take('short', 5000);
  const order: string[] = [];
  const long = wanting(one, order, 'long', 'long');
  const short = wanting(one, order, 'short', 'short');
  one.giveBack('short', held);
  one.giveBack('long', await long);
  await short;
  expect(order).toEqual(['long', 'short']);
});

test('whoever waits too long, or has gone away, waits no more', async () => {
  const one = lanes(1);
  await one.take('short', 5000);
  await expect(one.take('short', 20)).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
  const gone = new AbortController();
  const waiting = one.take('long', 5000, gone.signal);
  gone.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(one.load).toEqual({ running: 1, waiting: 0 });
});

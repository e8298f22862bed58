import 'reflect-metadata';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { restore } from '../../src/store/backup/restore.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { backupOf } from '../store/backed-up.js';
import { record, write } from '../store/engines.js';

/**
 * A restore counted lines for a transaction. Of a million statements brought in by 285 changes, the changes came last, together,
 * each leading to all the 5,000 records that it touched: 1.4 million relations in one transaction, and Neo4j answered no more.
 */
test('are not restored all at once: a transaction takes as much as so many records usually are', async () => {
  const source = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  const [changes, touched] = [4, 500];
  for (let change = 0; change < changes; change++)
    await write(
      source,
      Array.from({ length: touched }, (_, i) =>
        record('Country', `country:c${change}-${i}`, { name: `C ${i}` }),
      ),
    );
  const lines = await backupOf(source);
  const target = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  Object.assign(target, { batch: 10 });
  const ends: number[][] = [[], [], []];
  await restore(
    target,
    catalogue,
    () => Readable.from(lines),
    (done, pass) => ends[pass]!.push(done),
  );
  const long = lines.flatMap((line, i) => (line.startsWith('{"row":{"id":"change:') ? [i] : []));
  expect(long).toHaveLength(changes);
  expect(lines[long[0]!]!.length).toBeGreaterThan(touched * 10);
  for (const pass of ends.slice(0, 2))
    for (const at of long) expect(pass.some((end) => end >= at && end < at + 2)).toBe(true);
  expect(await backupOf(target)).toEqual(lines);
  await Promise.all([source.close(), target.close()]);
});

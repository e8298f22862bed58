import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'libsql/promise';
import { expect, test } from 'vitest';
import { isWorn, rows } from '../../src/store/sqlite/statements.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { ask, record, write } from '../store/engines.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';

// A collected statement waited on the main thread for the one that ran, and nothing could end that one any more.
test('collecting garbage while a statement runs does not stop the process', async () => {
  const db = new Database('file:memory?mode=memory', {});
  for (let i = 0; i < 200; i++) await rows(db, `SELECT ${i}`, []);
  const running = rows(db, endless, []).catch((error: Error) => error.message);
  await new Promise((resolve) => setTimeout(resolve, 100));
  // Were it to stop, nothing in this process could say so.
  const guard = spawn('sh', ['-c', `sleep 20; kill -9 ${process.pid}`]);
  collect();
  guard.kill();
  db.interrupt();
  expect(await running).toBe('interrupted');
  db.close();
});

test('a connection that has prepared enough gives way to another, and answers go on', async () => {
  const db = new Database('file:memory?mode=memory', {});
  for (let i = 0; i < 1000; i++) await rows(db, `SELECT ${i}`, []);
  expect(isWorn(db)).toBe(true);
  db.close();
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-worn-'));
  const store = await SqliteStore.open(catalogue, { folder, timeLimit: 20_000, readers: 1 });
  const fields = 'id recordedAt recordedBy text language act channel audience said earliest latest'.split(
    ' ',
  );
  for (let i = 1; i < 1200; i++) {
    const some = fields.filter((_, bit) => i & (1 << bit)).join(' ');
    expect(await ask(store, `{ statements(first: 1) { nodes { ${some} } } }`)).toEqual({
      data: { statements: { nodes: [] } },
    });
  }
  await write(store, [record('Person', 'person:a', { name: 'A' })]);
  expect(await ask(store, '{ people { totalCount } }')).toEqual({ data: { people: { totalCount: 1 } } });
  await store.close();
  rmSync(folder, { recursive: true });
});

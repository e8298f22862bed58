import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { begin, main, run } from '../cli/command.js';
import { faultsOf } from '../store/faults.js';
import { address } from './address.js';
import { people } from './people.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opened = () => SqliteStore.open(catalogue, { folder: join(folder, 'data'), timeLimit: 20_000 });

test('a second server on one store is refused, says what to do, and the first goes on', async () => {
  const env = { SEEDS: 'none', PORT: '0' };
  const first = begin(folder, ['start'], env);
  const at = await address(first);
  const second = await run(folder, ['start'], '', env);
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(
    /^Another server serves the store in .*data already\..* set DATA_DIR to another/,
  );
  expect((await fetch(`${at}readyz`)).status).toBe(200);
  // Other commands work beside it.
  await writeFile(join(folder, 'people.jsonl'), people(10));
  expect((await run(folder, ['import', 'graph', 'people.jsonl'])).status).toBe(0);
  expect((await run(folder, ['check'])).stdout).toMatch(/nothing is wrong/);
  expect((await run(folder, ['backup', 'copy.sqlite'])).status).toBe(0);
  const answer = await fetch(`${at}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ people { totalCount } }"}',
  });
  expect(await answer.json()).toMatchObject({ data: { people: { totalCount: 10 } } });
  // However the first one ends, the next may begin.
  first.child.kill('SIGKILL');
  await first.ended;
  const third = begin(folder, ['start'], env);
  await address(third);
  third.child.kill('SIGTERM');
  expect((await third.ended).status).toBe(0);
});

test('a disk that is full: what was confirmed is there, nothing half, and it goes on when there is room', async () => {
  await writeFile(join(folder, 'people.jsonl'), people(30_000));
  // A file may not be larger than this: the system refuses to write on, as a full disk does.
  const code = `const { main } = await import(${JSON.stringify(main)}); await main(['import', 'graph', 'people.jsonl']);`;
  const child = spawn(
    'bash',
    ['-c', 'ulimit -f 16000; exec "$0" --input-type=module -e "$1"', process.execPath, code],
    { cwd: folder, env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data') } },
  );
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect(stderr).toMatch(/There is no room left where the store is .* nothing of this change was written/);
  expect(status).toBe(1);
  const store = await opened();
  const { counts } = await store.stats();
  expect(counts['Person'] ?? 0).toBeLessThan(30_000);
  expect((counts['Person'] ?? 0) % 5000).toBe(0);
  expect(await faultsOf(store)).toEqual([]);
  expect(await store.faults()).toEqual([]);
  await store.close();
  expect((await run(folder, ['import', 'graph', 'people.jsonl'])).status).toBe(0);
  const whole = await opened();
  expect((await whole.stats()).counts['Person']).toBe(30_000);
  await whole.close();
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written is refused, and left as it is (not seen as root)',
  async () => {
    expect((await run(folder, ['seed'], '', { SEEDS: 'none' })).status).toBe(0);
    await chmod(join(folder, 'data'), 0o500);
    const { status, stderr } = await run(folder, ['start'], '', { PORT: '0' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/DATA_DIR/)]);
    await chmod(join(folder, 'data'), 0o700);
  },
);

test.each([
  ['the folder is not there', 'missing/copy.sqlite', /cannot be written|unable to open/],
  ['the file is there already', 'people.sqlite', /is there already; --force overwrites it/],
  ['the ending is none', 'copy.zip', /is to end in .sqlite, .jsonl or .jsonl.gz/],
])('a backup where %s is refused, and leaves nothing behind', async (_, file, told) => {
  await writeFile(join(folder, 'people.sqlite'), 'mine');
  await run(folder, ['seed'], '', { SEEDS: 'none' });
  const before = await readdir(folder);
  const { status, stderr } = await run(folder, ['backup', file]);
  expect([status, stderr]).toEqual([1, expect.stringMatching(told)]);
  expect(await readdir(folder)).toEqual(before);
  expect((await stat(join(folder, 'people.sqlite'))).size).toBe(4);
});

test('a backup is restored into another folder, and never over a store', async () => {
  await writeFile(join(folder, 'people.jsonl'), people(100));
  await run(folder, ['import', 'graph', 'people.jsonl']);
  for (const file of ['copy.sqlite', 'copy.jsonl.gz']) {
    const env = { DATA_DIR: join(folder, `from-${file}`) };
    expect((await run(folder, ['backup', file])).stdout).toMatch(
      new RegExp(`^${file}: the store as of change 1 of its log`),
    );
    expect((await run(folder, ['restore', file], '', env)).stdout).toMatch(/restored, as of change 1/);
    expect((await run(folder, ['check'], '', env)).stdout).toMatch(/^100 records, .* nothing is wrong/);
    expect((await run(folder, ['restore', file], '', env)).status).toBe(1);
    expect((await run(folder, ['check'], '', env)).status).toBe(0);
  }
  await writeFile(join(folder, 'broken.sqlite'), 'SQLite format 3\0 and then nothing');
  const { status, stderr } = await run(folder, ['restore', 'broken.sqlite'], '', {
    DATA_DIR: join(folder, 'x'),
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/broken.sqlite is no whole store/)]);
  expect(await readdir(folder)).not.toContain('x');
});

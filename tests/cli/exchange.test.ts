import Database from 'libsql/promise';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { memoriesOf } from '../../src/store/stats.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { begin as beginIn, run as runIn } from './command.js';

const head = '{"rapporteur":"graph","version":1,"sources":[{"name":"A source"}]}\n';
const line = (id: string, more = '') => `{"type":"Person","id":"person:${id}","name":"${id}"${more}}\n`;

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'exchange-'))));
afterEach(() => rm(folder, { recursive: true }));

const begin = (args: readonly string[]) => beginIn(folder, args);
const run = (args: readonly string[], stdin = '', data = 'data') =>
  runIn(folder, args, stdin, { DATA_DIR: at(data) });

describe('rapporteur import graph', () => {
  const counts = (created: number, unchanged: number, refused: number) =>
    `${created + unchanged + refused} read: ${created} created, 0 amended, ${unchanged} unchanged, ${refused} refused\n`;

  test('says what it did', async () => {
    await writeFile(at('g.jsonl'), head + line('a') + line('b'));
    expect(await run(['import', 'graph', 'g.jsonl'])).toEqual({
      stdout: counts(2, 0, 0),
      stderr: '',
      status: 0,
    });
    expect(await run(['import', 'graph', '-'], head + line('b') + line('c'))).toMatchObject({
      stdout: counts(1, 1, 0),
      status: 0,
    });
  });

  test('names what it refused by its line and exits with 1; the rest is in', async () => {
    await writeFile(at('g.jsonl'), `${head}${line('a', ',"colour":"red"')}not this\n${line('b')}`);
    const { stdout, stderr, status } = await run(['import', 'graph', 'g.jsonl']);
    expect([stderr, status]).toEqual(['', 1]);
    const [first, ...lines] = stdout.split('\n').sort();
    expect([first, lines[0], lines[1], lines[2]]).toEqual([
      '',
      expect.stringMatching(/^ {2}g\.jsonl:2: person:a: colour: is no field of a Person/),
      expect.stringMatching(/^ {2}g\.jsonl:3: line 3: is no JSON/),
      counts(1, 0, 2).trim(),
    ]);
    expect(JSON.parse((await run(['import', 'graph', 'g.jsonl', '--json'])).stdout)).toMatchObject({
      read: 3,
      unchanged: 1,
      refused: 2,
      refusals: [{ record: 'line 3' }, { record: 'person:a', source: 'g.jsonl:2' }],
    });
  });

  test('writes nothing in a dry run, nor with --strict where anything is refused', async () => {
    await writeFile(at('g.jsonl'), head + line('a') + line('b', ',"born":"soon"'));
    const dry = await run(['import', 'graph', 'g.jsonl', '--dry-run']);
    expect(dry).toMatchObject({ stderr: '', status: 1 });
    expect(dry.stdout).toMatch(/^A dry run: this is what would be\.\n2 read: 1 created/);
    const strict = await run(['import', 'graph', 'g.jsonl', '--strict']);
    expect(strict.status).toBe(1);
    expect(strict.stdout).toMatch(/^Nothing was written, as --strict asks; it would be\.\n2 read: 1 created/);
    expect((await run(['export', 'graph'])).stdout).toBe('{"rapporteur":"graph","version":1,"sources":[]}\n');
  });

  test('says what is wrong with the file', async () => {
    await writeFile(at('none.jsonl'), line('a'));
    await writeFile(at('cut.jsonl.gz'), gzipSync(head + line('a')).subarray(0, 60));
    expect(await run(['import', 'graph', 'missing.jsonl'])).toMatchObject({
      stderr: 'There is no file missing.jsonl\n',
      status: 1,
    });
    expect((await run(['import', 'graph', '.'])).stderr).toContain('. cannot be read (it is a folder)');
    const none = await run(['import', 'graph', 'none.jsonl']);
    expect([none.status, none.stderr]).toEqual([
      1,
      expect.stringMatching(/^none\.jsonl:1: the line is no header/),
    ]);
    const cut = await run(['import', 'graph', 'cut.jsonl.gz']);
    expect([cut.status, cut.stderr]).toEqual([
      1,
      expect.stringMatching(/^cut\.jsonl\.gz is no whole gzip file/),
    ]);
    expect((await run(['import', 'graph'])).status).toBe(2);
    expect((await run(['import', 'graph', '--help'])).stdout).toContain('Examples:');
  });
});

describe('rapporteur export graph', () => {
  beforeEach(async () => {
    await run(['import', 'graph', '-'], head + line('a') + line('b'));
  });

  test('gives the same to stdout, to a file, and packed; what is there is overwritten only by --force', async () => {
    const { stdout, stderr, status } = await run(['export', 'graph']);
    expect([stdout.split('\n').length, stderr, status]).toEqual([4, '', 0]);
    expect(await run(['export', 'graph', 'g.jsonl'])).toEqual({ stdout: '', stderr: '', status: 0 });
    await run(['export', 'graph', 'g.jsonl.gz']);
    expect(await readFile(at('g.jsonl'), 'utf8')).toBe(stdout);
    expect(gunzipSync(await readFile(at('g.jsonl.gz'))).toString()).toBe(stdout);
    await writeFile(at('g.jsonl'), 'mine');
    expect(await run(['export', 'graph', 'g.jsonl'])).toMatchObject({
      stderr: 'g.jsonl is there already; --force overwrites it\n',
      status: 1,
    });
    expect(await readFile(at('g.jsonl'), 'utf8')).toBe('mine');
    await run(['export', 'graph', 'g.jsonl', '--force']);
    expect(await readFile(at('g.jsonl'), 'utf8')).toBe(stdout);
    expect((await readdir(folder)).sort()).toEqual(['data', 'g.jsonl', 'g.jsonl.gz']);
  });

  test('goes into another store, which then gives the same', async () => {
    const { stdout } = await run(['export', 'graph']);
    await run(['import', 'graph', '-'], stdout, 'other');
    expect((await run(['export', 'graph'], '', 'other')).stdout).toBe(stdout);
  });

  test('says where it cannot write', async () => {
    expect((await run(['export', 'graph', 'no/such/folder.jsonl'])).stderr).toMatch(
      /^no\/such\/folder\.jsonl cannot be written/,
    );
    expect((await run(['export', 'graph', '.', '--force'])).stderr).toMatch(
      /^\. is no file; write to stdout/,
    );
  });

  test('ends quietly where nobody reads on', async () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      line(`x${i}`, `,"description":"${'x'.repeat(200)}"`),
    ).join('');
    await run(['import', 'graph', '-'], head + many);
    const { child, ended } = begin(['export', 'graph']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toMatchObject({ stderr: '', status: 0 });
  });
});

describe('an import that is ended in the middle, on SQLite', () => {
  const total = 35_000;
  const batch = 5000;
  const text = head + Array.from({ length: total }, (_, i) => line(`p${i}`)).join('');

  /** Begins the import, and ends it by this signal when a change set is in. */
  async function ended(signal: 'SIGKILL' | 'SIGINT') {
    await writeFile(at('g.jsonl'), text);
    const { child, ended } = begin(['import', 'graph', 'g.jsonl']);
    const applied = async () => {
      const db = new Database(join(at('data'), 'rapporteur.sqlite'), { readonly: true });
      try {
        return ((await (await db.prepare('SELECT count(*) AS n FROM change')).get()) as { n: number }).n;
      } catch {
        return 0;
      } finally {
        db.close();
      }
    };
    while (child.exitCode === null && (await applied().catch(() => 0)) < 2) await wait(10);
    child.kill(signal);
    return ended;
  }

  async function whole(): Promise<number> {
    const store = await SqliteStore.open(catalogue, { folder: at('data'), timeLimit: 5000 });
    const { counts } = await store.stats();
    const credited = await memoriesOf(store, 'sources:graph');
    await store.close();
    expect(counts['Person']).toBe(batch * counts['Change']!);
    expect(credited.size).toBe(1);
    expect(counts['Person']).toBeLessThan(total);
    return counts['Person']!;
  }

  async function again(there: number): Promise<void> {
    const { stdout } = await run(['import', 'graph', 'g.jsonl', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      read: total,
      created: total - there,
      unchanged: there,
      refused: 0,
    });
  }

  test('killed, leaves whole change sets, and the same command brings the rest', async () => {
    await ended('SIGKILL');
    await again(await whole());
  });

  test('by Ctrl-C, ends after the running change set, says how far it got, and the same command goes on', async () => {
    const { stdout, stderr, status } = await ended('SIGINT');
    const there = await whole();
    expect(status).toBe(130);
    expect(stdout).toContain(`${there.toLocaleString('en')} created`);
    expect(stderr).toBe(
      'Stopped: what is said above was applied and stays; the same command goes on from there.\n',
    );
    await again(there);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run as runIn } from './command.js';

const mapping = `source: {name: 'Example: People', credit: Jane Example, licence: CC0-1.0}
records:
  - type: Person
    id: person:{No}
    set:
      name: '{Name}'
      born: {column: Born, format: DD/MM/YYYY}
`;
const good = 'No,Name,Born\na,Ann Example,01/02/1950\nb,Bo Example,\n';
/** The second of its two rows has a day that is none. */
const bad = 'No,Name,Born\na,Ann Example,01/02/1950\nb,Bo Example,31/02/1950\n';
const refused = "  table.csv:3: person:b: born: '31/02/1950' is no date as DD/MM/YYYY";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-table-'));
  await writeFile(join(folder, 'map.yaml'), mapping);
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
const bring = (file: string, args: readonly string[] = [], stdin = '') =>
  runIn(folder, ['import', 'table', file, '--map', 'map.yaml', ...args], stdin);

const counts = (created: number, unchanged: number, refused: number) =>
  `${created + unchanged + refused} read: ${created} created, 0 amended, ${unchanged} unchanged, ${refused} refused\n`;

/** The people that are in the store, and whom the graph thanks for them. */
async function people(): Promise<{ names: unknown[]; sources: unknown[] }> {
  const { stdout } = await runIn(folder, ['export', 'graph']);
  const [head, ...records] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { sources: { name: string }[]; name: string });
  return { names: records.map((r) => r.name).sort(), sources: head!.sources };
}

describe('What rapporteur import table gives back', () => {
  test('says what it did, and the same again changes nothing: exit code 0', async () => {
    await put('table.csv', good);
    expect(await bring('table.csv')).toEqual({ stdout: counts(2, 0, 0), stderr: '', status: 0 });
    expect(await bring('table.csv')).toEqual({ stdout: counts(0, 2, 0), stderr: '', status: 0 });
    expect(await people()).toEqual({
      names: ['Ann Example', 'Bo Example'],
      sources: [{ name: 'Example: People', credit: 'Jane Example', licence: 'CC0-1.0' }],
    });
  });

  test('names what it refused by file and line, and the rest is in: exit code 1', async () => {
    await put('table.csv', bad);
    const { stdout, stderr, status } = await bring('table.csv');
    expect([stderr, status]).toEqual(['', 1]);
    expect(stdout).toContain(counts(1, 0, 1) + refused);
    expect((await people()).names).toEqual(['Ann Example']);
  });

  test('with --json, both as one object', async () => {
    await put('table.csv', bad);
    const { stdout, stderr, status } = await bring('table.csv', ['--json']);
    expect([stderr, status]).toEqual(['', 1]);
    expect(JSON.parse(stdout)).toMatchObject({
      read: 2,
      created: 1,
      amended: 0,
      unchanged: 0,
      refused: 1,
      refusals: [{ record: 'person:b', source: 'table.csv:3' }],
      written: true,
    });
    await put('table.csv', good);
    expect(JSON.parse((await bring('table.csv', ['--json'])).stdout)).toMatchObject({
      read: 2,
      created: 1,
      unchanged: 1,
      refused: 0,
      refusals: [],
    });
  });

  test('a table that is wrong in itself, a mapping that is wrong, files that are not there: exit code 1, and nothing is written', async () => {
    const fails = async (file: string, says: RegExp, args?: readonly string[]) => {
      const { stdout, stderr, status } = await bring(file, args);
      expect([stdout, stderr, status]).toEqual(['', expect.stringMatching(says), 1]);
    };
    await put('table.csv', good);
    await put('columns.csv', 'No,Name\na,Ann\n');
    await put('empty.csv', '');
    await put('table.txt', good);
    await put('wrong.yaml', mapping.replace('born:', 'birth:'));
    await fails('missing.csv', /^There is no file missing\.csv\n$/);
    await fails('.', /^\. cannot be read \(it is a folder\)\n$/);
    await fails('columns.csv', /^map\.yaml:7: the table has no column 'Born'\ncolumns\.csv has No, Name\n$/);
    await fails('empty.csv', /^empty\.csv/);
    await fails('table.txt', /^table\.txt does not say what it is by its ending; --format takes csv, tsv/);
    await fails('table.csv', /^--format xls: it takes csv, tsv, jsonl\n$/, ['--format', 'xls']);
    await fails('table.csv', /^none\.yaml cannot be read: ENOENT/, ['--map', 'none.yaml']);
    await fails('table.csv', /^wrong\.yaml.*birth/s, ['--map', 'wrong.yaml']);
    expect((await people()).names).toEqual([]);
  });

  test('bad usage: exit code 2', async () => {
    const usage = async (args: readonly string[]) => {
      const { stdout, stderr, status } = await runIn(folder, ['import', 'table', ...args]);
      expect([stdout, status]).toEqual(['', 2]);
      return stderr;
    };
    await put('table.csv', good);
    expect(await usage(['--map', 'map.yaml'])).toContain("missing required argument 'file'");
    expect(await usage(['table.csv'])).toContain("required option '--map <mapping>' not specified");
    expect(await usage(['table.csv', '--map', 'map.yaml', '--quick'])).toContain("unknown option '--quick'");
    expect(await usage(['table.csv', 'other.csv', '--map', 'map.yaml'])).toContain('too many arguments');
    expect((await people()).names).toEqual([]);
  });

  test('--help: every option, and examples', async () => {
    const { stdout, stderr, status } = await runIn(folder, ['import', 'table', '--help']);
    expect([stderr, status]).toEqual(['', 0]);
    for (const said of ['--map <mapping>', '--format', '--dry-run', '--strict', '--json', 'Examples:'])
      expect(stdout).toContain(said);
  });
});

describe('Where rapporteur import table reads from', () => {
  test('stdin, where the form is said', async () => {
    const { stdout, stderr, status } = await bring('-', ['--format', 'csv'], good);
    expect([stdout, stderr, status]).toEqual([counts(2, 0, 0), '', 0]);
    expect((await people()).names).toEqual(['Ann Example', 'Bo Example']);
    const lines = '{"No":"c","Name":"Cy Example","Born":"03/04/1960"}\n';
    expect((await bring('-', ['--format', 'jsonl'], lines)).stdout).toBe(counts(1, 0, 0));
  });

  test('stdin alone does not say what it is', async () => {
    const { stdout, stderr, status } = await bring('-', [], good);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toBe('stdin does not say what it is by its ending; --format takes csv, tsv, jsonl\n');
  });

  test('a packed file, whose name before .gz says what it is', async () => {
    await put('table.csv.gz', gzipSync(good));
    expect(await bring('table.csv.gz')).toEqual({ stdout: counts(2, 0, 0), stderr: '', status: 0 });
    await put('table.tsv.gz', gzipSync(good.replaceAll(',', '\t')));
    expect((await bring('table.tsv.gz')).stdout).toBe(counts(0, 2, 0));
  });

  test('a packed file that is cut off is refused', async () => {
    await put('table.csv.gz', gzipSync(good).subarray(0, 40));
    const { stderr, status } = await bring('table.csv.gz');
    expect([stderr, status]).toEqual([expect.stringMatching(/^table\.csv\.gz is no whole gzip file/), 1]);
  });
});

describe('When rapporteur import table writes nothing', () => {
  test('in a dry run, which says what would be', async () => {
    await put('table.csv', good);
    const dry = await bring('table.csv', ['--dry-run']);
    expect(dry).toEqual({
      stdout: `A dry run: this is what would be.\n${counts(2, 0, 0)}`,
      stderr: '',
      status: 0,
    });
    expect(await people()).toEqual({ names: [], sources: [] });
  });

  test('with --strict, where a row is refused', async () => {
    await put('table.csv', bad);
    const strict = await bring('table.csv', ['--strict']);
    expect([strict.stderr, strict.status]).toEqual(['', 1]);
    expect(strict.stdout).toContain(
      `Nothing was written, as --strict asks; it would be.\n${counts(1, 0, 1)}${refused}`,
    );
    expect(await people()).toEqual({ names: [], sources: [] });
  });

  test('with --strict, where none is, it writes', async () => {
    await put('table.csv', good);
    expect((await bring('table.csv', ['--strict'])).stdout).toBe(counts(2, 0, 0));
    expect((await people()).names).toEqual(['Ann Example', 'Bo Example']);
  });
});

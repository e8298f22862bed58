import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../src/exchange/bring/outcome.js';
import { LONGEST_CELL, type Row, type TableForm } from '../../../src/exchange/table/reading/row.js';
import { readTable } from '../../../src/exchange/table/reading/table.js';

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** Rows as `line: cells`, refusals as `line: problem`; read in pieces of a few bytes. */
async function read(
  content: string | Buffer,
  {
    columns = ['No', 'City'],
    size = 7,
    ...form
  }: Partial<TableForm> & { columns?: string[]; size?: number } = {},
): Promise<unknown[]> {
  const rows = readTable(chunks(Buffer.from(content), size), {
    name: 't.csv',
    format: 'csv',
    encoding: 'utf-8',
    quotes: true,
    wanted: new Map(columns.map((c, i) => [c, `m.yaml:${i + 3}`])),
    ...form,
  });
  const out: unknown[] = [];
  for await (const row of rows)
    out.push(isRefusal(row) ? `${row.source}: ${row.problem}` : [row.line, ...row.cells.values()]);
  return out;
}
const isRefusal = (row: Row | Refusal): row is Refusal => 'problem' in row;

describe('How is a table read?', () => {
  test.each([
    ['commas', 'No,City\n1,Oslo\n2,Rome\n'],
    ['semicolons, where the header shows them', 'No;City\n1;Oslo\n2;Rome\n'],
    ['tabs, where the header shows them', 'No\tCity\n1\tOslo\n2\tRome\n'],
    ['a byte order mark, and the line ends of Windows', '\ufeffNo,City\r\n1,Oslo\r\n2,Rome\r\n'],
    ['the line ends of an old Mac', 'No,City\r1,Oslo\r2,Rome'],
    ['no end of the last line', 'No,City\n1,Oslo\n2,Rome'],
    ['space around cells, quoted ones too', 'No, "City"\n 1 ,Oslo\n2, "Rome"\n'],
    ['columns that nobody asks for', 'x,No,,City,\na,1,b,Oslo,c\nd,2,e,Rome,f\n'],
  ])('with %s', async (_, content) => {
    expect(await read(content)).toEqual([
      [2, '1', 'Oslo'],
      [3, '2', 'Rome'],
    ]);
  });

  test('with quotes, separators and line ends inside cells; a row is called by the line it begins at', async () => {
    const rows = [
      [2, '1', 'Oslo, the\n"new"\none'],
      [6, '2', 'Rome'],
    ];
    expect(await read('No,City\n1,"Oslo, the\n""new""\none"\n\n2,Rome\n')).toEqual(rows);
    const windows = await read('No,City\r\n1,"Oslo, the\r\n""new""\r\none"\r\n\r\n2,Rome\r\n');
    expect(windows).toEqual([
      [2, '1', 'Oslo, the\r\n"new"\r\none'],
      [6, '2', 'Rome'],
    ]);
  });

  test('with a separator of its own, and with quotes that are only characters', async () => {
    expect(await read('No|City\n1|"Oslo\n', { separator: '|', quotes: false })).toEqual([[2, '1', '"Oslo']]);
  });

  test.each([
    ['windows-1252', Buffer.from('No,City\n1,S\xe3o Tom\xe9\n', 'latin1')],
    ['utf-16le', Buffer.from('\ufeffNo,City\n1,São Tomé\n', 'utf16le')],
  ])('in %s, where that is said', async (encoding, content) => {
    expect(await read(content, { encoding })).toEqual([[2, '1', 'São Tomé']]);
  });

  test('from lines of JSON, where a list is several cells', async () => {
    const content =
      '\ufeff{"No": 1, "City": "Oslo"}\r\n\r\n{"City": ["Rome", 2, null], "more": {}, "No": null}';
    expect(await read(content, { format: 'jsonl' })).toEqual([
      [1, '1', 'Oslo'],
      [3, ['Rome', '2', ''], ''],
    ]);
  });
});

describe('What is refused of a table, and what becomes of the rest?', () => {
  test('a row with too few or too many cells, alone', async () => {
    expect(await read('No,City\n1\n2,Rome,x\n3,Oslo\n')).toEqual([
      't.csv:2: has 1 cell, the header 2',
      't.csv:3: has 3 cells, the header 2',
      [4, '3', 'Oslo'],
    ]);
  });

  test.each([
    [
      'goes on after it closes',
      '2,"Rome"x\n3,Oslo\n',
      3,
      /^has a quote inside a cell.*nothing was read from there on$/,
    ],
    [
      'stands inside a cell',
      '2,Ro"me\n3,Oslo\n',
      3,
      /^has a quote inside a cell.*'quotes: false'.*nothing was read/,
    ],
    ['is never closed', '2,"Rome\n3,Oslo\n', 3, /^has a cell whose quote is never closed.*nothing was read/],
  ])('everything from a quote on that %s: the rows before it stand', async (_, rest, line, problem) => {
    const [row, refusal, ...more] = await read(`No,City\n1,Oslo\n${rest}`);
    expect(row).toEqual([2, '1', 'Oslo']);
    expect(refusal).toMatch(new RegExp(`^t\\.csv:${line}: `));
    expect(String(refusal).replace(/^t\.csv:\d+: /, '')).toMatch(problem);
    expect(more).toEqual([]);
  });

  test('everything from a byte on that is not of the encoding, with line and byte', async () => {
    const content = Buffer.from('No,City\n1,Oslo\n2,Troms\xf8\n3,Rome\n', 'latin1');
    for (const size of [3, 1000])
      expect(await read(content, { size })).toEqual([
        [2, '1', 'Oslo'],
        expect.stringMatching(
          /^t\.csv:3: is not UTF-8 at byte 22 of the file; in the mapping, 'encoding: windows-1252' .* nothing was read/,
        ),
      ]);
    expect(content[22]).toBe(0xf8);
  });

  test('the same in a line of JSON, and in a header', async () => {
    const content = Buffer.from('{"No": 1}\n{"No": "\xf8"}\n', 'latin1');
    const [row, refusal] = await read(content, { format: 'jsonl', columns: ['No'] });
    expect([row, refusal]).toEqual([[1, '1'], expect.stringMatching(/^t\.csv:2: is not UTF-8 at byte 18 /)]);
    expect(await read(Buffer.from('No,\xf8\n', 'latin1'))).toEqual([
      expect.stringMatching(/^t\.csv:1: is not UTF-8 at byte 3 /),
    ]);
  });

  test('a cell that is too long, alone', async () => {
    const long = 'x'.repeat(LONGEST_CELL + 1);
    const rows = await read(`No,City\n1,${long}\n2,Rome\n`, { size: 65_536 });
    expect(rows).toEqual([
      "t.csv:2: 'City' has 1,000,001 characters; a cell has at most 1,000,000",
      [3, '2', 'Rome'],
    ]);
    const json = await read(`{"No":1,"City":"${long}"}\n`, { format: 'jsonl', size: 65_536 });
    expect(json).toEqual(["t.csv:1: 'City' has more than 1,000,000 characters"]);
  });

  test('everything from a row of more than 16 MB on: a quote that is never closed does not fill the memory', async () => {
    const rows = await read(`No,City\n1,Oslo\n2,"${'x\n'.repeat(9_000_000)}`, { size: 65_536 });
    expect(rows).toEqual([
      [2, '1', 'Oslo'],
      expect.stringMatching(/^t\.csv:3: is a row of more than 16 MB.*nothing was read/),
    ]);
  });

  test('lines of JSON that are no objects, or whose cells are', async () => {
    const content = '[1]\nnull\n{"No":\n{"No": {"a": 1}, "City": ""}\n{"No": 1, "City": "Oslo"}\n';
    expect(await read(content, { format: 'jsonl' })).toEqual([
      't.csv:1: is [1], not an object {"column": "cell", …}',
      't.csv:2: is null, not an object {"column": "cell", …}',
      expect.stringMatching(/^t\.csv:3: is no JSON: /),
      `t.csv:4: 'No' is {"a":1}; a cell is a text, a number or a list of them`,
      [5, '1', 'Oslo'],
    ]);
  });

  test('a column of the mapping that no line of JSON has, at the end', async () => {
    expect(await read('{"No": 1, "Citty": "Oslo"}\n', { format: 'jsonl' })).toEqual([
      [1, '1'],
      "m.yaml:4: no line of t.csv has it; did you mean 'Citty'?; they have No, Citty",
    ]);
  });
});

describe('Which tables are not begun at all?', () => {
  test.each([
    ['an empty one', '', 't.csv is empty; its first row names the columns'],
    ['one of empty lines', '\n \n', 't.csv is empty; its first row names the columns'],
    [
      'one without a column of the mapping',
      'No,Citty,Year\n1,Oslo,2\n',
      "m.yaml:4: the table has no column 'City'; did you mean 'Citty'?\nt.csv has No, Citty, Year",
    ],
    ['one that has a column twice', 'No,City,No\n1,Oslo,2\n', "t.csv:1: the header has 'No' twice"],
  ])('%s', async (_, content, message) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message });
  });

  test('an empty one of JSON', async () => {
    await expect(read('', { format: 'jsonl' })).rejects.toThrow(
      't.csv is empty; it has one JSON object a line',
    );
  });

  test('one whose header has a broken quote', async () => {
    await expect(read('No,Ci"ty\n1,Oslo\n')).rejects.toThrow(/^t\.csv:1: has a quote inside a cell/);
  });
});

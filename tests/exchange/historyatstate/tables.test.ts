import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields, list, number, optional, text } from '../../../src/exchange/historyatstate/tables/cells.js';
import { Table } from '../../../src/exchange/historyatstate/tables/table.js';

interface Row {
  readonly id: string;
  readonly height?: number | undefined;
  readonly names: readonly { readonly name: string; readonly note?: string | undefined }[];
}

const table = new Table<Row>('rows.tsv', {
  id: text,
  height: optional(number),
  names: list(fields<Row['names'][number]>({ name: text, note: optional(text) })),
});

describe('A table', () => {
  test('gives back what was written into it, whatever the text', () => {
    const words = fc
      .array(fc.constantFrom('a', ';', '|', '\\', 'é', '金', ' '), { minLength: 1, maxLength: 6 })
      .map((c) => c.join(''));
    const row = fc.record({
      id: words,
      height: fc.option(fc.integer(), { nil: undefined }),
      names: fc.array(fc.oneof(fc.record({ name: words }), fc.record({ name: words, note: words })), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(table.read(table.write(rows))).toEqual(rows);
      }),
    );
  });

  test('says in which file, line and column something is wrong', () => {
    expect(() => table.read('id\tnames\n')).toThrow(
      'rows.tsv:1: the columns are id, names; they must be id, height, names',
    );
    expect(() => table.read('id\theight\tnames\na\t1\n')).toThrow('rows.tsv:2: 2 cells for 3 columns');
    expect(() => table.read('id\theight\tnames\na\t1\tb\nc\ttall\td\n')).toThrow(
      "rows.tsv:3, height: 'tall' is no number",
    );
    expect(() => table.read('id\theight\tnames\na\t\tb;c;d\n')).toThrow(
      "rows.tsv:2, names: 'b;c;d' has more than 2 fields",
    );
  });

  test('takes no text with a tab or a line break', () => {
    expect(() => table.write([{ id: 'a\tb', names: [] }])).toThrow("rows.tsv, id: 'a\tb' has a tab");
  });
});

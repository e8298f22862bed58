import { describe, expect, test } from 'vitest';
import { factsOf, piecesOf } from '../../src/web/article/marks.js';
import { day } from '../../src/web/panel/days.js';
import { csvOf } from '../../src/web/panel/csv.js';

test.each([
  ['2019-10-05', '5 Oct 2019'],
  ['2019-10', 'Oct 2019'],
  ['2018~', 'about 2018'],
  ['2017/2021-01-20', '2017 – 20 Jan 2021'],
  ['2018/..', '2018 – …'],
  ['/2018', '? – 2018'],
  ['', ''],
  [null, ''],
])('the day %s is shown as “%s”', (edtf, shown) => {
  expect(day(edtf)).toBe(shown);
});

describe('A table of rows', () => {
  test('has quotes where a cell needs them', () => {
    expect(
      csvOf([
        { who: 'Ann, "A."', said: 'one\ntwo' },
        { who: null, more: 1 },
      ]),
    ).toBe('who,said,more\r\n"Ann, ""A.""","one\ntwo",\r\n,,1');
  });

  test.each(['=1+1', '+1', '-1', '@x', '\tx'])('gives a spreadsheet no formula: %j', (text) => {
    expect(csvOf([{ text }])).toContain(`'${text}`);
  });
});

test('a text is cut where spans begin and end, also where they cross, and nothing of it is lost', () => {
  const body = 'Ann said: “We had talks.”';
  const facts = factsOf(
    [
      {
        id: 'report:1',
        text: 'We had talks',
        spans: [
          { role: 'SOURCE', start: 0, end: 3 },
          { role: 'CONTENT', start: 10, end: 99 },
        ],
        statement: { id: 'statement:1', speaker: null },
      },
    ],
    [{ id: 'mention:1', start: 0, end: 8, exact: 'Ann said', entity: null }],
  );
  const pieces = piecesOf(body, facts);
  expect(pieces.map((p) => p.text).join('')).toBe(body);
  expect(pieces.map(({ text, facts }) => [text, facts.map((f) => f.role).join(' ')])).toEqual([
    ['Ann', 'SOURCE MENTION'],
    [' said', 'MENTION'],
    [': ', ''],
    ['“We had talks.”', 'CONTENT'],
  ]);
});

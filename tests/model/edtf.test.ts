import parse from 'edtf';
import { describe, expect, test } from 'vitest';
import { bounds } from '../../src/model/edtf.js';
import { plainDays } from '../../src/model/plain-days.js';

const two = (n: number) => String(n).padStart(2, '0');
const grammar = (text: string) => {
  const { min, max } = parse(text) as unknown as { min: number; max: number };
  return [min, max].map((time) => new Date(time).toISOString().slice(0, 10));
};

describe('the days of a date that is plainly written', () => {
  const years = ['0004', '0100', '1582', '1874', '1900', '2000', '2019', '2100', '9999'];
  const days = years.flatMap((year) => [
    year,
    ...Array.from({ length: 12 }, (_, m) => `${year}-${two(m + 1)}`),
    ...['01-01', '02-28', '04-30', '12-31'].map((day) => `${year}-${day}`),
  ]);

  test.each(days)('%s are those that the grammar of EDTF gives it', (text) => {
    expect(plainDays(text)).toEqual(grammar(text));
  });

  test.each(['2019/2021', '2019-02/2020', '2019-10-05/2019-10-06', '1874-12-22/1875-01'])(
    'of an interval too: %s',
    (text) => expect(plainDays(text)).toEqual(grammar(text)),
  );
});

describe('what may be no date', () => {
  test.each(['2019-13', '2019-00', '2019-04-31', '2019-10-06/2019-10-05', '2019-10-05\n'])(
    'is left to the grammar, which refuses it: %j',
    (text) => {
      expect(plainDays(text)).toBeUndefined();
      expect(() => bounds(text)).toThrow(text.includes('/') ? /before it begins|no EDTF/ : /no EDTF date/);
    },
  );

  test.each(['2019-02-29', '2019-21', '201X', '2019?', '../2019', '0000-02-29', '[2019,2021]'])(
    'or which knows more of it: %s',
    (text) => expect(plainDays(text)).toBeUndefined(),
  );
});

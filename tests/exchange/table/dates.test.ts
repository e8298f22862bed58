import { describe, expect, test } from 'vitest';
import { dateFormat, readDate } from '../../../src/exchange/table/mapping/dates.js';

const read = (text: string, ...formats: string[]) =>
  readDate(
    text,
    formats.map((f) => dateFormat(f)!),
  );

describe('How are dates read?', () => {
  test.each([
    ['14/03/2017', 'DD/MM/YYYY', '2017-03-14'],
    ['4/3/2017', 'DD/MM/YYYY', '2017-03-04'],
    ['03/14/2017', 'MM/DD/YYYY', '2017-03-14'],
    ['14.03.2017', 'DD.MM.YYYY', '2017-03-14'],
    ['4 Mar 2017', 'D MMM YYYY', '2017-03-04'],
    ['4  March 2017', 'D MMM YYYY', '2017-03-04'],
    ['Sept. 4, 2017', 'MMM D, YYYY', '2017-09-04'],
    ['03/2017', 'MM/YYYY', '2017-03'],
    ['2017', 'YYYY', '2017'],
    ['2017-03?', 'EDTF', '2017-03?'],
  ])('%s as %s is %s', (text, format, date) => {
    expect(read(text, format)).toBe(date);
  });

  test('by the one of several formats that fits', () => {
    expect(read('2017', 'DD/MM/YYYY', 'YYYY')).toBe('2017');
    expect(read('05/05/2017', 'DD/MM/YYYY', 'MM/DD/YYYY')).toBe('2017-05-05');
  });
});

describe('Which dates are refused?', () => {
  test('one that is not of the format, with what it could be', () => {
    expect(() => read('03/14/2017', 'DD/MM/YYYY')).toThrow(
      "'03/14/2017' is no date as DD/MM/YYYY; it is 2017-03-14 as MM/DD/YYYY: say so by 'format'",
    );
    expect(() => read('spring', 'YYYY', 'EDTF')).toThrow(
      /^'spring' is no date as YYYY or EDTF \(2019, 2019-02, 2019-10-05\)$/,
    );
  });

  test('one that two formats read differently, with both readings', () => {
    expect(() => read('03/04/2017', 'DD/MM/YYYY', 'MM/DD/YYYY')).toThrow(
      "'03/04/2017' is 2017-04-03 as DD/MM/YYYY and 2017-03-04 as MM/DD/YYYY; 'format' must have one of them",
    );
    expect(() => read('03/04/2017', 'EDTF')).toThrow(
      /it is 2017-04-03 as DD\/MM\/YYYY and 2017-03-04 as MM\/DD\/YYYY/,
    );
  });

  test('one that is not in the calendar', () => {
    expect(() => read('30/02/2017', 'DD/MM/YYYY')).toThrow("'30/02/2017' is no date as DD/MM/YYYY");
    expect(() => read('4 Foo 2017', 'D MMM YYYY')).toThrow("'4 Foo 2017' is no date as D MMM YYYY");
  });

  test.each(['DD/MM', 'YY', 'YYYY DD', 'YYYY-MM-MM', 'yyyy', 'on YYYY'])('%s is no format', (format) => {
    expect(dateFormat(format)).toBeUndefined();
  });
});

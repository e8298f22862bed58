import { describe, expect, test } from 'vitest';
import { ARE_ONE, compareNames, MAY_BE_ONE } from '../../src/model/names/compare.js';
import { known, one, two } from './pairs.js';

describe('names of one', () => {
  test.each(one)('%s is %s', (a, b) => {
    expect(compareNames(a, b).score).toBeGreaterThanOrEqual(ARE_ONE);
    expect(compareNames(b, a).score).toBeGreaterThanOrEqual(ARE_ONE);
  });
});

describe('names of two', () => {
  test.each(two)('%s is not %s', (a, b) => {
    expect(compareNames(a, b).score).toBeLessThan(MAY_BE_ONE);
    expect(compareNames(b, a).score).toBeLessThan(MAY_BE_ONE);
  });
});

/** What spelling alone cannot tell, as it stands: a change here is news, good or bad. */
describe('what spelling does not know', () => {
  test.each(known.missed)('that %s is %s', (a, b) => expect(compareNames(a, b).score).toBeLessThan(ARE_ONE));
  test.each(known.taken)('that %s is not %s', (a, b) =>
    expect(compareNames(a, b).score).toBeGreaterThanOrEqual(MAY_BE_ONE),
  );
});

test('a surname alone may be anybody of that name, and is nobody for sure', () => {
  const { score, reason } = compareNames('Kim', 'Kim Myong Gil');
  expect(score).toBeGreaterThanOrEqual(MAY_BE_ONE);
  expect(score).toBeLessThan(ARE_ONE);
  expect(reason).toBe("'Kim' is part of 'Kim Myong Gil' (0.54)");
});

test('a given name of two letters stands for nobody, a family name of two does', () => {
  expect(compareNames('Un', 'Kim Jong Un').score).toBe(0);
  expect(compareNames('Xi', 'Xi Jinping').score).toBeGreaterThanOrEqual(MAY_BE_ONE);
});

test('a number is no initial, and an initial no number', () => {
  expect(compareNames('Malcolm X', 'Malcolm Xavier').score).toBeLessThan(ARE_ONE);
  expect(compareNames('William V. Tubman', 'William Vacanarat Tubman').score).toBeGreaterThanOrEqual(ARE_ONE);
  expect(compareNames('JINPING XI', 'Xi Jinping').score).toBe(1);
});

test('reasons say how two names are spelt', () => {
  expect(compareNames('Mun Jae In', 'Moon Jae-in').reason).toMatch(
    /^'Mun Jae In' is spelt much like 'Moon Jae-in' \(0\.9\d\)$/,
  );
  expect(compareNames('MERKEL, ANGELA', 'Angela Merkel').reason).toBe(
    "'MERKEL, ANGELA' is spelt as 'Angela Merkel' (1.00)",
  );
  expect(compareNames('Kim Jong Un', 'Kim Myong Gil').reason).toMatch(/is spelt otherwise than/);
});

test.each([
  '',
  '  ',
  '🙂🙂',
  '*:"\'()[]{}^~\\/',
  '-',
  '.',
  'a'.repeat(10_000),
  'Kim '.repeat(2_500),
  '金'.repeat(9_999),
])('any text can be compared: %.20s', (text) => {
  const { score } = compareNames(text, 'Kim Jong Un');
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThan(ARE_ONE);
  if (/[a-z金]/i.test(text)) expect(compareNames(text, text).score).toBe(1);
});

import { expect, test } from 'vitest';
import { askedKeys, keysOf, MOST_KEYS } from '../../src/model/names/keys.js';
import { latin } from '../../src/model/names/latin.js';
import { nameTokens } from '../../src/model/names/tokens.js';
import { known, one } from './pairs.js';

const stored = (name: string) => new Set(keysOf([name]).map(({ key }) => key));

test.each(one)('whoever asks for %s finds %s, and the other way round', (a, b) => {
  for (const [asked, kept] of [
    [a, b],
    [b, a],
  ] as const) {
    const keys = stored(kept);
    expect(askedKeys(asked).some((key) => keys.has(key))).toBe(true);
  }
});

test.each(known.unheard)('%s and %s share no key', (a, b) => {
  const keys = stored(b);
  expect(askedKeys(a).some((key) => keys.has(key))).toBe(false);
});

test.each([
  ['Kim', 'Kim Jong Un'],
  ['Moon', 'Moon Jae-in'],
  ['Mun', 'Moon Jae-in'],
  ['Jaein', 'Moon Jae-in'],
  ['Biegun', 'Stephen Biegun'],
  ['President Moon', 'Moon Jae-in'],
])('one word finds the longer name: %s, %s', (asked, kept) => {
  const keys = stored(kept);
  expect(askedKeys(asked).some((key) => keys.has(key))).toBe(true);
});

test('a family name among others is not looked up by itself', () => {
  expect(stored('Kim Myong Gil')).toContain(askedKeys('Kim')[0]);
  expect(askedKeys('Kim Jong Un')).not.toContain(askedKeys('Kim')[0]);
});

test.each([
  'North Korean delegation to the Stockholm talks of October 2019',
  'a '.repeat(5_000),
  'word '.repeat(2_000),
  'x'.repeat(10_000),
  'José Manuel Durão Barroso',
  '🙂',
  '',
  '*:"\'()[]{}^~\\/',
])('the keys of a name are bounded: %.30s', (name) => {
  expect(keysOf([name]).length).toBeLessThanOrEqual(MOST_KEYS);
  expect(askedKeys(name).length).toBeLessThanOrEqual(MOST_KEYS);
  for (const key of [...stored(name), ...askedKeys(name)]) expect(key.length).toBeLessThan(300);
});

test('an entity has each key once, with its shortest name', () => {
  const keys = keysOf(['Kim Jong Un', 'Kim Jong-un', 'Kim']);
  expect(new Set(keys.map((k) => k.key)).size).toBe(keys.length);
  expect(keys.find((k) => k.key === askedKeys('Kim')[0])).toMatchObject({ size: 1 });
});

test.each([
  ['Ким', ['kim']],
  ['Зеленський', ['zelenskiy']],
  ['김정은', ['gim', 'jeong', 'eun']],
  ['习近平', ['xi', 'jin', 'ping']],
  // Han is read as Mandarin: Kim Jong Un so written needs his alias.
  ['金正恩', ['jin', 'zheng', 'en']],
  ['محمد', ['mahamad']],
  ['كيم', ['kim']],
  ['Τσίπρας', ['tsipras']],
  ['Erdoğan', ['erdogan']],
  ['Łukasz', ['lukasz']],
  ['🙂', []],
])('in Latin letters %s is %j', (word, letters) => {
  if (letters.length) expect(latin(word)).toEqual(letters);
  else expect(nameTokens(word)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitVisitor } from '../../../../src/exchange/historyatstate/people/visitor.js';
import { absent } from '../sources.js';
import { visits } from './record.js';

const gold = readFileSync(join(import.meta.dirname, '../gold/splits.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, ...string[]]);

const only = (printed: string) => {
  const all = splitVisitor(printed);
  expect(all).toHaveLength(1);
  return all[0]!;
};

describe('a visitor of the gold list is split as a reader splits it', () => {
  test.each(gold)('visit %s, %s', (_, printed, ...expected) => {
    const split = splitVisitor(printed).flatMap((v) => [
      v.title ?? '-',
      v.name ?? '-',
      v.otherNames[0] ?? '-',
    ]);
    expect(split).toEqual(expected);
    for (const one of splitVisitor(printed)) expect(one.printed).toBe(printed);
  });

  test.skipIf(absent)('and is printed so in the source', async () => {
    const printed = new Map((await visits()).map((v) => [v.id, v.visitor]));
    expect(gold.map(([id, text]) => [id, text])).toEqual(gold.map(([id]) => [id, printed.get(id)]));
  });
});

test('an office without a name is a title and nobody', () => {
  expect(only('the Foreign Minister')).toEqual({
    printed: 'the Foreign Minister',
    title: 'Foreign Minister',
    otherNames: [],
  });
  expect(only('Chairman of the Council of Ministers').name).toBeUndefined();
});

test('a delegation is nobody by name', () => {
  expect(only('Delegation of the National Assembly').name).toBeUndefined();
  expect(only('Representatives of the opposition').name).toBeUndefined();
});

test('two offices of one person are one title', () => {
  expect(only('Deputy Prime Minister and Foreign Minister Ivica Dacic')).toMatchObject({
    title: 'Deputy Prime Minister and Foreign Minister',
    name: 'Ivica Dacic',
  });
  expect(only('Premier and Prince Sihanouk').title).toBe('Premier and Prince');
});

test('of a couple each is a person', () => {
  expect(splitVisitor('President and Mrs. Marcos').map((v) => [v.title, v.name])).toEqual([
    ['President', 'Marcos'],
    ['Mrs.', 'Marcos'],
  ]);
  expect(splitVisitor('King Baudouin and Queen Fabiola').map((v) => v.name)).toEqual([
    'King Baudouin',
    'Queen Fabiola',
  ]);
});

test.each([
  ['President-elect Pessoa', 'ELECT'],
  ['President- designate Roberto E. Viola', 'DESIGNATE'],
  ['Acting President Park', 'ACTING'],
  ['Interim President Juan Guaidó', 'ACTING'],
  ['Former President Olusegun Obasanjo', 'FORMER'],
  ['President Diaz', undefined],
])('%s stands to the office as %s', (printed, standing) => {
  expect(only(printed).standing).toBe(standing);
});

test.each([
  ['Prime Minister Shah Mahmud', 'Shah Mahmud'],
  ['Prime Minister Amir Abbas Hoveyda', 'Amir Abbas Hoveyda'],
  ['Prime Minister Sheikh Hasina', 'Sheikh Hasina'],
  ['Prime Minister Mackenzie King', 'Mackenzie King'],
  ['Prime Minister John Major', 'John Major'],
  ['President Hassan Sheikh Mohamud', 'Hassan Sheikh Mohamud'],
  ['Prime Minister Mohammed Haji Ibrahim Egal', 'Mohammed Haji Ibrahim Egal'],
  ['President France Albert Rene', 'France Albert Rene'],
])('what looks like a title in %s is part of the name', (printed, name) => {
  expect(only(printed).name).toBe(name);
});

test.each([
  '',
  '   ',
  'King',
  ', and &',
  '(',
  '()',
  'and Prime Minister',
  '-elect',
  '🙂',
  'a'.repeat(5000),
  'King '.repeat(2000),
])('any text is somebody or nobody: %.20s', (printed) => {
  expect(splitVisitor(printed).length).toBeGreaterThan(0);
});

const spellings = absent ? [] : [...new Set((await visits()).map((v) => v.visitor))];

describe.skipIf(absent)('of all spellings in the record', () => {
  test('each names somebody', () => {
    expect(spellings.length).toBeGreaterThan(1500);
    expect(spellings.filter((s) => splitVisitor(s).some((v) => !v.name))).toEqual([]);
  });

  test('two have no title', () => {
    expect(spellings.filter((s) => splitVisitor(s).some((v) => !v.title))).toEqual([
      'Valdas Adamkus',
      'Jose Luis Rodriguez Zapatero',
    ]);
  });

  test('no word of an office is left in a name', () => {
    const names = spellings.flatMap((s) => splitVisitor(s).map((v) => v.name!));
    expect(names.filter((n) => /\b(President|Minister|Chancellor|elect|and|of|Dr)\b/.test(n))).toEqual([
      'Earl of Athlone',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Officer, President } from '../../../../src/exchange/historyatstate/facts.js';
import { resolvePeople } from '../../../../src/exchange/historyatstate/people/resolve.js';
import { absent } from '../sources.js';
import { officers as allOfficers, presidents as allPresidents } from './record.js';

/** An officer as pocom has it: `foote-lucius-harwood | Lucius Harwood | Foote | 1826`. */
const officer = (line: string): Officer => {
  const [id, forename, surname, born, died, generation, otherName] = line.split('|').map((p) => p.trim());
  return {
    repository: 'pocom',
    id: id!,
    at: id!,
    forename: forename!,
    surname: surname!,
    ...(born && { born }),
    ...(died && { died }),
    ...(generation && { generation }),
    ...(otherName && { otherName }),
  };
};
const president = (id: string, name: string, born: string, died?: string): President => ({
  repository: 'travels',
  id,
  at: id,
  name,
  born,
  isInOffice: false,
  ...(died && { died }),
});

const resolve = (
  lines: string[],
  presidents: President[] = [],
  known: { id: string; names: string[]; country?: string }[] = [],
) =>
  resolvePeople({
    sightings: [],
    officers: lines.map(officer),
    presidents,
    known,
    sameLine: (a, b) => a === b,
  });

test('an officer’s name is in natural order, what else is printed is another name', () => {
  const { people } = resolve([
    'foote-lucius-harwood | Lucius Harwood | Foote | 1826 | 1913',
    'blake-robert-orris-jr | Robert Orris | Blake | 1957 | | Jr. | Robert O. Blake Jr.',
    'kissinger-henry-a | Henry A. (Heinz Alfred) | Kissinger | 1923 | | | Henry A. Kissinger',
    'hughes-robert-john | (Robert) John | Hughes | 1930',
    'hanford-john-v | John V. | Hanford | 1954 | | 3rd',
  ]);
  expect(people.map(({ id, name, otherNames, born }) => ({ id, name, otherNames, born }))).toEqual([
    {
      id: 'person:henry-a-kissinger',
      name: 'Henry A. Kissinger',
      otherNames: ['Henry A. (Heinz Alfred) Kissinger'],
      born: '1923',
    },
    { id: 'person:john-v-hanford-iii', name: 'John V. Hanford III', otherNames: [], born: '1954' },
    { id: 'person:lucius-harwood-foote', name: 'Lucius Harwood Foote', otherNames: [], born: '1826' },
    {
      id: 'person:robert-john-hughes',
      name: 'Robert John Hughes',
      otherNames: ['(Robert) John Hughes'],
      born: '1930',
    },
    {
      id: 'person:robert-orris-blake-jr',
      name: 'Robert Orris Blake Jr.',
      otherNames: ['Robert O. Blake Jr.'],
      born: '1957',
    },
  ]);
});

test('two officers of one name are two, and their years tell them apart', () => {
  const { people, matches } = resolve([
    'forsyth-john | John | Forsyth | 1780 | 1841',
    'forsyth-john2 | John | Forsyth | 1812 | 1877',
  ]);
  expect(people.map((p) => p.id)).toEqual(['person:john-forsyth-1780', 'person:john-forsyth-1812']);
  expect(matches).toEqual([]);
});

test('without years the ids of the source tell them apart', () => {
  const { people } = resolve(['smith-john | John | Smith', 'smith-john-2 | John | Smith']);
  expect(people.map((p) => p.id)).toEqual(['person:john-smith-smith-john', 'person:john-smith-smith-john-2']);
});

test('two who may be one are asked about', () => {
  const { people, matches } = resolve([
    'robinson-david-m | David M. | Robinson | 1955',
    'robinson-david-malcolm | David Malcolm | Robinson | 1955',
  ]);
  expect(people).toHaveLength(2);
  expect(matches).toEqual([
    {
      a: 'person:david-m-robinson',
      b: 'person:david-malcolm-robinson',
      score: 0.9,
      reason: "'David M. Robinson' and 'David Malcolm Robinson' can be one name, both born in 1955",
      rests: { repository: 'pocom', record: 'robinson-david-m' },
    },
  ]);
});

describe('a president', () => {
  test('is the officer of the same name and year', () => {
    const { people } = resolve(
      [
        'adams-john | John | Adams | 1735 | 1826',
        'bush-george-herbert-walker | George Herbert Walker | Bush | 1924 | 2018 | | George Bush',
        'van-buren-martin | Martin | Van Buren | 1782 | 1862',
      ],
      [
        president('adams-john', 'John Adams', '1735', '1826'),
        president('bush-george-h-w', 'George H.W. Bush', '1924', '2018'),
        president('bush-george-w', 'George W. Bush', '1946'),
        president('buren-martin-van', 'Martin Van Buren', '1782', '1862'),
      ],
    );
    expect(people.map((p) => [p.id, p.officers.length + p.presidents.length])).toEqual([
      ['person:george-h-w-bush', 2],
      ['person:george-w-bush', 1],
      ['person:john-adams', 2],
      ['person:martin-van-buren', 2],
    ]);
  });

  test('is not his grandson, though one id stands for both', () => {
    const resolution = resolve(
      ['taft-william-howard | William Howard | Taft | 1915 | 1991 | III'],
      [president('taft-william-howard', 'William Howard Taft', '1857', '1930')],
    );
    expect(resolution.personOfPresident('taft-william-howard')).toBe('person:william-howard-taft');
    expect(resolution.personOfOfficer('taft-william-howard')).toBe('person:william-howard-taft-iii');
  });

  test('of two terms is one', () => {
    const cleveland = president('cleveland-grover', 'Grover Cleveland', '1837', '1908');
    expect(resolve([], [cleveland, cleveland]).people).toHaveLength(1);
  });
});

describe('whom the graph knows', () => {
  const home = 'country:united-states';
  const trump = { id: 'person:donald-trump', names: ['Donald Trump', 'Trump'], country: home };
  const biegun = { id: 'person:stephen-biegun', names: ['Stephen Biegun', 'Biegun'], country: home };

  test('is found with an initial more', () => {
    const resolution = resolve(
      ['biegun-stephen-e | Stephen E. | Biegun'],
      [president('trump-donald-j', 'Donald J. Trump', '1946')],
      [trump, biegun],
    );
    expect(resolution.personOfPresident('trump-donald-j')).toBe('person:donald-trump');
    expect(resolution.personOfOfficer('biegun-stephen-e')).toBe('person:stephen-biegun');
    expect(resolution.people.map((p) => p.otherNames)).toEqual([['Donald J. Trump'], ['Stephen E. Biegun']]);
    expect(resolution.matches).toEqual([]);
  });

  test('keeps the graph’s name when imported again', () => {
    const resolution = resolvePeople({
      sightings: [],
      officers: [officer('biegun-stephen-e | Stephen E. | Biegun')],
      presidents: [],
      known: [{ ...biegun, names: [...biegun.names, 'Stephen E. Biegun'] }],
      prior: new Map([['officer:biegun-stephen-e', biegun.id]]),
      sameLine: () => false,
    });
    expect(resolution.people).toMatchObject([
      { id: biegun.id, name: 'Stephen Biegun', otherNames: [], isKnown: true },
    ]);
  });

  test('is asked about where two officers may be meant', () => {
    const burns = { id: 'person:william-burns', names: ['William Burns'], country: home };
    const resolution = resolve(
      ['burns-william-f | William F. | Burns | 1932', 'burns-william-joseph | William Joseph | Burns | 1956'],
      [],
      [burns],
    );
    expect(resolution.people.some((p) => p.isKnown)).toBe(false);
    expect(resolution.matches.map((m) => m.a)).toEqual([
      'person:william-f-burns',
      'person:william-joseph-burns',
    ]);
  });

  test('is not whoever has another initial', () => {
    const bush = { id: 'person:george-w-bush', names: ['George W. Bush'], country: home };
    const resolution = resolve([], [president('bush-george-h-w', 'George H.W. Bush', '1924')], [bush]);
    expect(resolution.people[0]!.isKnown).toBe(false);
  });
});

const officers = absent ? [] : await allOfficers();
const presidents = absent ? [] : await allPresidents();

describe.skipIf(absent)('the officers and presidents of the record', () => {
  const given = { sightings: [], officers, presidents, sameLine: () => false };
  const resolution = resolvePeople(given);

  test('are each one person, ten of them in both lists', () => {
    const ids = new Set(presidents.map((p) => p.id));
    expect(resolution.people.length).toBe(officers.length + ids.size - 10);
    expect(resolution.people.filter((p) => p.officers.length > 1 || p.presidents.length > 1)).toEqual([]);
  });

  test('are the same whatever their order', () => {
    const turned = resolvePeople({
      ...given,
      officers: [...officers].reverse(),
      presidents: [...presidents].reverse(),
    });
    expect(turned.people).toEqual(resolution.people);
  });
});

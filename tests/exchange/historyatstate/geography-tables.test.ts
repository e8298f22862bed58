import { describe, expect, test } from 'vitest';
import { succession } from '../../../src/exchange/historyatstate/geography/succession.js';
import { countryEntries } from '../../../src/exchange/historyatstate/geography/countries.js';
import { countryOn } from '../../../src/exchange/historyatstate/geography/country-on.js';
import type { Known } from '../../../src/exchange/historyatstate/geography/known.js';
import { readLocales } from '../../../src/exchange/historyatstate/geography/locales.js';
import { places } from '../../../src/exchange/historyatstate/geography/places.js';
import { readPosts } from '../../../src/exchange/historyatstate/geography/posts.js';
import { readStates } from '../../../src/exchange/historyatstate/geography/states.js';
import { readTerritories } from '../../../src/exchange/historyatstate/geography/territories.js';
import type { Facts, Territory } from '../../../src/exchange/historyatstate/facts.js';

const known: Known = {
  countries: new Map([
    ['country:sri-lanka', { id: 'country:sri-lanka', name: 'Sri Lanka', iso2: 'LK', otherNames: [] }],
    ['country:france', { id: 'country:france', name: 'France', iso2: 'FR', otherNames: [] }],
  ]),
  places: [
    { id: 'place:paris', name: 'Paris', kind: 'CITY', country: 'country:france', otherNames: ['Lutetia'] },
  ],
};

const territory = (id: string, since: string, until?: string, more: Partial<Territory> = {}): Territory => ({
  repository: 'gsh',
  id,
  at: `gsh/${id}.xml:2`,
  name: id,
  kind: 'independent-state',
  since,
  ...(until && { until }),
  isOnTodaysMap: !until,
  predecessors: [],
  successors: [],
  ...more,
});

const table = (columns: string, ...lines: string[]) =>
  [columns, ...lines].map((line) => line.replaceAll(' | ', '\t').replaceAll('~', '')).join('\n');

describe('What is wrong with states.tsv?', () => {
  const head = 'territory | country | iso2 | as | name | began | ended | from | reason';
  const gsh = [territory('sri-lanka', '1972'), territory('ceylon-1972', '1948', '1972')];
  const read = (...lines: string[]) => readStates(table(head, ...lines), 'states.tsv', gsh, known);
  const today = 'sri-lanka | country:sri-lanka | LK | today | ~ | ~ | ~ | ~ | ~';

  test('nothing, where each territory is a state of today, one renamed or a former one', () => {
    expect(
      read('# a comment', today, 'ceylon-1972 | country:sri-lanka | ~ | renamed | ~ | ~ | ~ | ~ | Renamed.'),
    ).toHaveLength(2);
  });

  test.each([
    ['ceylon | country:sri-lanka | ~ | renamed | ~ | ~ | ~ | ~ | Renamed.', "gsh has no territory 'ceylon'"],
    ['ceylon-1972 | country:ceylon | ~ | renamed | ~ | ~ | ~ | ~ | Renamed.', 'has no line of its own'],
    ['ceylon-1972 | country:sri-lanka | ~ | renamed | ~ | ~ | ~ | ~ | ~', 'a reason is missing'],
    ['ceylon-1972 | country:france | ~ | former | ~ | ~ | ~ | ~ | So.', 'is a state of today in the seeds'],
    ['ceylon-1972 | country:ceylon | ~ | former | ~ | of old | ~ | ~ | So.', "'of old' is no year, as 1918"],
    [
      'ceylon-1972 | country:ceylon | ~ | former | ~ | ~ | ~ | country:lanka | So.',
      "'country:lanka' has no line",
    ],
    ['ceylon-1972 | Ceylon | ~ | former | ~ | ~ | ~ | ~ | So.', "'Ceylon' is no id of a country"],
    [
      'ceylon-1972 | country:ceylon | ~ | once | ~ | ~ | ~ | ~ | So.',
      "'once' is none of today, renamed, former",
    ],
    [today, "territory 'sri-lanka' stands in states.tsv:2 already"],
    ['ceylon-1972 | country:france | FX | today | ~ | ~ | ~ | ~ | ~', "has the code FR, not 'FX'"],
    ['ceylon-1972 | country:ceylon', 'states.tsv:3: 2 cells where there are 9 columns'],
  ])('%s', (line, problem) => {
    expect(() => read(today, line)).toThrow(/^states.tsv:3: /);
    expect(() => read(today, line)).toThrow(problem);
  });

  test('other columns', () => {
    expect(() => readStates('id\tcountry', 'states.tsv', gsh, known)).toThrow(
      'states.tsv:1: the columns must be territory, country, iso2, as, name, began, ended, from, reason',
    );
  });

  test('a state that comes out of itself, over another', () => {
    const chained = [
      territory('sri-lanka', '1972', undefined, { predecessors: ['kandy'] }),
      territory('kandy', '1948', '1972', { predecessors: ['sri-lanka'] }),
    ];
    const lines = readStates(
      table(head, today, 'kandy | country:kandy | ~ | former | ~ | ~ | ~ | ~ | So.'),
      'states.tsv',
      chained,
      known,
    );
    expect(() => countryEntries(lines, succession(chained, lines), known)).toThrow(
      "states.tsv:2: 'country:sri-lanka' comes out of itself; the column from must say out of what",
    );
  });
});

describe('What is wrong with territories.tsv?', () => {
  const head = 'id | printed | from | to | country | reason';
  const read = (...lines: string[]) =>
    readTerritories(table(head, ...lines), 'territories.tsv', new Set(['country:france']));
  const first = 'gaul | ~ | 1900 | 1950 | country:france | So.';

  test.each([
    [
      'gaul | ~ | 1950 | 1960 | country:france | So.',
      "overlaps territories.tsv:2: both say what 'gaul' means",
    ],
    ['gaul | ~ | ~ | ~ | country:france | So.', 'overlaps territories.tsv:2'],
    ['gaul | ~ | 1950-12-31 | 1960 | country:france | So.', 'overlaps territories.tsv:2'],
    ['gaul | ~ | 1951 | ~ | country:gaul | So.', "no country 'country:gaul' in states.tsv or the seeds"],
    ['gaul | ~ | 1951 | ~ | ~ | So.', "'none' says that it was no state"],
    ['gaul | ~ | 1951 | ~ | country:france | ~', 'a reason is missing'],
    ['gaul | ~ | 51 | ~ | country:france | So.', "'51' is no year or day, 1918 or 1918-12-01"],
    ['gaul | ~ | 1960 | 1951 | country:france | So.', '1960 is after 1951'],
  ])('%s', (line, problem) => {
    expect(() => read(first, line)).toThrow(/^territories.tsv:3: /);
    expect(() => read(first, line)).toThrow(problem);
  });

  test('nothing, where other words are printed or the days only meet', () => {
    expect(
      read(
        first,
        'gaul | Gallia | 1900 | 1950 | none | So.',
        'gaul | ~ | 1951-01-01 | ~ | country:france | So.',
      ),
    ).toHaveLength(3);
  });

  test('every fault is told at once', () => {
    expect(() => read('gaul | ~ | x | y | country:gaul | ~')).toThrow(
      /reason[\s\S]*country:gaul[\s\S]*'x'[\s\S]*'y'/,
    );
  });
});

describe('What is wrong with locales.tsv?', () => {
  const head = 'territory | printed | name | country | kind | coordinates | reason';
  const read = (...lines: string[]) => readLocales(table(head, ...lines), 'locales.tsv', known);
  const first = 'france | Lutece | Paris | ~ | ~ | ~ | Of old.';

  test.each([
    ['france | LUTÈCE | Paris | ~ | ~ | ~ | Of old.', 'stands in locales.tsv:2 already'],
    ['france | Lyons | Lyon | country:gaul | ~ | ~ | So.', "no seeds have the country 'country:gaul'"],
    [
      'france | Lyons | Lyon | ~ | TOWN | ~ | So.',
      "'TOWN' is none of CITY, REGION, ISLAND, PENINSULA, OTHER",
    ],
    ['france | Lyons | Lyon | ~ | ~ | 45,4 | So.', "'45,4' says nothing of coordinates but wrong"],
    ['france | Lyons | Lyon | ~ | ~ | ~ | ~', 'territory, name and reason must be there'],
  ])('%s', (line, problem) => {
    expect(() => read(first, line)).toThrow(/^locales.tsv:3: /);
    expect(() => read(first, line)).toThrow(problem);
  });
});

test('A post that stands twice in posts.tsv, and an id that is none, are told by their lines', () => {
  const lines = ['a | organization:b | B | ~', 'a | nato | N | N'];
  expect(() => readPosts(table('post | organization | name | abbreviations', ...lines), 'posts.tsv')).toThrow(
    "posts.tsv:3: 'nato' is no id of an organization, 'organization:united-nations'\nposts.tsv:3: the post 'a' stands there already",
  );
});

describe('What does the record not say?', () => {
  const gsh = [
    territory('france', '1900'),
    territory('reunion', '1848', undefined, { kind: 'dependency-or-area-of-special-sovereignty' }),
  ];
  const states = readStates(
    table(
      'territory | country | iso2 | as | name | began | ended | from | reason',
      'france | country:france | FR | today | ~ | ~ | ~ | ~ | ~',
    ),
    'states.tsv',
    gsh,
    known,
  );
  const on = (id: string, printed: string, day: string) =>
    countryOn({ id, printed }, day, [], succession(gsh, states));

  test('what an id is that gsh has not', () => {
    expect(on('gaul', 'Gaul', '1950-02-01')).toEqual({
      refused:
        "'gaul' (Gaul) on 1950-02-01: gsh has no such territory; a line of territories.tsv with this id and day must say which country is meant",
    });
  });
  test('what a dependency belongs to', () => {
    expect(on('reunion', '', '1950')).toMatchObject({
      refused: expect.stringContaining('gsh has only reunion then, no state'),
    });
  });
  test('what was there before gsh begins', () => {
    expect(on('france', '', '1850')).toMatchObject({
      refused: expect.stringContaining('gsh has nothing then'),
    });
  });
});

describe('How do places get their ids?', () => {
  const trip = (id: string, country: string, locale: string): Facts['trips'][number] => ({
    repository: 'travels',
    id,
    at: 'travels/a.xml:1',
    role: 'president',
    who: 'a',
    name: 'A',
    start: '1950-01-01',
    end: '1950-01-02',
    country: { id: country, printed: country },
    locale,
    remarks: '',
  });
  const trips = [
    trip('2', 'sri-lanka', 'Galle, Paris'),
    trip('10', 'france', "L'Étoile-sur-Mer (Normandy), Lutetia"),
    trip('1', 'france', 'Galle, Galle'),
  ];
  const made = (some: typeof trips) =>
    places(
      { trips: some, locales: [] },
      () => undefined,
      known,
      new Set(),
      ({ id }) => `country:${id}`,
    );
  const ids = (locale: string, country: string) =>
    made(trips)
      .placesOf(locale, { id: country, printed: '' }, '1950-01-01')
      .map(({ id }) => id);

  test('a place of the seeds keeps its own, found by another of its names too', () => {
    expect(ids("L'Étoile-sur-Mer (Normandy), Lutetia", 'france')).toEqual([
      'place:letoile-sur-mer',
      'place:paris',
    ]);
  });
  test('where two share a name each has its country, but not one of the seeds', () => {
    expect(ids('Galle, Paris', 'sri-lanka')).toEqual(['place:galle-sri-lanka', 'place:paris-sri-lanka']);
  });
  test('one printed twice is one', () => {
    expect(ids('Galle, Galle', 'france')).toEqual(['place:galle-france']);
  });
  test('whatever the order of the sources', () => {
    expect(made([...trips].reverse()).entries).toEqual(made(trips).entries);
  });
  test('a locale that no stop has is an error', () => {
    expect(() => ids('Nowhere', 'france')).toThrow("No stop of the facts names 'Nowhere' in 'france'");
  });
});

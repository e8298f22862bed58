import { describe, expect, test } from 'vitest';
import type { KnownPerson, Sighting } from '../../../../src/exchange/historyatstate/people/sighting.js';
import { resolvePeople } from '../../../../src/exchange/historyatstate/people/resolve.js';
import { splitVisitor } from '../../../../src/exchange/historyatstate/people/visitor.js';

/** Visits as the record has them: `2381 1959-03-23 jordan King Hussein`. */
const seen = (...lines: string[]): Sighting[] =>
  lines.flatMap((line) => {
    const [visit, day, country, ...words] = line.split(' ') as [string, string, string, ...string[]];
    return splitVisitor(words.join(' ')).map((visitor, index) => ({
      visit,
      index,
      day,
      country: `country:${country}`,
      visitor,
    }));
  });

const lines = [
  ['country:czechoslovakia', 'country:czech-republic'],
  ['country:korea', 'country:korea-south'],
];
const sameLine = (a: string, b: string) => lines.some((l) => l.includes(a) && l.includes(b));
const nobody = { officers: [], presidents: [], sameLine };

const peopleOf = (...visits: string[]) =>
  resolvePeople({ ...nobody, sightings: seen(...visits) })
    .people.map((p) => p.visits.join(' '))
    .sort();
const resolve = (
  sightings: readonly Sighting[],
  more: { known?: KnownPerson[]; prior?: Map<string, string> } = {},
) => resolvePeople({ ...nobody, sightings, ...more });

describe('one person is', () => {
  test.each([
    [
      '1273 1998-06-08 korea-south President Kim Dae-jung',
      '1372 1999-07-02 korea-south President Kim Dae Jung',
    ],
    [
      '3018 2021-04-16 japan Prime Minister Suga Yoshihide',
      '3019 2021-09-24 japan Prime Minister Yoshihide Suga',
    ],
    [
      '736 1989-09-27 argentina President Carlos Saul Menem',
      '1216 1996-12-05 argentina President Carlos Menem',
    ],
    [
      '719 1989-06-06 germany President Richard von Weizsaecker',
      '987 1993-05-23 germany President Richard von Weiszaecker',
    ],
    [
      '1123 1995-02-26 netherlands Prime Minister Willem (Wim) Kok',
      '1338 1999-04-23 netherlands Prime Minister Wim Kok',
    ],
    [
      '2536 1964-12-06 united-kingdom Prime Minister Wilson',
      '8 1966-07-28 united-kingdom Prime Minister Harold Wilson',
    ],
    [
      '2463 1962-05-22 cote-divoire President Houphouet-Boigny',
      '35 1967-08-17 cote-divoire President Felix Houphouet-Boigny',
    ],
    ['2381 1959-03-23 jordan King Hussein', '1314 1994-06-22 jordan King Hussein'],
    ['2348 1956-10-11 monaco Prince Rainier III', '276 1976-06-14 monaco Prince Rainier'],
    ['2302 1953-05-05 cambodia King Sihanouk', '2376 1958-09-30 cambodia Premier and Prince Sihanouk'],
    ['2464 1962-06-05 cyprus President Makarios', '151 1970-10-25 cyprus President Archbishop Makarios III'],
    [
      '757 1990-02-19 czechoslovakia President Vaclav Havel',
      '972 1993-04-20 czech-republic President Vaclav Havel',
    ],
    [
      '2927 2019-05-01 slovakia Prime Minister Peter Pellegrini',
      '3308 2024-07-10 slovakia President Peter Pellegrini',
    ],
    [
      '2823 2016-02-15 egypt President Abdel Fattah al-Sisi',
      '3104 2022-12-13 egypt President Abdel Fattah Alsisi',
    ],
  ])('%s, %s', (a, b) => expect(peopleOf(a, b)).toHaveLength(1));

  test('whoever is seen between under another spelling', () => {
    const visits = [
      '1205 1996-07-09 israel Prime Minister Binyamin Netanyahu',
      '2025 2009-05-18 israel Prime Minister Benjamin Netanyahu',
      '3258 2024-07-25 israel Prime Minister Benjamin Netanyahu',
      '1293 1998-09-28 israel Prime Minister Benyamin Netanyahu',
      '3225 2023-09-20 israel Prime Minister Binyamin Netanyahu',
    ];
    expect(peopleOf(...visits)).toHaveLength(1);
  });
});

describe('two people are', () => {
  test.each([
    [
      'father and daughter',
      '58 1968-04-17 korea-south President Park Chung Hee',
      '2683 2013-05-06 korea-south President Park Geun-Hye',
    ],
    [
      'father and son of one name',
      '11 1966-09-14 philippines President Ferdinand Marcos',
      '3158 2023-05-01 philippines President Ferdinand Marcos Jr.',
    ],
    [
      'a father in his son’s name',
      '172 1971-10-05 malaysia Prime Minister Tun Abdul Razak',
      '2601 1976-11-10 malaysia Prime Minister Najib ben Abdul Razak',
    ],
    [
      'kings with numerals',
      '2360 1957-11-25 morocco King Mohamed V',
      '1418 1960-06-19 morocco King Mohammed VI',
    ],
    [
      'a king and a citizen',
      '37 1967-09-11 greece King Constantine',
      '782 1968-06-06 greece Prime Minister Constantine Mitsotakis',
    ],
    [
      'a king and the heir of his name',
      '2381 1999-01-05 jordan King Hussein',
      '3150 2001-02-02 jordan Crown Prince Hussein',
    ],
    [
      'a man and his widow',
      '416 1980-08-25 bangladesh President Ziaur Rahman',
      '927 1982-03-18 bangladesh Prime Minister Khaleda Ziaur Rahman',
    ],
    [
      'namesakes of two countries',
      '2258 1947-04-29 mexico President Aleman',
      '1311 1948-12-09 nicaragua President Aleman',
    ],
    [
      'one name fifty years apart',
      '92 1969-03-31 iceland Prime Minister Bjarni Benediktsson',
      '3292 2024-07-09 iceland Prime Minister Bjarni Benediktsson',
    ],
    [
      'one surname thirty years apart',
      '2526 1964-06-24 greece Prime Minister Papandreou',
      '1052 1994-04-22 greece Prime Minister Andreas Papandreou',
    ],
    [
      'names that differ in the first letter',
      '786 1990-05-21 marshall-islands President Amata Kabua',
      '1303 1998-11-23 marshall-islands President Imata Kabua',
    ],
    [
      'two in one record',
      '855 1991-05-07 italy President Francesco Cossiga and Prime Minister Giulio Andreotti',
      '1 1991-05-07 france President Mitterrand',
    ],
  ])('%s', (_, a, b) => {
    const split = [a, b].flatMap((line) => seen(line)).length;
    expect(peopleOf(a, b)).toHaveLength(split);
  });

  test('those whom a surname alone may mean', () => {
    const visits = [
      '2557 1960-03-14 denmark Prime Minister Rasmussen',
      '1622 1962-05-12 denmark Prime Minister Anders Rasmussen',
      '984 1959-05-06 denmark Prime Minister Poul Rasmussen',
    ];
    expect(peopleOf(...visits)).toHaveLength(3);
  });
});

test('what is likely is asked, with a reason, and not joined', () => {
  const { people, matches } = resolve(
    seen(
      '2150 1922-05-03 colombia President-elect Ospina',
      '2249 1946-06-05 colombia President-elect Ospina',
      '349 1978-05-30 greece Prime Minister Konstantinos Karamanlis',
      '1708 2004-05-19 greece Prime Minister Konstantinos Karamanlis',
    ),
  );
  expect(people.map((p) => p.id)).toEqual([
    'person:konstantinos-karamanlis-greece-1978',
    'person:konstantinos-karamanlis-greece-2004',
    'person:ospina-colombia-1922',
    'person:ospina-colombia-1946',
  ]);
  expect(matches.map((m) => [m.a, m.b].sort())).toEqual([
    ['person:konstantinos-karamanlis-greece-1978', 'person:konstantinos-karamanlis-greece-2004'],
    ['person:ospina-colombia-1922', 'person:ospina-colombia-1946'],
  ]);
  expect(matches[1]).toMatchObject({
    score: 0.75,
    reason: "'Ospina' is spelt as 'Ospina', the same office, 24 years apart",
    rests: { repository: 'visits' },
  });
});

test('the fullest spelling is the name, unless it stands alone against another; the rest are other names', () => {
  const { people } = resolve(
    seen(
      '2101 2010-04-12 malaysia Prime Minister Najib Razak',
      '2601 2011-11-10 malaysia Prime Minister Najib ben Abdul Razak',
      '2824 2016-02-16 malaysia Prime Minister Mohd Najid Razak',
      '2891 2017-09-12 malaysia Prime Minister Najib Razak',
    ),
  );
  expect(people).toEqual([
    {
      id: 'person:najib-ben-abdul-razak',
      name: 'Najib ben Abdul Razak',
      otherNames: ['Mohd Najid Razak', 'Najib Razak'],
      visits: expect.arrayContaining(['2101', '2601', '2824', '2891']) as string[],
      officers: [],
      presidents: [],
      isKnown: false,
    },
  ]);
});

test('ids hold a country where a surname is all there is, or where two share a name', () => {
  const { people } = resolve(
    seen(
      '2145 1918-05-27 australia Prime Minister Hughes',
      '1 1990-05-27 honduras President Carlos Flores',
      '2 1991-05-27 guatemala President Carlos Flores',
      '3 2011-05-27 papua-new-guinea Prime Minister Peter O’Neill',
    ),
  );
  expect(people.map((p) => p.id)).toEqual([
    'person:carlos-flores-guatemala',
    'person:carlos-flores-honduras',
    'person:hughes-australia',
    'person:peter-oneill',
  ]);
});

test('a visitor without a name is nobody', () => {
  const resolution = resolve(seen('9 1950-01-01 france the Foreign Minister'));
  expect(resolution.people).toEqual([]);
  expect(resolution.personOf('9', 0)).toBeUndefined();
});

describe('with the people of the graph', () => {
  const kim: KnownPerson = {
    id: 'person:kim-jong-un',
    names: ['Kim Jong Un', 'Kim'],
    country: 'country:north-korea',
  };
  const visit = '7 2019-06-30 north-korea Chairman Kim Jong-un';

  test('who has the name, where the country allows it, is known', () => {
    const { people } = resolve(seen(visit), { known: [kim] });
    expect(people).toMatchObject([
      { id: kim.id, name: 'Kim Jong Un', otherNames: ['Kim Jong-un'], isKnown: true },
    ]);
    const abroad = resolve(seen(visit.replace('north-korea', 'japan')), { known: [kim] });
    expect(abroad.people.map((p) => p.id)).toEqual(['person:kim-jong-un-japan']);
  });

  test('not one who was dead, nor a child', () => {
    for (const years of [{ died: '2011' }, { born: '2005' }])
      expect(resolve(seen(visit), { known: [{ ...kim, ...years }] }).people[0]!.isKnown).toBe(false);
  });

  test('two of one name are asked about', () => {
    const { people, matches } = resolve(seen(visit), {
      known: [kim, { ...kim, id: 'person:kim-jong-un-2' }],
    });
    expect(people[0]!.isKnown).toBe(false);
    expect(matches.map((m) => m.b).sort()).toEqual(['person:kim-jong-un', 'person:kim-jong-un-2']);
  });

  test('one without a country is asked about', () => {
    const { people, matches } = resolve(seen(visit), { known: [{ id: kim.id, names: kim.names }] });
    expect(people[0]!.id).not.toBe(kim.id);
    expect(matches).toMatchObject([{ b: kim.id }]);
  });
});

describe('after an earlier import', () => {
  const first = seen('1 1958-01-01 france Premier Gaillard', '2 1959-01-01 france Premier Gaillard');

  test('ids stay, whatever comes', () => {
    const prior = new Map([
      ['1', 'person:felix-gaillard'],
      ['2', 'person:felix-gaillard'],
    ]);
    const more = [
      ...first,
      ...seen('3 1960-01-01 france Premier Gaillard', '4 1960-01-01 japan Premier Gaillard'),
    ];
    const resolution = resolve(more, { prior });
    expect(['1', '2', '3'].map((v) => resolution.personOf(v, 0))).toEqual(
      Array(3).fill('person:felix-gaillard'),
    );
    expect(resolution.personOf('4', 0)).toBe('person:gaillard-japan');
  });

  test('who were two stay two, and are asked about', () => {
    const prior = new Map([
      ['1', 'person:gaillard-one'],
      ['2', 'person:gaillard-two'],
    ]);
    const resolution = resolve(first, { prior });
    expect([resolution.personOf('1', 0), resolution.personOf('2', 0)]).toEqual([...prior.values()]);
    expect(resolution.matches).toMatchObject([{ score: 0.95 }]);
  });

  test('an id that is taken is given to nobody else', () => {
    const known = [
      { id: 'person:charles-de-gaulle', names: ['Charles de Gaulle'], country: 'country:canada' },
    ];
    const { people } = resolve(seen('80 1969-03-30 france President Charles de Gaulle'), { known });
    expect(people.map((p) => p.id)).toEqual(['person:charles-de-gaulle-france']);
  });
});

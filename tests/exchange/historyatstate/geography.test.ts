import { describe, expect, test } from 'vitest';
import type { Geography } from '../../../src/exchange/historyatstate/geography/geography.js';
import { absent, readSources } from './sources.js';

const { facts, seeds, geography } = await readSources();

/** `soviet-union`, `none` or `refused`. */
function country(id: string, day: string, printed = '') {
  const answer = geography.countryOn({ id, printed }, day);
  return 'country' in answer ? answer.country.replace('country:', '') : 'none' in answer ? 'none' : 'refused';
}

describe.skipIf(absent)('Which country is it on that day?', () => {
  test.each([
    // id, day, what is printed with it, the country
    ['russia', '1809-11-05', '', 'russian-empire'],
    ['russia', '1933-12-13', '', 'soviet-union'],
    ['russia', '1959-09-15', 'U.S.S.R.', 'soviet-union'],
    ['russia', '1973-10-20', 'U.S.S.R.', 'soviet-union'],
    ['russia', '1991-07-29', 'U.S.S.R.', 'soviet-union'],
    ['russia', '1991-12-25', '', 'soviet-union'],
    ['russia', '1991-12-26', '', 'russia'],
    ['russia', '1992-02-14', 'U.S.S.R.', 'russia'],
    ['germany', '1797-06-05', '', 'prussia'],
    ['germany', '1867-08-28', '', 'prussia'],
    ['germany', '1874-08-28', '', 'german-reich'],
    ['germany', '1938-03-03', '', 'german-reich'],
    ['germany', '1945-07-16', 'Germany', 'germany'],
    ['germany', '1970-04-10', 'Germany, Federal Republic of', 'germany'],
    ['german-democratic-republic', '1989-12-12', 'German Democratic Republic', 'east-germany'],
    ['german-democratic-republic', '1990-10-02', '', 'east-germany'],
    ['german-democratic-republic', '1990-10-03', '', 'refused'],
    ['korea', '1905-06-26', '', 'joseon'],
    ['joseon-dynasty-1910', '1883-05-20', '', 'joseon'],
    ['korea', '1930-01-01', '', 'refused'],
    ['korea', '1949-04-20', '', 'south-korea'],
    ['korea', '2017-06-29', 'Korea, South', 'south-korea'],
    ['china', '1898-07-08', '', 'qing-dynasty'],
    ['china', '1945-04-26', 'China, Republic of', 'republic-of-china'],
    ['china', '1953-04-02', '', 'taiwan'],
    ['china', '1972-02-21', 'China, People’s Republic of', 'china'],
    ['china', '1973-05-14', '', 'china'],
    ['china', '1974-05-25', '', 'taiwan'],
    ['china', '1974-10-21', '', 'china'],
    ['taiwan', '1960-06-18', 'Republic of China', 'taiwan'],
    ['vietnam', '1951-09-03', 'Vietnam', 'state-of-vietnam'],
    ['vietnam', '1955-02-28', 'Vietnam', 'state-of-vietnam'],
    ['vietnam', '1966-02-06', 'Vietnam', 'south-vietnam'],
    ['vietnam', '2016-05-23', 'Vietnam', 'vietnam'],
    ['yemen', '1946-09-30', '', 'north-yemen'],
    ['yemen', '1990-01-23', 'Yemen Arab Republic', 'north-yemen'],
    ['yemen', '1990-11-22', 'Yemen', 'yemen'],
    ['yugoslavia', '1942-06-21', 'Yugoslavia', 'yugoslavia'],
    ['yugoslavia', '1992-04-26', 'Yugoslavia', 'yugoslavia'],
    ['yugoslavia', '1992-04-27', 'Yugoslavia', 'serbia-and-montenegro'],
    ['yugoslavia', '2001-05-09', 'Yugoslavia', 'serbia-and-montenegro'],
    ['socialist-federal-republic-of-yugoslavia-1992', '1989-03-21', '', 'yugoslavia'],
    ['socialist-federal-republic-of-yugoslavia-1992', '1993-07', '', 'serbia-and-montenegro'],
    ['serbia', '1882-11-10', '', 'kingdom-of-serbia'],
    ['serbia', '1997-05-31', 'Serbia', 'serbia-and-montenegro'],
    ['serbia', '2007-09-11', '', 'serbia'],
    ['montenegro', '1905-10-30', '', 'kingdom-of-montenegro'],
    ['montenegro', '2006-10-05', '', 'montenegro'],
    ['kosovo', '1999-07-29', 'Serbia-Montenegro (Kosovo)', 'serbia-and-montenegro'],
    ['kosovo', '2007-01-01', '', 'serbia'],
    ['kosovo', '2008-02-17', 'Kosovo', 'kosovo'],
    ['czechoslovakia', '1943-05-12', 'Czechoslovakia (government-in-exile)', 'czechoslovakia'],
    ['czechoslovakia', '1993-01-01', '', 'refused'],
    ['czechia', '2019-03-06', 'Czechia', 'czechia'],
    ['austria', '1845-01-01', '', 'austrian-empire'],
    ['austria', '1875-01-01', '', 'austria-hungary'],
    ['austria', '1922-06-19', '', 'austria'],
    ['turkey', '1910-01-01', '', 'ottoman-empire'],
    ['turkey', '1923-10-29', '', 'turkey'],
    ['turkiye', '2023-02-19', 'Türkiye', 'turkey'],
    ['italy', '1840-09-15', '', 'sardinia'],
    ['italy', '1861-06-23', '', 'italy'],
    ['kingdom-of-two-sicilies-1861', '1832', '', 'two-sicilies'],
    ['holy-see', '1848-08-19', '', 'papal-states'],
    ['egypt', '1849-03-17', '', 'egypt'],
    ['egypt', '1952-07-23', '', 'egypt'],
    ['egypt', '1958-01-31', '', 'egypt'],
    ['egypt', '1958-03-19', '', 'united-arab-republic'],
    ['egypt', '1960-09-26', 'Egypt', 'united-arab-republic'],
    ['egypt', '1971-05-04', 'Egypt', 'egypt'],
    ['syria', '1958-01-16', '', 'syria'],
    ['greece', '1868-06-16', '', 'greece'],
    ['iran', '1883-06-11', '', 'iran'],
    ['thailand', '1931-04-28', 'Siam (Thailand)', 'thailand'],
    ['ethiopia', '1936-04-30', '', 'ethiopia'],
    ['estonia', '1932-04-02', '', 'estonia'],
    ['lithuania', '1937-11-26', '', 'lithuania'],
    ['colombia', '1823-12-16', '', 'gran-colombia'],
    ['colombia', '1838-04-21', '', 'colombia'],
    ['guatemala', '1826-05-03', '', 'central-america'],
    ['tanzania', '1963-07-15', 'Tanganyika', 'tanganyika'],
    ['malaysia', '1960-10-25', 'Malaya', 'malaysia'],
    ['hawaii', '1874-12-12', 'Hawaii', 'hawaii'],
    ['hawaii', '1898-08-13', '', 'refused'],
    ['texas', '1837-10-23', '', 'texas'],
    ['texas', '1846-01-01', '', 'refused'],
    ['bosnia-herzegovina', '1996-01-13', 'Bosnia-Herzegovina', 'bosnia-and-herzegovina'],
    ['antigua-barbuda', '1994-09-16', 'Antigua and Barbuda', 'antigua-and-barbuda'],
    [
      'congo-democratic-republic',
      '1990-03',
      'Democratic Republic of the Congo (Zaire)',
      'democratic-republic-of-the-congo',
    ],
    ['congo-republic', '1961-06-08', 'Congo, Republic of', 'republic-of-the-congo'],
    ['eswatini', '2022-12-13', 'Eswatini', 'eswatini'],
    ['micronesia', '1990-10-27', 'Micronesia', 'micronesia'],
    ['netherlands-antilles', '1970-02-22', 'Netherlands Antilles', 'netherlands'],
    ['suriname', '1967-04-14', 'Suriname', 'netherlands'],
    ['suriname', '1975-11-25', '', 'suriname'],
    ['north-macedonia', '2023-11-29', 'North Macedonia', 'north-macedonia'],
    ['palestinian-authority', '1994-05-17', 'Palestinian Authority', 'palestine'],
    ['west-bank', '2022-03-27', 'West Bank', 'palestine'],
    ['saint-kitts-nevis', '1984-07-17', 'St. Christopher and Nevis', 'saint-kitts-and-nevis'],
    [
      'saint-vincent-grenadines',
      '1994-12-09',
      'St. Vincent and the Grenadines',
      'saint-vincent-and-the-grenadines',
    ],
    ['somoa', '2022-09-28', 'Somoa', 'samoa'],
    ['zimbabwe', '1978-04-17', 'Southern Rhodesia (Zimbabwe)', 'none'],
    ['palau', '1986-06-28', 'Palau', 'none'],
    ['antarctica', '2016-11-10', 'Antarctica', 'none'],
    ['niue', '2023-09-25', 'Niue', 'none'],
    ['brunei', '1984-05-28', '', 'brunei'], // gsh has it since about 1450
    ['atlantis', '1950-01-01', 'Atlantis', 'refused'],
  ])('%s on %s (%s) is %s', (id, day, printed, expected) => {
    expect(country(id, day, printed)).toBe(expected);
  });
});

describe.skipIf(absent)('Which of all uses is not resolved?', () => {
  const unresolved = <T extends { id: string }>(
    records: readonly T[],
    ask: (record: T) => ReturnType<Geography['countryOn']>,
  ) => records.filter((record) => !('country' in ask(record))).map(({ id }) => id);

  test('of visits: leaders of what was no state', () => {
    // Rhodesia; Cook Islands, French Polynesia, New Caledonia twice each, and Niue, at the Pacific summits.
    expect(unresolved(facts!.visits, (visit) => geography.countryOn(visit.from, visit.start)).sort()).toEqual(
      ['3091', '3093', '3096', '3170', '3173', '3176', '3177', '386'],
    );
    expect(facts!.visits.filter((v) => 'refused' in geography.countryOn(v.from, v.start))).toEqual([]);
  });

  test('of stops: Palau under trusteeship, Rhodesia, the Cook Islands, Antarctica', () => {
    expect(unresolved(facts!.trips, (trip) => geography.countryOn(trip.country, trip.start)).sort()).toEqual([
      '2062',
      '2265',
      '3263',
      '3711',
    ]);
    expect(facts!.trips.filter((t) => 'refused' in geography.countryOn(t.country, t.start))).toEqual([]);
  });

  test('of appointments: nominations without any day, to missions that were to several states in turn', () => {
    const missions = facts!.appointments.filter(({ kind }) => kind === 'country');
    expect(unresolved(missions, geography.countryOf).sort()).toEqual(
      [
        ...[
          'at--cowa-01',
          'at--blai-01',
          'at--nesm-01',
          'at--stoc-01',
          'at--raym-01',
          'at--cox-01',
          'at--smyt-01',
        ],
        ...['cn--howa-01', 'co--kerr-01', 'co--john-01', 'de--hals-01', 'gt--hamm-01'],
        ...['ru--daws-01', 'ru--smyt-01', 'ru--sarg-01', 'ru--lawt-01', 'tr--ervi-01', 'tr--stew-01'],
      ].sort(),
    );
    expect(geography.countryOf(missions.find(({ id }) => id === 'tr--ervi-01')!)).toEqual({
      refused:
        "'turkey', without a day: the others are to country:ottoman-empire and country:turkey; it needs a day",
    });
  });

  test('and what pocom says in its notes is the same country', () => {
    const noted = [
      [/Commissioned to (?:the )?Prussia/, 'country:prussia'],
      [/Commissioned to Sardinia/, 'country:sardinia'],
      [/Commissioned to the United Arab Republic/, 'country:united-arab-republic'],
      [/Commissioned to the Union of Soviet/, 'country:soviet-union'],
      [/Commissioned to Austria-Hungary/, 'country:austria-hungary'],
      [/[Cc]ommissioned to the Federal Republic of Yugoslavia/, 'country:serbia-and-montenegro'],
      [/Commissioned to the Socialist Federal Republic of Yugoslavia/, 'country:yugoslavia'],
      [/Commissioned to the (?:Kingdom of Yemen|Yemen Arab Republic)/, 'country:north-yemen'],
      [/Commissioned to the (?:Papal|Pontifical) States/, 'country:papal-states'],
      [/resident at Taipei/, 'country:taiwan'],
      [/Commissioned to the People’s Republic of China/, 'country:china'],
      [/Commissioned to the German Empire/, 'country:german-reich'],
      [/Commissioned to Colombia \(i\.e\. “Gran Colombia/, 'country:gran-colombia'],
      [/Commissioned to New Granada/, 'country:colombia'],
      [/Accredited to the Federation of Malaya/, 'country:malaysia'],
    ] as const;
    for (const [words, meant] of noted) {
      const found = facts!.appointments.filter(({ note }) => words.test(note ?? ''));
      expect(found.length, String(words)).toBeGreaterThan(0);
      for (const appointment of found)
        expect(geography.countryOf(appointment), appointment.id).toMatchObject({ country: meant });
    }
  });
});

describe.skipIf(absent)('Which countries are told of?', () => {
  const byId = new Map(!absent ? geography.countries.map((entry) => [entry.id, entry]) : []);

  test('every state of the seeds but Palestine, of which gsh has only a dependency of old', () => {
    const own = seeds.filter(({ type }) => type === 'Country').map(({ id }) => id);
    expect(own.filter((id) => !byId.has(id))).toEqual(['country:palestine']);
    expect(geography.countries.filter(({ id, ended }) => !own.includes(id) && !ended)).toEqual([]);
  });

  test('every state on today’s map of gsh is one of the seeds', () => {
    const today = facts!.territories.filter((t) => t.isOnTodaysMap && t.kind === 'independent-state');
    const told = new Set(geography.countries.map(({ record }) => record));
    expect(today.filter(({ id }) => !told.has(id))).toEqual([]);
    expect(today).toHaveLength(196);
  });

  test('the former ones, each used by the record or between two that are', () => {
    const former = geography.countries.filter(({ ended }) => ended).map(({ id }) => id);
    const used = new Set(
      [
        ...facts!.visits.map((v) => geography.countryOn(v.from, v.start)),
        ...facts!.trips.map((t) => geography.countryOn(t.country, t.start)),
        ...facts!.appointments.filter((a) => a.kind === 'country').map(geography.countryOf),
      ].map((answer) => ('country' in answer ? answer.country : '')),
    );
    expect(former.filter((id) => !used.has(id))).toEqual([
      'country:north-vietnam',
      'country:south-yemen',
      'country:zanzibar',
    ]);
  });

  test('with what they came out of, after renamings are one', () => {
    const from = (slug: string) =>
      byId.get(`country:${slug}`)!.predecessors.map((id) => id.slice('country:'.length));
    expect(from('russia')).toEqual(['soviet-union']);
    expect(from('soviet-union')).toEqual(['russian-empire']);
    expect(from('germany')).toEqual(['east-germany', 'german-reich']);
    expect(from('serbia')).toEqual(['serbia-and-montenegro']);
    expect(from('yemen')).toEqual(['north-yemen', 'south-yemen']);
    expect(from('egypt')).toEqual(['ottoman-empire']);
    expect(from('united-arab-republic')).toEqual(['egypt', 'syria']);
    expect(from('iran')).toEqual([]);
    expect(from('estonia')).toEqual(['russian-empire']);
  });

  test('with years only where they are those of a state', () => {
    expect(byId.get('country:soviet-union')).toMatchObject({ began: '1917', ended: '1991' });
    expect(byId.get('country:papal-states')).toMatchObject({ began: '0756', ended: '1870' });
    expect(byId.get('country:slovakia')).toMatchObject({ began: '1993' });
    // gsh counts the Bahamas from 1492.
    expect(byId.get('country:bahamas')).not.toHaveProperty('began');
  });

  test('with the names they had, but none that is another’s', () => {
    expect(byId.get('country:sri-lanka')!.otherNames).toContain('Ceylon');
    expect(byId.get('country:iran')!.otherNames).toContain('Persia');
    expect(byId.get('country:germany')!.otherNames).toContain('West Germany');
    expect(byId.get('country:german-reich')!.otherNames).not.toContain('Germany');
    expect(byId.get('country:joseon')!.otherNames).not.toContain('Korea');
    expect(byId.get('country:gran-colombia')).not.toHaveProperty('longName');
  });
});

import { describe, expect, test } from 'vitest';
import { absent, readSources } from './sources.js';

const { facts, seeds, geography } = await readSources();

describe.skipIf(absent)('Which places does a locale name?', () => {
  test.each([
    ['russia', '1972-05-22', 'Moscow, Leningrad, Kiev', 'moscow@russia st-petersburg@russia kyiv@ukraine'],
    ['russia', '1974-06-27', 'Moscow, Minsk, Oreanda', 'moscow@russia minsk@belarus oreanda@ukraine'],
    ['russia', '1945-02-03', 'Yalta', 'yalta@ukraine'],
    ['ukraine', '1995-05-11', 'Kiev', 'kyiv@ukraine'],
    ['kazakhstan', '1991-12-17', 'Alma Ata', 'almaty@kazakhstan'],
    ['china', '1972-02-21', 'Shanghai, Peking, Hangchow', 'shanghai@china beijing@china hangzhou@china'],
    ['china', '2011-07-25', 'Hong Kong, Shenzhen', 'hong-kong@china shenzhen@china'],
    ['united-kingdom', '1989-07-01', 'Hong Kong', 'hong-kong@china'],
    ['taiwan', '1960-06-18', 'Taipei', 'taipei@taiwan'],
    ['mexico', '1907-09-29', 'Acapulco, Mexico, D.F.', 'acapulco@mexico mexico-city@mexico'],
    ['mexico', '1988-02-13', 'La Paz (Baja California)', 'la-paz-mexico@mexico'],
    ['canada', '1959-06-26', 'Wakefield (Quebec)', 'wakefield@canada'],
    ['canada', '1938-08-18', 'Kingston', 'kingston-canada@canada'],
    [
      'canada',
      '1939-08-14',
      'Sydney (Nova Scotia), Campobello Island (New Brunswick)',
      'sydney-canada@canada campobello-island@canada',
    ],
    [
      'united-kingdom',
      '2001-07-18',
      'London, Chequers, Halton, Brize Norton',
      'london@united-kingdom chequers@united-kingdom halton@united-kingdom brize-norton@united-kingdom',
    ],
    ['united-kingdom', '1912-04-08', 'Kingston, Port Antonio', 'kingston@jamaica port-antonio@jamaica'],
    ['united-kingdom', '1941-08-09', 'Argentia (Newfoundland)', 'argentia@canada'],
    ['united-kingdom', '1943-01-13', 'Bathurst (The Gambia)', 'banjul@gambia'],
    ['united-kingdom', '1953-12-04', 'Bermuda', 'bermuda@'],
    ['united-kingdom', '1943-12-08', 'Malta', 'malta@malta'],
    ['united-kingdom', '1940-12-09', 'Antigua', 'antigua@antigua-and-barbuda'],
    [
      'guatemala',
      '1999-03-10',
      'Guatemala City, Antigua',
      'guatemala-city@guatemala antigua-guatemala@guatemala',
    ],
    ['grenada', '1986-02-20', "St. George's", 'st-georges@grenada'],
    ['indonesia', '1986-04-29', 'Denpasar (Bali)', 'denpasar@indonesia'],
    ['indonesia', '1956-03-12', 'Djakarta', 'jakarta@indonesia'],
    ['poland', '1989-07-09', 'Gdansk, Jurata Hel.', 'gdansk@poland jurata@poland'],
    ['germany', '1963-06-26', 'West Berlin', 'berlin@germany'],
    ['german-democratic-republic', '1989-12-12', 'Potsdam', 'potsdam@germany'],
    ['czechoslovakia', '1990-11-17', 'Prague', 'prague@czechia'],
    [
      'yugoslavia',
      '1972-07-07',
      'Belgrade, Dubrovnik, Pula, Brioni',
      'belgrade@serbia dubrovnik@croatia pula@croatia brioni@croatia',
    ],
    ['kosovo', '1999-07-29', 'Pristina', 'pristina@kosovo'],
    ['palestinian-authority', '2003-01-01', 'Jericho, Erez', 'jericho@palestine erez@palestine'],
    [
      'palestinian-authority',
      '1998-12-14',
      'Gaza, Bethlehem, Erez',
      'gaza@palestine bethlehem@palestine erez@palestine',
    ],
    ['west-bank', '2023-11-05', 'Ramallah', 'ramallah@palestine'],
    ['israel', '1979-05-25', 'Tel Aviv, Beersheva, El Arish', 'tel-aviv@israel beersheva@israel arish@egypt'],
    ['egypt', '2003-06-02', 'Sharm el-Sheikh', 'sharm-el-sheikh@egypt'],
    ['holy-see', '2021-06-28', '', 'vatican-city@holy-see'],
    ['denmark', '1866-01-01', 'St. Thomas', 'saint-thomas@'],
    ['portugal', '1971-12-13', 'Terceira Island (Azores)', 'terceira@portugal'],
    ['france', '1991-03-14', 'Martinique, West Indies', 'martinique@france'],
    ['france', '1943-01-01', 'Dakar (Senegal)', 'dakar@senegal'],
    ['spain', '1912-01-01', 'Havana (Cuba)', 'havana@cuba'],
    ['netherlands-antilles', '1970-02-22', 'Aruba', 'aruba@netherlands'],
    ['suriname', '1967-04-14', 'Paramaribo', 'paramaribo@suriname'],
    ['cook-islands', '2012-08-31', 'Raratonga', 'rarotonga@'],
    ['palau', '1986-06-28', 'Koror', 'koror@palau'],
    ['zimbabwe', '1978-04-17', 'Salisbury', 'harare@zimbabwe'],
    ['vietnam', '1969-07-30', 'Saigon, Di An', 'ho-chi-minh-city@vietnam di-an@vietnam'],
    ['india', '2000-03-19', 'Mumbai (Bombay)', 'mumbai@india'],
    [
      'brazil',
      '1906-07-17',
      'Para, Pernambuco, Bahia, Rio de Janeiro, Sao Paulo, Santos',
      'belem@brazil recife@brazil salvador@brazil rio-de-janeiro@brazil sao-paulo@brazil santos@brazil',
    ],
    ['bahrain', '1999-07-27', 'Dhahran', 'dhahran@saudi-arabia'],
    ['liberia', '1943-01-26', 'Liberia', ''],
  ])('%s on %s: %s', (territory, day, locale, expected) => {
    const byId = new Map(geography.places.map((place) => [place.id, place]));
    const found = geography.placesOf(locale, { id: territory, printed: '' }, day).map(({ id }) => {
      const country = byId.get(id)!.country ?? 'country:';
      return `${id.replace('place:', '')}@${country.replace('country:', '')}`;
    });
    expect(found.join(' ')).toBe(expected);
  });

  test('each with the words that are printed', () => {
    expect(
      geography.placesOf('Moscow, Leningrad, Kiev', { id: 'russia', printed: 'U.S.S.R.' }, '1972-05-22'),
    ).toEqual([
      { id: 'place:moscow', printed: 'Moscow' },
      { id: 'place:st-petersburg', printed: 'Leningrad' },
      { id: 'place:kyiv', printed: 'Kiev' },
    ]);
  });

  test('every locale names one, but the one that repeats its country', () => {
    const nowhere = facts!.trips.filter(
      (trip) => trip.locale && !geography.placesOf(trip.locale, trip.country, trip.start).length,
    );
    expect(nowhere.map(({ locale }) => locale)).toEqual(['Liberia']);
  });
});

describe.skipIf(absent)('Which places are told of?', () => {
  const places = !absent ? geography.places : [];
  const place = (id: string) => places.find((one) => one.id === `place:${id}`);

  test('each once: no two share an id, nor a name in one country', () => {
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    const names = places.map(({ name, country }) => `${name} ${country}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('in countries that the seeds have', () => {
    const own = new Set(seeds.filter(({ type }) => type === 'Country').map(({ id }) => id));
    expect(places.filter(({ country }) => country && !own.has(country))).toEqual([]);
  });

  test('a capital of the seeds gets gsh’s coordinates', () => {
    expect(place('kyiv')).toMatchObject({ country: 'country:ukraine', rests: { repository: 'gsh' } });
    expect(place('kyiv')!.latitude).toBeCloseTo(50.4, 0);
  });

  test('no coordinates where gsh has them elsewhere', () => {
    for (const id of ['hyderabad', 'cebu', 'baden-baden', 'aruba', 'quebec'])
      expect(place(id), id).not.toHaveProperty('latitude');
  });

  test('older names are other names; slips, short forms and names of countries are not', () => {
    expect(place('st-petersburg')!.otherNames).toContain('Leningrad');
    expect(place('salvador')!.otherNames).toContain('Bahia');
    expect(place('mexico-city')!.otherNames).not.toContain('Mexico');
    expect(place('linz-am-rhein')!.otherNames).toEqual([]);
    expect(place('rarotonga')!.otherNames).toEqual([]);
  });

  test('towns of gsh at which nobody stopped are not, but cities are', () => {
    expect(place('marseille')).toBeDefined();
    expect(
      places.filter(({ name }) => ['Clinton', 'Lindsay', 'Paris'].includes(name)).map(({ id }) => id),
    ).toEqual(['place:paris']);
  });
});

describe.skipIf(absent)('To which organization is a post?', () => {
  test('each of pocom’s sixteen to one, the United Nations of the seeds among them', () => {
    const posts = new Set(
      facts!.appointments.filter(({ kind }) => kind === 'organization').map(({ post }) => post),
    );
    expect(posts.size).toBe(16);
    expect([...posts].filter((post) => !geography.organizationOf(post))).toEqual([]);
    expect(geography.organizationOf('representative-to-un')).toBe('organization:united-nations');
    expect(geography.organizationOf('representative-to-nato')).toBe(
      'organization:north-atlantic-treaty-organization',
    );
  });
});

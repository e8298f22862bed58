import { describe, expect, test } from 'vitest';
import { readCheckout } from '../../../src/exchange/historyatstate/source/checkout.js';
import {
  chief,
  folderOf,
  person,
  pocom,
  role,
  visit,
  visits,
  type Files,
  type Said,
} from './checkout-folder.js';

async function read(files: Files) {
  const { facts, refused } = await readCheckout(folderOf(files));
  return { facts, refused, said: refused.map(({ record, problem }) => `${record}: ${problem}`) };
}

describe('Which visit is refused?', () => {
  test.each<[string, Said, string]>([
    ['one without an id', { id: '' }, 'visits/data/1950.xml: its id is missing'],
    ['one without a visitor', { visitor: ' ' }, 'visit 2: its visitor is missing'],
    ['one from nowhere', { from: 'U.S.S.R.' }, 'visit 2: its from@id is missing'],
    ['one without a first day', { 'start-date': '' }, 'visit 2: its start-date is missing'],
    [
      'a day that is not in the calendar',
      { 'start-date': '2019-02-30' },
      "visit 2: its start-date '2019-02-30' is no day of the calendar",
    ],
    [
      'a leap day of no leap year',
      { 'end-date': '1900-02-29' },
      "visit 2: its end-date '1900-02-29' is no day of the calendar",
    ],
    [
      'a thirteenth month',
      { 'end-date': '1959-13-01' },
      "visit 2: its end-date '1959-13-01' is no day of the calendar",
    ],
    [
      'a day in another order',
      { 'end-date': '31/12/1999' },
      "visit 2: its end-date '31/12/1999' is no date: write 1953, 1953-04 or 1953-04-27",
    ],
    [
      'one that ends before it starts',
      { 'end-date': '1959-09-14' },
      'visit 2: it ends on 1959-09-14, before it starts on 1959-09-15',
    ],
    [
      'an id that stands already',
      { id: '1' },
      'visit 1: its id stands twice, first at visits/data/1950.xml:3, which stays: give this one an id of its own',
    ],
  ])('%s', async (_, wrong, problem) => {
    const { facts, refused, said } = await read({
      'visits/data/1950.xml': visits(visit(), visit({ id: '2', ...wrong }), visit({ id: '3' })),
    });
    expect(said).toEqual([problem]);
    expect(refused[0]?.source).toBe('visits/data/1950.xml:10');
    expect(facts.visits.map(({ id }) => id)).toEqual(['1', '3']);
  });

  test('an id that stands already in another file; but not where the first was refused', async () => {
    const { facts, said } = await read({
      'visits/data/1950.xml': visits(visit(), visit({ id: '2', visitor: '' })),
      'visits/data/1960.xml': visits(visit(), visit({ id: '2' })),
    });
    expect(facts.visits.map(({ at }) => at)).toEqual(['visits/data/1950.xml:3', 'visits/data/1960.xml:10']);
    expect(said).toEqual([
      'visit 2: its visitor is missing',
      expect.stringContaining('visit 1: its id stands twice'),
    ]);
  });
});

describe('Which trip is refused?', () => {
  const trip = (from: string, to: string) =>
    `<trip role="secretary" who="kerry"><id>7</id><name>John Kerry</name><start-date>2013-02-24</start-date><end-date>2013-02-25</end-date><country id="united-kingdom">United Kingdom</country><locale/></trip>`.replace(
      from,
      to,
    );

  test('none that is sound, also without a place', async () => {
    const { facts, said } = await read({
      'travels/secretary-travels/k.xml': `<trips>${trip('', '')}</trips>`,
    });
    expect(said).toEqual([]);
    expect(facts.trips).toMatchObject([
      { role: 'secretary', who: 'kerry', locale: '', country: { id: 'united-kingdom' } },
    ]);
  });

  test.each([
    ['John Kerry', '', 'its name is missing'],
    [' who="kerry"', '', 'its @who is missing'],
    ['"secretary"', '"clerk"', "its role 'clerk' is neither president nor secretary"],
    [' id="united-kingdom"', '', 'its country@id is missing'],
    ['2013-02-25', '2013-02-23', 'it ends on 2013-02-23, before it starts on 2013-02-24'],
  ])('one with %j written as %j', async (from, to, problem) => {
    const { facts, said } = await read({
      'travels/secretary-travels/k.xml': `<trips>${trip(from, to)}</trips>`,
    });
    expect(said).toEqual([`trip 7: ${problem}`]);
    expect(facts.trips).toEqual([]);
  });
});

describe('What is left out of an appointment?', () => {
  const date = (day: string) => `<date>${day}</date><note/>`;

  test('a date that cannot be; its note and the rest stay', async () => {
    const { facts, said } = await read(
      pocom(
        chief({
          appointed: date('1953-03-27'),
          started: '<date>1953-02-30</date><note>Presented on</note>',
          ended: date('1957'),
        }),
      ),
    );
    expect(said).toEqual([
      "chief su-1953-bohl-01: its started/date was left out: '1953-02-30' is no day of the calendar",
    ]);
    expect(facts.appointments).toMatchObject([
      { appointed: { date: '1953-03-27' }, started: { note: 'Presented on' }, ended: { date: '1957' } },
    ]);
    expect(facts.appointments[0]?.started).not.toHaveProperty('date');
  });

  test('the year 9999', async () => {
    const { said } = await read(pocom(chief({ ended: date('9999-12-31') })));
    expect(said).toEqual([
      expect.stringContaining("its ended/date was left out: '9999-12-31' is no date that can be"),
    ]);
  });

  test('a beginning after the end', async () => {
    const { facts, said } = await read(
      pocom(chief({ appointed: date('1866-07-27'), started: date('1886-07-27'), ended: date('1886-07-22') })),
    );
    expect(said).toEqual([
      'chief su-1953-bohl-01: its started/date 1886-07-27 was left out: it is after it ended, 1886-07-22',
    ]);
    expect(facts.appointments[0]).toMatchObject({
      appointed: { date: '1866-07-27' },
      ended: { date: '1886-07-22' },
    });
    expect(facts.appointments[0]).not.toHaveProperty('started');
  });

  test('the end, where every beginning comes after it', async () => {
    const { facts, said } = await read(
      pocom(chief({ appointed: date('1953-03-27'), started: date('1953-04-20'), ended: date('1935') })),
    );
    expect(said).toEqual([
      'chief su-1953-bohl-01: its ended/date 1935 was left out: it is before it began, 1953-03-27',
    ]);
    expect(facts.appointments[0]).not.toHaveProperty('ended');
  });

  test('nothing, where it ended in the month or year it began, or was commissioned after it started', async () => {
    const { said } = await read(
      pocom(chief({ appointed: date('1953-05-27'), started: date('1953-04-20'), ended: date('1953') })),
    );
    expect(said).toEqual([]);
  });

  test('a day of change that cannot be, for which the day it was made stands', async () => {
    const { facts, said } = await read(
      pocom(chief({ 'created-date': '2010-05-20', 'last-modified-date': '2016-014' })),
    );
    expect(said).toEqual([
      expect.stringContaining("its day of last-modified was left out: '2016-014' is no date"),
    ]);
    expect(facts.appointments[0]?.modified).toBe('2010-05-20');
  });
});

describe('Which appointment is refused?', () => {
  test('none of those that share an id and differ in whose they are or when they began', async () => {
    const other = { id: 'su-1953-bohl-01', started: '<date>1957-01-01</date>' };
    const { facts, said } = await read(pocom(chief() + chief(other)));
    expect(said).toEqual([]);
    expect(facts.appointments.map(({ id }) => id)).toEqual(['su-1953-bohl-01', 'su-1953-bohl-01']);
  });

  test.each<[string, Said, string]>([
    [
      'that of nobody known',
      { 'person-id': 'bolen' },
      "chief x: its person-id 'bolen' is nobody of pocom/people",
    ],
    ['that of nobody at all', { 'person-id': '' }, 'chief x: its person-id is missing'],
    [
      'one to a role without a name',
      { 'role-title-id': 'consul' },
      "chief x: its role-title-id 'consul' has no name in pocom/roles-country-chiefs, missions-orgs or positions-principals",
    ],
    ['one to no role', { 'role-title-id': '' }, 'chief x: its role-title-id is missing'],
    ['one without an id', { id: '' }, 'pocom/missions-countries/soviet-union.xml: its id is missing'],
    [
      'the second of an id',
      { id: 'su-1953-bohl-01' },
      'chief su-1953-bohl-01: its id stands twice, first at pocom/missions-countries/soviet-union.xml:1, which stays: give this one an id of its own',
    ],
  ])('%s', async (_, wrong, problem) => {
    const { facts, said } = await read(pocom(chief() + chief({ id: 'x', ...wrong })));
    expect(said).toEqual([problem]);
    expect(facts.appointments).toHaveLength(1);
  });

  test('none for an id that another post has too', async () => {
    const one = pocom(chief());
    const files = {
      ...one,
      'pocom/missions-countries/russia.xml': one['pocom/missions-countries/soviet-union.xml']!,
    };
    const { facts, said } = await read(files);
    expect(said).toEqual([]);
    expect(facts.appointments.map(({ post }) => post)).toEqual(['russia', 'soviet-union']);
  });

  test('all of them at once, where the people are not there', async () => {
    const { facts, said } = await read({
      'pocom/roles-country-chiefs/a.xml': role,
      'pocom/missions-countries/x.xml': pocom(chief())['pocom/missions-countries/soviet-union.xml']!,
    });
    expect(said).toEqual(['pocom/missions-countries: it was not read: it says nothing without pocom/people']);
    expect(facts.appointments).toEqual([]);
  });
});

describe('What is wrong with a person, a territory, a locale?', () => {
  test('a person without a name is refused; years in the wrong order are left out', async () => {
    const { facts, said } = await read({
      'people/a/a.xml': '<person><id>a</id><persName><surname/><forename/></persName></person>',
      'people/b/b.xml': person('b', { birth: '1965', death: '1956' }),
      'people/c/c.xml': person('c', { birth: 'about 1800', death: '1856' }),
    });
    expect(said).toEqual([
      'person a: its persName is missing',
      'person b: its birth 1965 and death 1956 were left out: the one comes after the other',
      "person c: its birth was left out: 'about 1800' is no date: write 1953, 1953-04 or 1953-04-27",
    ]);
    expect(facts.officers.map(({ id, born, died }) => [id, born, died])).toEqual([
      ['b', undefined, undefined],
      ['c', undefined, '1856'],
    ]);
  });

  test('a territory without a name is refused; a kind that is none and years in the wrong order are left out', async () => {
    const territory = (name: string) =>
      `<territory><id>rhodesia-1964</id><short-form-name>${name}</short-form-name><type-of-territory>empire</type-of-territory><valid-since>1986</valid-since><valid-until>1964</valid-until></territory>`;
    const { facts, said } = await read({
      'gsh/data/territories/a.xml': territory(''),
      'gsh/data/territories/b.xml': territory('Rhodesia'),
    });
    expect(said.filter((one) => !one.includes('valid-since') && !one.includes('type-of-territory'))).toEqual([
      'territory rhodesia-1964: its short-form-name is missing',
    ]);
    expect(said).toContain(
      "territory rhodesia-1964: its type-of-territory 'empire' was left out: it is neither independent-state nor dependency-or-area-of-special-sovereignty",
    );
    expect(facts.territories).toMatchObject([
      { at: 'gsh/data/territories/b.xml:1', kind: '', until: '1964', isOnTodaysMap: false },
    ]);
    expect(facts.territories[0]).not.toHaveProperty('since');
  });

  test.each([
    ['north', '1', "its latitude 'north' is no number from -90 to 90"],
    ['90.5', '1', "its latitude '90.5' is no number from -90 to 90"],
    ['1', '-181', "its longitude '-181' is no number from -180 to 180"],
    ['1', '', 'its longitude is missing'],
  ])('coordinates %j and %j are left out, and the locale stays', async (latitude, longitude, problem) => {
    const { facts, said } = await read({
      'gsh/data/locales/x.xml': `<locale><id>x</id><name>X</name><current-territory>y</current-territory><latitude>${latitude}</latitude><longitude>${longitude}</longitude></locale>`,
    });
    expect(said).toEqual([`locale x: its coordinates were left out: ${problem}`]);
    expect(facts.locales).toMatchObject([{ id: 'x', name: 'X' }]);
    expect(facts.locales[0]).not.toHaveProperty('latitude');
    expect(facts.locales[0]).not.toHaveProperty('longitude');
  });
});

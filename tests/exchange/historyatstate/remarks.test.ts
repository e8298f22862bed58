import { describe, expect, test } from 'vitest';
import { Remarks, type Scene } from '../../../src/exchange/historyatstate/deciding/remarks.js';

const summit = {
  id: 'meeting:singapore-2018',
  kind: 'SUMMIT',
  from: '2018-01-01',
  to: '2018-12-31',
  country: 'country:singapore',
  parties: ['country:north-korea', 'country:united-states'],
  participations: new Map([['person:kim-jong-un', 'participation:kim']]),
};
const person = (slug: string, country: string, names: string[], years?: [number, number]) => ({
  id: `person:${slug}`,
  country: `country:${country}`,
  names,
  years,
});
const remarks = new Remarks(
  [
    person('kim-jong-un', 'north-korea', ['Kim Jong Un', 'Kim Jong-un', 'Kim']),
    person('lee-hsien-loong', 'singapore', ['Lee Hsien Loong'], [2004, 2017]),
    person('yitzhak-rabin', 'israel', ['Yitzhak Rabin'], [1974, 1995]),
    person('abdullah-ii', 'jordan', ['Abdullah II', 'King Abdullah II'], [1999, 2023]),
    person('hussein-a', 'jordan', ['Hussein Kamil'], [1950, 1960]),
    person('one-park', 'south-korea', ['Park Chung Hee'], [1961, 1969]),
    person('other-park', 'south-korea', ['Park Chung-hee'], [1961, 1969]),
  ],
  {
    meetings: [summit],
    countries: new Map([
      ['country:north-korea', ['North Korea', 'North Korean']],
      ['country:singapore', ['Singapore', 'Singaporean']],
      ['country:israel', ['Israel', 'Israeli']],
      ['country:jordan', ['Jordan', 'Jordanian']],
      ['country:south-korea', ['South Korea']],
    ]),
  },
  [
    { person: 'person:harry-truman', surname: 'Truman', from: '1945-04-12', to: '1953-01-20' },
    { person: 'person:george-bush', surname: 'Bush', from: '1989-01-20', to: '1993-01-20' },
  ],
);
const trip = (day: string, country: string): Scene => ({
  isVisit: false,
  day,
  when: day,
  countries: [`country:${country}`],
});
const visit = (day: string): Scene => ({
  isVisit: true,
  day,
  when: day,
  countries: ['country:united-states'],
});
const met = (text: string, scene: Scene) =>
  remarks.met(text, scene).map((m) => m.person.slice('person:'.length));

const singapore =
  'Participated in the summit with North Korean leader Kim Jong-un and bilateral events with Singaporean Prime Minister Lee Hsien Loong.';

describe('Whom remarks name', () => {
  test('by a full name, of the country of the stop or of one the sentence names, is met', () => {
    expect(remarks.met(singapore, trip('2018-06-10', 'singapore'))).toEqual([
      {
        person: 'person:kim-jong-un',
        country: 'country:north-korea',
        words: 'North Korean leader Kim Jong-un',
      },
      {
        person: 'person:lee-hsien-loong',
        country: 'country:singapore',
        words: 'Singaporean Prime Minister Lee Hsien Loong',
      },
    ]);
    expect(
      met('Met with King Abdullah II and Foreign Minister Ayman al-Safadi.', trip('2018-04-30', 'jordan')),
    ).toEqual(['abdullah-ii']);
  });

  test('is not met where he is buried, remembered or only spoken of', () => {
    expect(
      met('Attended the funeral of Prime Minister Yitzhak Rabin.', trip('1995-11-05', 'israel')),
    ).toEqual([]);
    expect(met('Presented a message to Yitzhak Rabin.', trip('1993-11-05', 'israel'))).toEqual([]);
    expect(met('Dedicated the Lee Hsien Loong hall.', trip('2010-11-05', 'singapore'))).toEqual([]);
  });

  test('is nobody where the name is a surname alone, of another country or another time, or two have it', () => {
    expect(met('Met with Chairman Kim.', trip('2018-05-08', 'north-korea'))).toEqual([]);
    expect(met('Met with Lee Hsien Loong.', trip('2018-05-08', 'jordan'))).toEqual([]);
    expect(met('Met with Hussein Kamil.', trip('1990-05-08', 'jordan'))).toEqual([]);
    expect(met('Met with Park Chung Hee.', trip('1965-05-08', 'south-korea'))).toEqual([]);
  });

  test('as the president is who was in office that day, and not another country’s', () => {
    expect(met('Met with President Truman after receiving medical treatment.', visit('1950-02-01'))).toEqual([
      'harry-truman',
    ]);
    expect(met('Met with President Truman.', visit('1960-02-01'))).toEqual([]);
    expect(met('Met with Ruritanian President Bush.', visit('1990-02-01'))).toEqual([]);
    expect(met('Attended the funeral of former President Truman.', visit('1950-02-01'))).toEqual([]);
  });
});

describe('The summit that remarks speak of', () => {
  const found = (text: string, scene: Scene) =>
    remarks.summit(text, scene, 'country:united-states')?.meeting.id;

  test('is the one known of that country and time with another party or participant named', () => {
    expect(found(singapore, trip('2018-06-10', 'singapore'))).toBe(summit.id);
    expect(
      remarks.summit(
        'Attended the North Korea-U.S. summit.',
        trip('2018-06-10', 'singapore'),
        'country:united-states',
      ),
    ).toEqual({ meeting: summit, words: 'Attended the North Korea-U.S. summit' });
  });

  test('is none of another place, another year, or with none of its parties named', () => {
    expect(found(singapore, trip('2018-06-10', 'jordan'))).toBeUndefined();
    expect(found(singapore, trip('2019-06-10', 'singapore'))).toBeUndefined();
    expect(found('Attended the ASEAN summit.', trip('2018-11-14', 'singapore'))).toBeUndefined();
  });
});

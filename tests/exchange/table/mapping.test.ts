import { describe, expect, test } from 'vitest';
import { RapporteurError } from '../../../src/errors.js';
import { readMapping } from '../../../src/exchange/table/mapping/read.js';
import { catalogue } from '../../../src/model/the-catalogue.js';

const problems = (text: string): string[] => {
  try {
    readMapping(catalogue, 'm.yaml', text);
  } catch (error) {
    expect((error as RapporteurError).code).toBe('BAD_USER_INPUT');
    return (error as RapporteurError).message.split('\n');
  }
  return [];
};

/** The problems of a meeting's mapping that has these fields, one a line from line 7 on. */
const ofFields = (...fields: string[]) =>
  problems(
    `source: {name: S}\nrecords:\n  - type: Meeting\n    id: 'meeting:s-{No}'\n    set:\n      name: '{Title}'\n${fields.map((f) => `      ${f}\n`).join('')}`,
  );

describe('What does a mapping say?', () => {
  test('the same as YAML and as JSON', () => {
    const record = {
      type: 'Person',
      id: 'person:{No}',
      set: { name: '{Name}', born: { column: 'Born', format: 'YYYY' } },
    };
    const json = readMapping(
      catalogue,
      'm.json',
      JSON.stringify({ source: { name: 'S' }, records: [record] }),
    );
    const yaml = readMapping(
      catalogue,
      'm.yaml',
      "source: {name: S}\nrecords:\n  - type: Person\n    id: 'person:{No}'\n    set:\n      name: '{Name}'\n      born: {column: Born, format: YYYY}\n",
    );
    expect([...json.columns.keys()]).toEqual(['No', 'Name', 'Born']);
    expect([...yaml.columns]).toEqual([
      ['No', 'm.yaml:4'],
      ['Name', 'm.yaml:6'],
      ['Born', 'm.yaml:7'],
    ]);
    expect(JSON.stringify({ ...yaml, columns: [] })).toBe(JSON.stringify({ ...json, columns: [] }));
  });

  test('a relation is linked by name to whatever it takes, where nothing else is said', () => {
    const { records } = readMapping(
      catalogue,
      'm.yaml',
      "source: {name: S}\nrecords:\n  - type: Meeting\n    id: 'meeting:{No}'\n    set: {country: '{Country}'}\n",
    );
    expect(records[0]!.set[0]!.values[0]).toMatchObject({
      link: { to: ['Country'], by: { is: 'name' }, otherwise: 'refuse' },
    });
  });
});

describe('What is wrong with a mapping is said with its line, what was typed and what is right', () => {
  test.each([
    [
      'nothing',
      '',
      [/^m\.yaml:1: is empty, not names with values \(source, row, /, /has no source/, /has no records/],
    ],
    ['a broken YAML', 'source: {name: S\nrecords: []\n', [/^m\.yaml:\d+: /]],
    [
      'an unknown key',
      "source: {name: S, licens: X}\nrecods: []\nrecords:\n  - {type: Person, id: 'person:{No}'}\n",
      [
        /^m\.yaml:2: recods is unknown; did you mean 'records'\? \(it takes source, /,
        /^m\.yaml:1: source\.licens is unknown; did you mean 'licence'\?/,
      ],
    ],
    [
      'a source without a name',
      "source: {url: 'https://example.org'}\nrecords: []\n",
      [/^m\.yaml:1: source has no name/],
    ],
    [
      'a day, an encoding, a format, a separator that are none',
      "source: {name: S, date: May}\nencoding: utf-9\nformat: xls\nseparator: ', '\nrecords: []\n",
      [
        /^m\.yaml:1: source\.date 'May' is no day; write 2024-05-01$/,
        /^m\.yaml:3: format is 'xls'.*it takes csv, tsv, jsonl$/,
        /^m\.yaml:4: separator is ', '; it takes one character/,
        /^m\.yaml:2: encoding 'utf-9' is no encoding/,
      ],
    ],
    [
      'a type that is none, and no id',
      'source: {name: S}\nrecords:\n  - {type: Metting}\n  - {type: Person}\n  - {id: x}\n',
      [
        /^m\.yaml:3: records\[1\]\.type is 'Metting'; did you mean 'Meeting'\?; it takes Person, /,
        /^m\.yaml:4: records\[2\] has no id, like 'person:\{No\}'$/,
        /^m\.yaml:5: records\[3\] has no type; it takes Person, /,
      ],
    ],
    [
      'ids of another kind, and one that is the same for every row',
      "source: {name: S}\nrow: one\nrecords:\n  - {type: Person, id: 'persn:{No}'}\n  - {type: Person, id: 'person:x'}\n",
      [
        /^m\.yaml:2: row 'one' is the same for every row/,
        /^m\.yaml:4: records\[1\]\.id 'persn:\{No\}' is no id of a Person; that begins with 'person:'$/,
        /^m\.yaml:5: records\[2\]\.id 'person:x' is the same for every row; name a column: 'person:\{No\}'$/,
      ],
    ],
    [
      'records that are not above, or of another type',
      "source: {name: S}\nrecords:\n  - {type: Person, id: 'person:{No}'}\n  - type: Participation\n    id: 'participation:{No}'\n    set:\n      meeting: {record: 1}\n      participant: {record: 2}\n",
      [
        /^m\.yaml:7: records\[2\]\.set\.meeting is record 1, a Person; it takes Meeting$/,
        /^m\.yaml:8: records\[2\]\.set\.participant is record 2, which is not above this one; there is 1$/,
      ],
    ],
  ])('%s', (_, text, wanted) => {
    const found = problems(text);
    expect(found).toHaveLength(wanted.length);
    wanted.forEach((pattern, i) => expect(found[i]).toMatch(pattern));
  });

  test.each([
    [
      "plase: '{City}'",
      /^m\.yaml:7: records\[1\]\.set\.plase is unknown; did you mean 'place'\? \(it takes name, /,
    ],
    ["host: '{Host}'", /set\.host is unknown/],
    ["evidence: '{x}'", /set\.evidence is unknown/],
    [
      'kind: TALK',
      /^m\.yaml:7: records\[1\]\.set\.kind is 'TALK'; did you mean 'TALKS'\?; it takes TALKS, SUMMIT, /,
    ],
    ['kind: {column: Kind, values: {S: SUMIT}}', /set\.kind\.values\.S is 'SUMIT'; did you mean 'SUMMIT'\?/],
    ['kind: {column: Kind, otherwise: TALK}', /set\.kind\.otherwise is 'TALK'/],
    ['kind: {colum: Kind}', /set\.kind\.colum is unknown; did you mean 'column'\?/],
    [
      'kind: {column: A, value: TALKS}',
      /set\.kind has column and value; it takes one of column, text and value$/,
    ],
    ['kind: [TALKS]', /set\.kind is a list; a Meeting has one kind$/],
    ["kind: {column: Kind, split: ';'}", /set\.kind\.split makes several of one: a record has one kind$/],
    [
      "place: {column: City, split: ';'}",
      /set\.place\.split makes several of one: a record has one place; 'each' beside/,
    ],
    ['kind: {column: Kind, format: YYYY}', /set\.kind\.format is for dates$/],
    ['when: {column: Date, format: DD/MM/YY}', /set\.when\.format 'DD\/MM\/YY' is no format of dates/],
    ['when: {column: Date, link: Country}', /set\.when\.link is for relations$/],
    ['place: {column: City, link: Contry}', /set\.place\.link is 'Contry'; it takes Place$/],
    [
      'country: {column: C, link: {by: iso4}}',
      /set\.country\.link\.by is 'iso4'; did you mean 'iso2'\?; it takes name, id, candidates, externalId, iso2, iso3$/,
    ],
    ['country: {column: C, link: {by: externalId}}', /set\.country\.link\.by needs 'scheme'/],
    ['country: {column: C, link: {at-least: 0.9}}', /link\.at-least is for 'by: candidates'$/],
    [
      'country: {column: C, link: {by: candidates, at-least: 9}}',
      /link\.at-least is '9'; it takes a number from 0.5 to 1$/,
    ],
    [
      'place: {column: City, link: {otherwise: create}}',
      /link\.otherwise makes a Place, which needs kind: say 'with: \{kind: OTHER\}'$/,
    ],
    [
      'place: {column: City, link: {otherwise: create, with: {kind: TOWN}}}',
      /with\.kind is 'TOWN'; it takes CITY, /,
    ],
    ['place: {column: City, link: {with: {kind: CITY}}}', /link\.with is for 'otherwise: create'$/],
  ])('%s', (field, wanted) => {
    const found = ofFields(field);
    expect(found[0]).toMatch(wanted);
  });

  test('links that must lead somewhere, and to one kind where one is made, and to what has a name', () => {
    const found = problems(
      "source: {name: S}\nrecords:\n  - type: Participation\n    id: 'participation:{No}'\n    set:\n      participant: {column: A, link: {otherwise: leave}}\n      onBehalfOf: {column: B, link: {otherwise: create}}\n      role: '{C}'\n",
    );
    expect(found).toEqual([
      expect.stringMatching(
        /^m\.yaml:6: .*participant\.link\.otherwise leaves participant empty, and it must be there/,
      ),
      expect.stringMatching(
        /^m\.yaml:7: .*onBehalfOf\.link\.otherwise makes one of Person, Country, .*: 'to' says which$/,
      ),
      expect.stringMatching(/^m\.yaml:8: .*role links to Role, which has no name: say 'link: \{by: id\}'$/),
    ]);
  });
});

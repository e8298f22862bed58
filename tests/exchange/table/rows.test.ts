import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/model/the-catalogue.js';
import type { Store } from '../../../src/store/port.js';
import { SqliteStore } from '../../../src/store/sqlite/store.js';
import { made } from './sowing.js';

// What a row becomes rests on the mapping alone where nothing is linked: the store is empty.
let store: Store;
beforeAll(async () => void (store = await SqliteStore.open(catalogue, { timeLimit: 5000 })));
afterAll(() => store.close());

const mapping = (record: string, more = '') => `source: {name: S}\n${more}\nrecords:\n${record}\n`;
const person = (set: string, more = '') =>
  mapping(`  - {type: Person, id: 'person:{No}', set: {name: '{Name}', ${set}}${more}}`);

describe('What does a row become?', () => {
  test('a record whose id is made of its cells, with evidence of what was printed and what it was read as', async () => {
    const text = `source: {name: S, url: 'https://example.org/{No}', date: 2024-05-01, licence: CC0-1.0}
review: PROPOSED
records:
  - type: Meeting
    id: 'meeting:s-{No}-{City}'
    set:
      name: 'Talks in {City}'
      kind: {column: Kind, values: {S: SUMMIT}, otherwise: TALKS}
      status: HELD
      when: {column: Date, format: DD/MM/YYYY}
      round: {column: Round}
`;
    const { records, refusals } = await made(
      store,
      text,
      'No,City,Kind,Date,Round\n7,São Tomé,S,04/03/2017,\n',
    );
    const source = {
      name: 'S',
      record: '7 São Tomé',
      url: 'https://example.org/7',
      date: '2024-05-01',
      licence: 'CC0-1.0',
    };
    expect(refusals).toEqual([]);
    expect(records).toEqual([
      {
        type: 'Meeting',
        id: 'meeting:s-7-sao-tome',
        set: { name: 'Talks in São Tomé', kind: 'SUMMIT', status: 'HELD', when: '2017-03-04' },
        fill: { review: 'PROPOSED' },
        add: {
          evidence: [
            { source, field: 'name', value: 'Talks in São Tomé' },
            { source, field: 'kind', value: 'S', note: 'read as SUMMIT' },
            { source, field: 'status', note: 'HELD, by the mapping' },
            { source, field: 'when', value: '04/03/2017', note: 'read as 2017-03-04' },
          ],
        },
        source: 't.csv:2',
      },
    ]);
  });

  test.each([
    ['a value map with what is not in it', '{column: X, values: {S: SUMMIT}}', 'Talks', 'TALKS'],
    ['a word of the vocabulary in other letters', '{column: X}', 'summit', 'SUMMIT'],
    ['an empty cell that stands for something', "{column: X, values: {'': CALL}}", '', 'CALL'],
  ])('%s', async (_, kind, printed, value) => {
    const text = mapping(`  - {type: Meeting, id: 'meeting:{No}', set: {kind: ${kind}}}`);
    const { records } = await made(store, text, `No,X\n1,${printed}\n`);
    expect(records[0]!.set).toEqual({ kind: value });
  });

  test('numbers, with the comma that stands before decimals', async () => {
    const text = mapping(
      "  - {type: Venue, id: 'venue:{No}', set: {latitude: {column: Lat, decimal: ','}, longitude: '{Lon}'}}",
    );
    const { records } = await made(store, text, 'No;Lat;Lon\n1;59,33;-18.06\n');
    expect(records[0]!.set).toEqual({ latitude: 59.33, longitude: -18.06 });
  });

  test('a date that lasts, from two columns', async () => {
    const text = person('born: {column: A, until: B, format: [DD/MM/YYYY, YYYY]}');
    const { records } = await made(
      store,
      text,
      'No,Name,A,B\n1,X,01/02/1950,03/02/1950\n2,Y,1950,\n3,Z,1950,1950\n',
    );
    expect(records.map((r) => r.set['born'])).toEqual(['1950-02-01/1950-02-03', '1950', '1950']);
    expect(records[0]!.add!['evidence']).toContainEqual({
      source: { name: 'S', record: '1' },
      field: 'born',
      value: '01/02/1950 – 03/02/1950',
      note: 'read as 1950-02-01/1950-02-03',
    });
  });

  test('aliases and external ids, split or from several columns', async () => {
    const text = person(
      "aliases: [{column: Also, split: ';'}, {column: Han, kind: TRANSLATION, language: zh}], externalIds: {column: QID, scheme: wikidata, url: 'https://www.wikidata.org/wiki/{QID}'}",
    );
    const { records } = await made(store, text, 'No,Name,Also,Han,QID\n1,X,Xx; Xy ;,某,Q1\n');
    expect(records[0]!.add).toMatchObject({
      aliases: [
        { text: 'Xx', kind: 'SPELLING' },
        { text: 'Xy', kind: 'SPELLING' },
        { text: '某', kind: 'TRANSLATION', language: 'zh' },
      ],
      externalIds: [{ scheme: 'wikidata', value: 'Q1', url: 'https://www.wikidata.org/wiki/Q1' }],
    });
  });

  test('one record for each piece of a cell, and nothing where it is empty', async () => {
    const text = mapping(
      "  - {type: Topic, id: 'topic:{Topics}', each: {column: Topics, split: /}, set: {name: '{Topics}'}}",
    );
    const { records, refusals } = await made(store, text, 'No,Topics\n1,Arms / Trade\n2,\n3,Trade\n');
    expect(records.map((r) => [r.id, r.set['name'], r.source])).toEqual([
      ['topic:arms', 'Arms', 't.csv:2'],
      ['topic:trade', 'Trade', 't.csv:2'],
    ]);
    expect(refusals).toEqual([]);
  });

  test('a row is called in evidence as the mapping says', async () => {
    const text = mapping("  - {type: Topic, id: 'topic:{Name}', set: {name: '{Name}'}}", "row: 'no. {No}'");
    const { records } = await made(store, text, 'No,Name\n1,Arms\n,Trade\n');
    const names = records.map(
      (r) => (r.add!['evidence'] as { source: { record: string } }[])[0]!.source.record,
    );
    expect(names).toEqual(['no. 1', 'line 3']);
  });

  test('nothing, where the id is empty and such rows are left out; so are the records that name it', async () => {
    const text = mapping(
      "  - {type: Meeting, id: 'meeting:{No}', when-empty: skip}\n  - {type: Participation, id: 'participation:{Name}', set: {meeting: {record: 1}}}",
    );
    const { records, refusals } = await made(store, text, 'No,Name\n,X\n1,Y\n');
    expect(records.map((r) => r.id)).toEqual(['meeting:1', 'participation:y']);
    expect(records[1]!.set).toEqual({ meeting: 'meeting:1' });
    expect(refusals).toEqual([]);
  });
});

describe('What is refused of a row?', () => {
  test.each([
    [
      'an id that is empty',
      '',
      'X',
      "id: 'No' is empty; 'when-empty: skip' in the mapping leaves such rows out",
    ],
    ['an id of which nothing is left', '!?', 'X', "id: '!?' has nothing that an id can be made of"],
    ['a date of another form', '1', 'spring', /^born: 'spring' is no date as EDTF/],
  ])('%s', async (_, no, born, problem) => {
    const { records, refusals } = await made(
      store,
      person("born: '{Born}'"),
      `No,Name,Born\n${no},N,${born === 'X' ? '' : born}\n`,
    );
    expect(records).toEqual([]);
    expect(refusals).toEqual(
      [
        {
          record: no === '1' ? 'person:1' : 'Person of line 2',
          source: 't.csv:2',
          problem: expect.stringMatching(problem) as string,
        },
      ].map((r) => (typeof problem === 'string' ? { ...r, problem } : r)),
    );
  });

  test('all that is wrong with it at once, and the records that name it', async () => {
    const text = mapping(
      "  - {type: Meeting, id: 'meeting:{No}', set: {kind: '{Kind}', round: '{Round}'}}\n  - {type: Participation, id: 'participation:{No}', set: {meeting: {record: 1}}}\n  - {type: Topic, id: 'topic:{No}'}",
    );
    const { records, refusals } = await made(store, text, 'No,Kind,Round\n1,Party,1.5\n');
    expect(records.map((r) => r.id)).toEqual(['topic:1']);
    expect(refusals.map((r) => [r.record, r.problem])).toEqual([
      [
        'meeting:1',
        "kind: 'Party' is none of TALKS, SUMMIT, CALL, VISIT, CONFERENCE, CONTACT; 'values' in the mapping says which it stands for; round: '1.5' is not a whole number",
      ],
      ['participation:1', 'record 1 of this row, which it names, was refused'],
    ]);
  });

  test('two rows that have one id and say different things: the second', async () => {
    const { records, refusals } = await made(
      store,
      person("born: '{Born}'"),
      'No,Name,Born\n1,X,1950\n1,X,1951\n',
    );
    expect(records).toHaveLength(1);
    expect(refusals).toEqual([
      {
        record: 'person:1',
        source: 't.csv:3',
        problem: 'id: born is "1951" here, and "1950" in line 2, which has the same id',
      },
    ]);
  });

  test('two rows that say more of one thing are both taken, each with evidence of its own; what is said again is left out', async () => {
    const text = person("aliases: '{Also}'");
    const { records, refusals } = await made(store, text, 'No,Name,Also\n1,X,A\n1,X,B\n1,X,A\n');
    expect(refusals).toEqual([]);
    expect(records.map((r) => r.add!['aliases'])).toEqual([
      [{ text: 'A', kind: 'SPELLING' }],
      [{ text: 'B', kind: 'SPELLING' }],
    ]);
    expect(records.map((r) => (r.add!['evidence'] as { source: object }[])[0]!.source)).toEqual([
      { name: 'S', record: '1' },
      { name: 'S', record: '1 (2)' },
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/store/port.js';
import { ask, onBothEngines, record, write } from '../../store/engines.js';
import { brought, made, seeded } from './sowing.js';

const example = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../docs/examples', name), 'utf8');

/** A participant linked so, of a meeting that the seeds have. */
const linking = (link: string, more = '') =>
  `source: {name: S}\nrecords:\n  - type: Participation\n    id: 'participation:{No}'\n    set:\n      meeting: meeting:us-north-korea-hanoi-2019-02\n      capacity: DELEGATE\n      participant: {column: Who, link: ${link}${more}}\n`;

onBothEngines('Whom does a cell name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await seeded(await engine.open({ timeLimit: 60_000 }));
    await write(store, [
      record('Person', 'person:a', { name: 'Ann Twin', externalIds: [{ scheme: 'wikidata', value: 'Q7' }] }),
      record('Person', 'person:b', { name: 'Ann Twin' }),
      record('Person', 'person:jane-only', { name: 'Somebody Else' }),
    ]);
  }, 120_000);
  afterAll(() => store.close());

  const who = async (link: string, ...cells: string[]) => {
    const table = `No,Who\n${cells.map((cell, i) => `${i},"${cell}"\n`).join('')}`;
    const { records, refusals } = await made(store, linking(link), table);
    return [
      ...records.filter((r) => r.type === 'Participation').map((r) => r.set['participant']),
      ...refusals.map((r) => r.problem),
    ];
  };

  test('by any name, folded, or by id', async () => {
    expect(await who('Person', 'KIM JONG UN', 'Kim  Myong-gil', 'person:donald-trump', 'Trump')).toEqual([
      'person:kim-jong-un',
      'person:kim-myong-gil',
      'person:donald-trump',
      'person:donald-trump',
    ]);
    expect(await who('Country', 'DPRK', 'Viet Nam')).toEqual(['country:north-korea', 'country:vietnam']);
  });

  test('nobody: it is refused with who comes near', async () => {
    expect(await who('Person', 'Steve Begun', 'Zzyzx Qwrtp')).toEqual([
      expect.stringMatching(
        /^participant: no Person is 'Steve Begun'; nearest: person:stephen-biegun \(0\.\d+\)/,
      ),
      "participant: no Person is 'Zzyzx Qwrtp'; 'otherwise: create' in the mapping makes one, 'leave' leaves it open",
    ]);
  });

  test('several: it is refused with who they are, whatever is to be done with those nobody has', async () => {
    const both = "participant: 'Ann Twin' could be Ann Twin (person:a), Ann Twin (person:b); write the id";
    expect(await who('Person', 'Ann Twin')).toEqual([both]);
    expect(await who('{to: Person, otherwise: create}', 'Ann Twin')).toEqual([both]);
  });

  test('by id alone, by a code, by the id in a scheme', async () => {
    expect(await who('{to: Person, by: id}', 'person:a', 'Ann', 'country:sweden', 'person:nobody')).toEqual([
      'person:a',
      "participant: no Person is 'Ann' by id; 'otherwise: create' in the mapping makes one, 'leave' leaves it open",
      expect.stringMatching(/no Person is 'country:sweden' by id/),
      expect.stringMatching(/no Person is 'person:nobody' by id/),
    ]);
    expect(await who('{to: Country, by: iso2}', 'SE', 'kp', 'XX')).toEqual([
      'country:sweden',
      'country:north-korea',
      expect.stringMatching(/^participant: no Country is 'XX' by iso2;/),
    ]);
    expect(await who('{to: Country, by: iso3}', 'VNM')).toEqual(['country:vietnam']);
    expect(await who('{to: Person, by: externalId, scheme: wikidata}', 'Q7', 'Q8')).toEqual([
      'person:a',
      expect.stringMatching(/^participant: no Person is 'Q8' by its id in wikidata;/),
    ]);
  });

  test('by candidates, from a score on, and where the next one is far enough behind', async () => {
    expect(await who('{to: Person, by: candidates, at-least: 0.99}', 'Donald Trump', 'Steve Begun')).toEqual([
      'person:donald-trump',
      expect.stringMatching(
        /no Person is 'Steve Begun' with a score of 0\.99; nearest: person:stephen-biegun \(0\.\d+\)/,
      ),
    ]);
    expect(await who('{to: Person, by: candidates, at-least: 0.8}', 'Steve Begun')).toEqual([
      'person:stephen-biegun',
    ]);
    expect(await who('{to: Person, by: candidates, at-least: 0.5, margin: 1}', 'Kim')).toEqual([
      expect.stringMatching(
        /^participant: 'Kim' could be person:kim-jong-un \(0\.9\), person:kim-myong-gil \(0\.54\); write the id$/,
      ),
    ]);
  });

  test('whoever an earlier row has made', async () => {
    const text =
      "source: {name: S}\nrecords:\n  - {type: Organization, id: 'organization:{No}', set: {name: '{Name}', kind: OTHER, partOf: '{Of}'}}\n";
    const { records, refusals } = await made(
      store,
      text,
      'No,Name,Of\n1,Example House,\n2,Example Room,example house\n',
    );
    expect(refusals).toEqual([]);
    expect(records[1]!.set['partOf']).toBe('organization:1');
  });

  test('nobody, and it is left open with a note', async () => {
    const text =
      "source: {name: S}\nrecords:\n  - {type: Document, id: 'document:{No}', set: {name: '{Name}', adoptedAt: {column: At, link: {otherwise: leave}}}}\n";
    const { records } = await made(store, text, 'No,Name,At\n1,Example Accord,Zzyzx Talks\n');
    expect(records[0]!.set).toEqual({ name: 'Example Accord' });
    expect(records[0]!.add!['evidence']).toContainEqual({
      source: { name: 'S', record: '1' },
      field: 'adoptedAt',
      value: 'Zzyzx Talks',
      note: expect.stringMatching(/^left open: no Meeting is 'Zzyzx Talks'/) as string,
    });
  });

  test('a new one, proposed: one for the same name, and none in the place of another', async () => {
    const { records } = await made(
      store,
      linking('{to: Person, otherwise: create}'),
      'No,Who\n1,Jörg Example\n2,JÖRG  EXAMPLE\n3,Jane Only\n',
    );
    expect(records.filter((r) => r.type === 'Person')).toMatchObject([
      { id: 'person:jorg-example', set: { name: 'Jörg Example' }, fill: { review: 'PROPOSED' } },
      { id: expect.stringMatching(/^person:jane-only-[0-9a-f]{8}$/) as string, set: { name: 'Jane Only' } },
    ]);
    expect(records.filter((r) => r.type === 'Participation').map((r) => r.set['participant'])).toEqual([
      'person:jorg-example',
      'person:jorg-example',
      records.find((r) => r.set['name'] === 'Jane Only')!.id,
    ]);
  });

  test('constants of a mapping are linked too', async () => {
    const text =
      "source: {name: S}\nrecords:\n  - {type: Place, id: 'place:{No}', set: {name: '{No}', kind: CITY, country: Sweden}}\n";
    const { records } = await made(store, text, 'No\nx1\n');
    expect(records[0]!.set['country']).toBe('country:sweden');
    expect(records[0]!.add!['evidence']).toContainEqual({
      source: { name: 'S', record: 'x1' },
      field: 'country',
      note: 'country:sweden, by the mapping',
    });
  });
});

onBothEngines('The example of docs/tables.md', (engine) => {
  let store: Store;
  beforeAll(async () => void (store = await seeded(await engine.open({ timeLimit: 60_000 }))), 120_000);
  afterAll(() => store.close());

  const QUERY = `{ meeting(id: "meeting:example-1") {
    name kind status when country { id } place { id } aliases { text } externalIds { scheme value url } review
    evidence { source { name record url date licence } field value note }
    participations { nodes { id capacity participant { id } review } }
  } person(name: "Jane Example") { id review evidence { source { name record } field value note } participations { totalCount } } }`;

  test('goes in', async () => {
    const outcome = await brought(store, example('summits.yaml'), example('summits.csv'));
    // 4 meetings, 7 participations, and Jane Example and Exampleville, whom nobody knew.
    expect(outcome).toMatchObject({ read: 13, created: 13, refused: 0 });
    const { data } = await ask(store, QUERY);
    const source = {
      name: 'Example: Summits',
      record: '1',
      url: 'https://example.org/summits#1',
      date: '2024-05-01',
      licence: 'CC-BY-4.0',
    };
    expect(data).toMatchObject({
      meeting: {
        name: 'Example Lake Talks',
        kind: 'TALKS',
        status: 'HELD',
        when: '2017-03-14/2017-03-15',
        country: { id: 'country:sweden' },
        place: { id: 'place:stockholm' },
        aliases: [{ text: 'Lake Process' }, { text: 'Seetalks' }],
        externalIds: [
          { scheme: 'wikidata', value: 'Q1000001', url: 'https://www.wikidata.org/wiki/Q1000001' },
        ],
        review: 'ACCEPTED',
        participations: {
          nodes: [
            { participant: { id: 'person:kim-myong-gil' }, capacity: 'DELEGATE' },
            { participant: { id: 'person:stephen-biegun' }, capacity: 'DELEGATE' },
          ],
        },
      },
      person: {
        id: 'person:jane-example',
        review: 'PROPOSED',
        evidence: [
          {
            source: { name: 'Example: Summits', record: 'Jane Example' },
            field: 'name',
            value: 'Jane Example',
          },
        ],
        participations: { totalCount: 2 },
      },
    });
    expect((data!['meeting'] as { evidence: object[] }).evidence).toContainEqual({
      source,
      field: 'country',
      value: 'Sweden',
      note: 'read as country:sweden',
    });
  });

  test('changes nothing when it goes in again, and what a curator changed stays', async () => {
    await write(store, [record('Meeting', 'meeting:example-1', { name: 'Example Lake Talks, first round' })]);
    await write(store, [record('Person', 'person:jane-example', { name: 'Jane E. Example' })]);
    const outcome = await brought(store, example('summits.yaml'), example('summits.csv'));
    expect(outcome).toMatchObject({ created: 0, amended: 0, refused: 0 });
    const { data } = await ask(
      store,
      '{ meeting(id: "meeting:example-1") { name } people(where: {name: {contains: "Example"}}) { nodes { name } } }',
    );
    expect(data).toEqual({
      meeting: { name: 'Example Lake Talks, first round' },
      people: { nodes: [{ name: 'Jane E. Example' }] },
    });
  });

  test('amends what a newer file says otherwise, and that alone', async () => {
    const newer = example('summits.csv').replace(
      '2,"Example Harbour Summit, second day",S,Held,02/06/2018',
      '2,Example Harbour Summit,S,Held,03/06/2018',
    );
    expect(newer).not.toBe(example('summits.csv'));
    expect(await brought(store, example('summits.yaml'), newer)).toMatchObject({
      created: 0,
      amended: 1,
      refused: 0,
    });
    const { data } = await ask(
      store,
      '{ meeting(id: "meeting:example-2") { name when evidence { field value } } }',
    );
    expect(data!['meeting']).toMatchObject({ name: 'Example Harbour Summit', when: '2018-06-03' });
    const { evidence } = data!['meeting'] as { evidence: { field: string; value: string }[] };
    expect(evidence.filter((e) => e.field === 'when')).toEqual([{ field: 'when', value: '03/06/2018' }]);
  });

  test('amends what a newer mapping reads otherwise', async () => {
    const newer = example('summits.yaml').replace('K: CONFERENCE', 'K: CONTACT');
    expect(newer).not.toBe(example('summits.yaml'));
    const before = example('summits.csv').replace(
      '2,"Example Harbour Summit, second day",S,Held,02/06/2018',
      '2,Example Harbour Summit,S,Held,03/06/2018',
    );
    expect(await brought(store, newer, before)).toMatchObject({ created: 0, amended: 1, refused: 0 });
    const { data } = await ask(store, '{ meeting(id: "meeting:example-4") { kind } }');
    expect(data).toEqual({ meeting: { kind: 'CONTACT' } });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordInput } from '../../src/model/change-set.js';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from './engines.js';

const person = (slug: string) => record('Person', `person:${slug}`, { name: slug });
const country = (slug: string) => record('Country', `country:${slug}`, { name: slug });
const topic = (slug: string) => record('Topic', `topic:${slug}`, { name: slug });
const meeting = (slug: string, set: object = {}) =>
  record('Meeting', `meeting:${slug}`, { name: slug, kind: 'TALKS', status: 'HELD', ...set });
const said = (slug: string, set: Record<string, unknown>) =>
  record('Statement', `statement:${slug}`, {
    text: slug,
    language: 'en',
    act: 'SAYS',
    evidence: [{ source: { name: 'a', record: slug } }],
    ...set,
  });
const attended = (slug: string, set: Record<string, unknown>) =>
  record('Participation', `participation:${slug}`, { capacity: 'DELEGATE', ...set });

onBothEngines('ties', (engine) => {
  let store: Store;
  beforeAll(async () => void (store = await engine.open()));
  afterAll(() => store?.close());

  /** Writes records of a test's own: ids of different tests have different slugs. */
  const given = (...upserts: RecordInput[]) => write(store, upserts);
  const data = async (source: string) => {
    const { data, errors } = await ask(store, source);
    expect(errors).toBeUndefined();
    return data!;
  };
  const problem = async (source: string) => {
    const { errors } = await ask(store, source);
    return errors?.[0]?.message;
  };
  interface Step {
    relation: string;
    to: { id: string };
    evidence: { source: { record: string } }[];
  }
  const STEP = '{ relation to { id } evidence { source { record } } }';
  const paths = async (from: string, to: string, more = '') => {
    const found = await data(`{ paths(from: "${from}", to: "${to}"${more}) { steps ${STEP} } }`);
    return (found['paths'] as { steps: Step[] }[]).map(({ steps }) =>
      steps.map((s) => `${s.relation} ${s.to.id}`).join(', '),
    );
  };
  const steps = async (of: string, more = '') =>
    (await data(`{ neighbours(of: "${of}"${more}) ${STEP} }`))['neighbours'] as Step[];
  const around = async (of: string, more = '') =>
    (await steps(of, more)).map((s) => `${s.relation} ${s.to.id}`);

  test('come from what was said, attended, held and represented, and read from either end', async () => {
    await given(
      ...[person('a1'), person('a2'), country('a1'), country('a2'), topic('a1'), meeting('a1')],
      said('a1', {
        speaker: 'person:a1',
        onBehalfOf: 'country:a1',
        addressees: ['person:a2'],
        about: ['topic:a1', 'country:a2'],
        saidAt: 'meeting:a1',
      }),
      attended('a1', { meeting: 'meeting:a1', participant: 'person:a2', onBehalfOf: 'country:a2' }),
      record('Role', 'role:a1', {
        title: 'Ambassador',
        ending: 'UNKNOWN',
        person: 'person:a2',
        of: 'country:a2',
        to: 'country:a1',
      }),
    );
    expect(await around('person:a1')).toEqual([
      'ADDRESSED person:a2',
      'SPOKE_ABOUT country:a2',
      'SPOKE_ABOUT topic:a1',
      'SPOKE_AT meeting:a1',
      'SPOKE_FOR country:a1',
    ]);
    expect(await around('person:a2')).toEqual([
      'ACCREDITED_TO country:a1',
      'ADDRESSED_BY person:a1',
      'ATTENDED meeting:a1',
      'HELD_OFFICE_OF country:a2',
      'OF_STATE country:a2',
      'REPRESENTED country:a2',
    ]);
    expect(await around('country:a2')).toEqual([
      'DISCUSSED_BY person:a1',
      'OFFICE_HELD_BY person:a2',
      'REPRESENTED_BY person:a2',
      'STATE_OF person:a2',
    ]);
    expect(await around('meeting:a1')).toEqual(['ATTENDED_BY person:a2', 'HEARD person:a1']);
  });

  test('lead from the one spoken for where nobody is named as speaking, and never to oneself', async () => {
    await given(
      ...[country('b1'), topic('b1'), person('b1')],
      said('b1', { onBehalfOf: 'country:b1', about: ['topic:b1', 'country:b1'] }),
      said('b2', { speaker: 'country:b1', onBehalfOf: 'country:b1' }),
      said('b3', { about: ['topic:b1'] }),
      record('Role', 'role:b1', {
        title: 'Envoy',
        ending: 'NOT_TAKEN_UP',
        person: 'person:b1',
        of: 'country:b1',
      }),
    );
    expect(await around('country:b1')).toEqual(['SPOKE_ABOUT topic:b1']);
    expect((await steps('country:b1'))[0]!.evidence).toEqual([{ source: { record: 'b1' } }]);
    expect(await around('person:b1')).toEqual([]);
  });

  test('show the strongest first, each with the evidence of its three newest facts', async () => {
    await given(
      ...[person('c1'), topic('c1'), topic('c2'), topic('c3')],
      ...[1, 2, 3, 4].map((i) =>
        said(`c${i}`, { speaker: 'person:c1', about: ['topic:c2'], said: `2010-01-0${i}` }),
      ),
      said('c5', { speaker: 'person:c1', about: ['topic:c1', 'topic:c3'] }),
    );
    expect(await around('person:c1')).toEqual([
      'SPOKE_ABOUT topic:c2',
      'SPOKE_ABOUT topic:c1',
      'SPOKE_ABOUT topic:c3',
    ]);
    expect(await around('person:c1', ', first: 2')).toHaveLength(2);
    const records = (found: Step[]) => found.map((s) => s.evidence.map((e) => e.source.record));
    expect(records(await steps('person:c1'))).toEqual([['c4', 'c3', 'c2'], ['c5'], ['c5']]);
    // Read from the other end, the same facts make the tie.
    expect(records(await steps('topic:c2'))).toEqual([['c4', 'c3', 'c2']]);
  });

  test('of one pair show in a path as the strongest, with nothing of the others', async () => {
    await given(
      ...[person('d1'), country('d1'), meeting('d1')],
      attended('d1', { meeting: 'meeting:d1', participant: 'person:d1', onBehalfOf: 'country:d1' }),
      said('d1', { speaker: 'person:d1', about: ['country:d1'] }),
      said('d2', { speaker: 'person:d1', about: ['country:d1'] }),
    );
    expect(await paths('person:d1', 'country:d1', ', longest: 1')).toEqual(['SPOKE_ABOUT country:d1']);
    expect(await paths('country:d1', 'person:d1', ', longest: 1')).toEqual(['DISCUSSED_BY person:d1']);
  });

  test('make paths: shorter ones first, then through whom has fewer ties', async () => {
    await given(
      ...['e1', 'e2', 'e3', 'e4', 'e5'].map(person),
      ...[topic('e1'), topic('hub'), meeting('e1')],
      said('e1', { speaker: 'person:e1', about: ['topic:hub', 'topic:e1'] }),
      said('e2', { speaker: 'person:e2', about: ['topic:hub', 'topic:e1', 'person:e3'] }),
      said('e3', { speaker: 'person:e3', about: ['topic:hub'] }),
      said('e4', { speaker: 'person:e4', about: ['topic:hub'], addressees: ['person:e5'] }),
    );
    expect(await paths('person:e1', 'person:e2')).toEqual([
      'SPOKE_ABOUT topic:e1, DISCUSSED_BY person:e2',
      'SPOKE_ABOUT topic:hub, DISCUSSED_BY person:e2',
      'SPOKE_ABOUT topic:hub, DISCUSSED_BY person:e3, DISCUSSED_BY person:e2',
    ]);
    expect(await paths('person:e1', 'person:e2', ', first: 1')).toHaveLength(1);
    expect(await paths('person:e1', 'person:e2', ', longest: 2, first: 20')).toHaveLength(2);
    expect(await paths('person:e1', 'person:e2', ', longest: 1')).toEqual([]);
    expect(await paths('person:e5', 'topic:e1', ', first: 1')).toEqual([
      'ADDRESSED_BY person:e4, SPOKE_ABOUT topic:hub, DISCUSSED_BY person:e1, SPOKE_ABOUT topic:e1',
    ]);
    expect(await paths('person:e1', 'person:e1')).toEqual([]);
    expect(await paths('person:e1', 'person:nobody')).toEqual([]);
    expect(await paths('person:e1', 'meeting:e1')).toEqual([]);
  });

  test("are an entity's own relations too, but no path goes over those", async () => {
    await given(
      record('Place', 'place:f1', { name: 'f1', kind: 'CITY', country: 'country:f1' }),
      ...[country('f1'), record('MeetingSeries', 'meeting-series:f1', { name: 'f1' })],
      meeting('f1', {
        place: 'place:f1',
        series: 'meeting-series:f1',
        when: '2010',
        evidence: [{ source: { name: 'a', record: 'f1' } }],
      }),
      meeting('f2', { series: 'meeting-series:f1', when: '2011' }),
    );
    expect(await around('meeting:f1')).toEqual([
      'HELD_AT place:f1',
      'HELD_IN country:f1',
      'NEXT meeting:f2',
      'ROUND_OF meeting-series:f1',
    ]);
    expect(await around('country:f1')).toEqual(['COUNTRY_OF meeting:f1', 'COUNTRY_OF place:f1']);
    const [held] = await steps('country:f1');
    expect(held!.evidence).toEqual([{ source: { record: 'f1' } }]);
    expect(await paths('meeting:f1', 'country:f1')).toEqual([]);
  });

  test('are kept of an entity that is amended, and follow what is', async () => {
    await given(
      ...[person('g1'), topic('g1'), topic('g2')],
      said('g1', { speaker: 'person:g1', about: ['topic:g1'] }),
    );
    await given(record('Person', 'person:g1', { description: 'amended' }));
    expect(await around('person:g1')).toEqual(['SPOKE_ABOUT topic:g1']);
    await given(record('Statement', 'statement:g1', { about: ['topic:g2'] }));
    expect(await around('person:g1')).toEqual(['SPOKE_ABOUT topic:g2']);
    expect(await around('topic:g1')).toEqual([]);
  });

  test('go with a fact that is rejected or removed, and return with it', async () => {
    const fact = said('h1', { speaker: 'person:h1', about: ['topic:h1'] });
    await given(person('h1'), topic('h1'), fact);
    const there = ['SPOKE_ABOUT topic:h1'];
    expect(await paths('person:h1', 'topic:h1')).toEqual(there);
    await given(record('Statement', 'statement:h1', { review: 'REJECTED' }));
    expect(await paths('person:h1', 'topic:h1')).toEqual([]);
    expect(await around('topic:h1')).toEqual([]);
    await given(record('Statement', 'statement:h1', { review: 'PROPOSED' }));
    expect(await paths('person:h1', 'topic:h1')).toEqual(there);
    await write(store, [], { removals: ['statement:h1'] });
    expect(await paths('person:h1', 'topic:h1')).toEqual([]);
    // Whom nothing leads to any more can go, and comes back without ties.
    await write(store, [], { removals: ['person:h1'] });
    await given(person('h1'));
    expect(await around('person:h1')).toEqual([]);
  });

  test('of a period are those of facts that may lie in it', async () => {
    await given(
      ...['i1', 'i2', 'i3', 'i4', 'i5'].map(topic),
      ...[person('i1'), country('i1'), meeting('i1', { when: '2015-05', country: 'country:i1' })],
      said('i1', { speaker: 'person:i1', about: ['topic:i1'], said: '2010-06-01' }),
      said('i2', { speaker: 'person:i1', about: ['topic:i1', 'topic:i2'], said: '2015' }),
      said('i3', { speaker: 'person:i1', about: ['topic:i3'] }),
      attended('i1', { meeting: 'meeting:i1', participant: 'person:i1' }),
      record('Role', 'role:i1', {
        title: 'Minister',
        began: '2012',
        ending: 'KNOWN',
        ended: '2016-02',
        person: 'person:i1',
        of: 'country:i1',
      }),
    );
    const of = (during: string, id = 'person:i1') => around(id, `, during: "${during}"`);
    expect(await of('2010')).toEqual(['SPOKE_ABOUT topic:i1']);
    expect(await of('2010-06-02/2011')).toEqual([]);
    expect(await of('2014')).toEqual(['HELD_OFFICE_OF country:i1']);
    expect(await of('2015-05-09')).toEqual([
      'ATTENDED meeting:i1',
      'HELD_OFFICE_OF country:i1',
      'SPOKE_ABOUT topic:i1',
      'SPOKE_ABOUT topic:i2',
    ]);
    expect(await of('2010/2015')).toEqual([
      'SPOKE_ABOUT topic:i1',
      'ATTENDED meeting:i1',
      'HELD_OFFICE_OF country:i1',
      'SPOKE_ABOUT topic:i2',
    ]);
    expect(await of('2016-03')).toEqual([]);
    expect(await of('2015', 'country:i1')).toEqual(['COUNTRY_OF meeting:i1', 'OFFICE_HELD_BY person:i1']);
    // Evidence is that of the period.
    const [first] = await steps('person:i1', ', during: "2010"');
    expect(first!.evidence).toEqual([{ source: { record: 'i1' } }]);
  });

  test('of a role last as long as it is known to', async () => {
    await given(
      ...[person('j1'), country('j1'), country('j2'), country('j3')],
      ...(
        [
          ['j1', { began: '2010', ending: 'ONGOING', of: 'country:j1' }],
          ['j2', { began: '2010', ending: 'UNKNOWN', attested: '2012', of: 'country:j2' }],
          ['j3', { ending: 'UNKNOWN', of: 'country:j3' }],
        ] as const
      ).map(([slug, set]) => record('Role', `role:${slug}`, { title: slug, person: 'person:j1', ...set })),
    );
    const of = (during: string) => around('person:j1', `, during: "${during}", kinds: [COUNTRY]`);
    expect(await of('2011')).toEqual(['HELD_OFFICE_OF country:j1', 'HELD_OFFICE_OF country:j2']);
    expect(await of('2013')).toEqual(['HELD_OFFICE_OF country:j1']);
    expect(await of('2009')).toEqual([]);
  });

  test('can be asked for by the kind of the far end', async () => {
    await given(
      ...[person('k1'), topic('k1'), country('k1')],
      said('k1', { speaker: 'person:k1', onBehalfOf: 'country:k1', about: ['topic:k1', 'country:k1'] }),
    );
    const of = (kinds: string) => around('person:k1', `, kinds: ${kinds}`);
    expect(await of('[TOPIC]')).toEqual(['SPOKE_ABOUT topic:k1']);
    expect(await of('[COUNTRY]')).toEqual(['SPOKE_ABOUT country:k1', 'SPOKE_FOR country:k1']);
    expect(await of('[STATEMENT]')).toEqual([]);
    expect(await of('[]')).toEqual([]);
    expect(await of('null')).toHaveLength(3);
  });

  test('give each alias what it asks for', async () => {
    await given(person('l1'), topic('l1'), said('l1', { speaker: 'person:l1', about: ['topic:l1'] }));
    const { one } = await data(`{
      one: paths(from: "person:l1", to: "topic:l1") {
        __typename
        size: length
        here: steps { kind: __typename a: from { id } b: from { ... on Person { called: name } } }
        there: steps { name: relation facts: evidence { confidence } other: evidence { s: source { record __typename } } }
      }
    }`);
    expect(one).toEqual([
      {
        __typename: 'Path',
        size: 1,
        here: [{ kind: 'PathStep', a: { id: 'person:l1' }, b: { called: 'l1' } }],
        there: [
          {
            name: 'SPOKE_ABOUT',
            facts: [{ confidence: 1 }],
            other: [{ s: { record: 'l1', __typename: 'SourceRecord' } }],
          },
        ],
      },
    ]);
  });

  describe('asked for wrongly', () => {
    test.each([
      [
        'neighbours(of: "statement:x") { relation }',
        /^of: 'statement:x' is a Statement, .* person, country,/,
      ],
      ['paths(from: "person:x", to: "article:y") { length }', /^to: 'article:y' is a Article/],
      ['paths(from: "role:x", to: "person:y") { length }', /^from: 'role:x' is a Role/],
      ['neighbours(of: "person:x", first: 0) { relation }', /^first: 0 is out of range; it takes 1 to 500$/],
      ['neighbours(of: "person:x", first: 501) { relation }', /^first: 501 .* 1 to 500$/],
      ['neighbours(of: "person:x", during: "May") { relation }', /'May' is no EDTF date/],
      ['paths(from: "person:x", to: "person:y", longest: 5) { length }', /^longest: 5 .* 1 to 4$/],
      ['paths(from: "person:x", to: "person:y", longest: 0) { length }', /^longest: 0 /],
      ['paths(from: "person:x", to: "person:y", first: 21) { length }', /^first: 21 .* 1 to 20$/],
    ])('%s names what is wrong', async (field, message) => {
      expect(await problem(`{ ${field} }`)).toMatch(message);
    });

    test('of what is not known: nothing', async () => {
      expect(await around('person:nobody')).toEqual([]);
      expect(await around('person:nobody', ', during: "2019"')).toEqual([]);
      expect(await around('what is this')).toEqual([]);
    });
  });
});

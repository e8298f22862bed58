import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bring, type BringOptions, type Incoming } from '../../src/exchange/bring/bring.js';
import type { Outcome } from '../../src/exchange/bring/outcome.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record } from '../store/engines.js';

const person = (id: string, set: Record<string, unknown> = {}) =>
  record('Person', `person:${id}`, { name: id, ...set });
const place = (id: string, set: Record<string, unknown> = {}) =>
  record('Place', `place:${id}`, { name: id, kind: 'CITY', ...set });
const role = (id: string, set: Record<string, unknown> = {}) =>
  record('Role', `role:${id}`, {
    person: 'person:a',
    title: 'Envoy',
    of: 'country:x',
    ending: 'UNKNOWN',
    ...set,
  });
const country = record('Country', 'country:x', { name: 'Ex' });
const at = (source: string, incoming: ReturnType<typeof person>) => ({ ...incoming, source });

const spills = () => readdirSync(tmpdir()).filter((name) => /^rapporteur-[A-Za-z0-9]{6}$/.test(name));

onBothEngines('Bringing records in', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.close();
    store = await engine.open();
  });

  const run = (
    records: Iterable<Incoming> | AsyncIterable<Incoming>,
    options: Partial<BringOptions> = {},
  ): Promise<Outcome> =>
    bring(store, catalogue, records, { action: 'import test', by: 'tester', ...options });
  const data = async (query: string) => {
    const { data, errors } = await ask(store, query);
    expect(errors).toBeUndefined();
    return data!;
  };
  const changes = async () => {
    const { changes } = await data('{ changes { nodes { created amended } } }');
    return (changes as { nodes: { created: number; amended: number }[] }).nodes.reverse();
  };

  test('writes a change set for each batch, and says what it did', async () => {
    const progress: number[] = [];
    const outcome = await run([country, person('a'), person('b'), person('c'), person('d')], {
      batch: 2,
      progress: ({ created }) => progress.push(created),
    });
    expect(outcome).toEqual({
      read: 5,
      created: 5,
      amended: 0,
      unchanged: 0,
      refused: 0,
      waiting: 0,
      refusals: [],
      written: true,
      stopped: false,
    });
    expect(progress).toEqual([2, 4, 5]);
    expect(await changes()).toEqual([
      { created: 2, amended: 0 },
      { created: 2, amended: 0 },
      { created: 1, amended: 0 },
    ]);
  });

  describe('of what is wrong', () => {
    test('refuses that by name and takes the rest, in one change set', async () => {
      const outcome = await run([
        at('f:1', country),
        at('f:2', person('a', { born: 'soon', colour: 'red' })),
        { record: 'line 3', source: 'f:3', problem: 'is no JSON' },
        at('f:4', record('Persons', 'person:x', {})),
        at('f:5', person('b', { country: 'country:x' })),
        at('f:6', role('r', { person: 'country:x' })),
        at('f:7', person('c')),
      ]);
      expect(outcome).toMatchObject({ read: 7, created: 2, refused: 5 });
      expect(
        outcome.refusals.map(({ source, record, problem }) => [source, record, problem.slice(0, 60)]),
      ).toEqual([
        ['f:3', 'line 3', 'is no JSON'],
        ['f:2', 'person:a', expect.stringMatching(/^colour: is no field of a Person that can be written/)],
        ['f:4', 'person:x', expect.stringMatching(/^'Persons' is no type of record; it is one of Person/)],
        ['f:5', 'person:b', expect.stringMatching(/^country: is no field of a Person that can be written/)],
        ['f:6', 'role:r', "person: 'country:x' is a Country; it takes Person"],
      ]);
      expect(outcome.refusals[1]!.problem).toContain('; born: ');
      expect(await changes()).toEqual([{ created: 2, amended: 0 }]);
    });

    test('refuses a text that no engine would give back as it was', async () => {
      const outcome = await run([
        person('a', { name: 'half \ud800' }),
        person('b', { aliases: [{ text: 'nul \u0000', kind: 'TITLE' }] }),
        person('c', { name: 'whole \u{1d4b3}' }),
      ]);
      expect(outcome.refusals.map(({ record, problem }) => [record, problem])).toEqual([
        ['person:a', 'name: holds a NUL character or half of one (a lone surrogate)'],
        ['person:b', 'aliases: holds a NUL character or half of one (a lone surrogate)'],
      ]);
      expect(outcome).toMatchObject({ created: 1 });
    });

    test('refuses what must lead to a refused record, over any number of steps, and takes the rest', async () => {
      const outcome = await run([
        country,
        person('a', { born: 'soon' }),
        role('r'),
        record('Participation', 'participation:p', {
          meeting: 'meeting:m',
          participant: 'person:a',
          capacity: 'PARTY',
        }),
        record('Statement', 'statement:s', {
          text: 'x',
          language: 'en',
          act: 'SAYS',
          speaker: 'person:a',
          role: 'role:r',
        }),
        record('Report', 'report:r', {
          statement: 'statement:s',
          article: 'article:none',
          form: 'DIRECT',
          text: 'x',
          start: 0,
          spans: [],
        }),
      ]);
      expect(outcome).toMatchObject({ read: 6, created: 2, refused: 5 });
      expect(
        outcome.refusals.map(({ record, problem }) => [record, problem.replace(/it is one of.*/, '')]),
      ).toEqual([
        ['person:a', expect.stringContaining('born: ')],
        ['role:r', "person: 'person:a' is not known"],
        ['participation:p', expect.stringMatching(/'(meeting:m|person:a)' is not known/)],
        ['statement:s', "speaker: 'person:a' is not known; role: 'role:r' is not known; it went in without"],
        ['report:r', expect.stringContaining("article: 'article:none' is not known")],
      ]);
      expect(await data('{ statements { nodes { id speaker { id } } } }')).toEqual({
        statements: { nodes: [{ id: 'statement:s', speaker: null }] },
      });
    });

    test('finds those by which a record of the graph would lose its footing', async () => {
      const statement = (id: string, set = {}) =>
        record('Statement', `statement:${id}`, { text: id, language: 'en', act: 'SAYS', ...set });
      await run([
        person('a'),
        statement('s', { speaker: 'person:a' }),
        statement('t', { speaker: 'person:a' }),
        record('Claim', 'claim:c', { text: 'c' }),
        record('Position', 'position:p', {
          claim: 'claim:c',
          statement: 'statement:s',
          stance: 'AFFIRMS',
          confidence: 1,
        }),
      ]);
      const outcome = await run([
        person('b'),
        statement('t', { speaker: null }),
        statement('s', { speaker: null }),
        person('c'),
      ]);
      expect(outcome).toMatchObject({ created: 2, amended: 1, refused: 1 });
      expect(outcome.refusals[0]).toMatchObject({
        record: 'statement:s',
        problem:
          "position:p, statement: 'statement:s' names nobody who speaks, so nobody holds this position",
      });
    });
  });

  describe('that lead to later ones', () => {
    const backward = [
      record('Report', 'report:r', {
        statement: 'statement:s',
        article: 'article:a',
        form: 'DIRECT',
        text: 'x',
        start: 0,
        spans: [],
      }),
      record('Statement', 'statement:s', {
        text: 'x',
        language: 'en',
        act: 'SAYS',
        speaker: 'person:a',
        role: 'role:r',
      }),
      role('r'),
      person('a', { evidence: [{ article: 'article:a', start: 0, end: 1, exact: 'a' }] }),
      record('Article', 'article:a', {
        title: 'A',
        textHash: 'h',
        textLength: 9,
        language: 'en',
        publisher: 'organization:o',
      }),
      record('Organization', 'organization:o', { name: 'Oh', kind: 'NEWS_AGENCY', country: 'country:x' }),
      country,
    ];

    test.each([1, 2, 3, 7])('brings them again at the end, in change sets of %i', async (batch) => {
      const before = spills();
      const outcome = await run(backward, { batch });
      expect(outcome).toMatchObject({
        read: 7,
        created: 7,
        amended: 0,
        refused: 0,
        waiting: 0,
        refusals: [],
      });
      expect(
        await data(
          '{ statement(id: "statement:s") { role { of { id } } speaker { evidence { article { publisher { country { id } } } } } reports { nodes { id } } } }',
        ),
      ).toEqual({
        statement: {
          role: { of: { id: 'country:x' } },
          speaker: { evidence: [{ article: { publisher: { country: { id: 'country:x' } } } }] },
          reports: { nodes: [{ id: 'report:r' }] },
        },
      });
      expect(spills()).toEqual(before);
    });

    test('refuses at the end what leads nowhere: without an optional field it is in', async () => {
      const outcome = await run(
        [place('p', { within: 'place:q', country: 'country:none' }), place('q'), role('r'), country],
        { batch: 1 },
      );
      expect(outcome).toMatchObject({ read: 4, created: 3, amended: 0, unchanged: 0, refused: 2 });
      expect(outcome.refusals.map(({ record, problem }) => [record, problem])).toEqual([
        ['place:p', "country: 'country:none' is not known; it went in without"],
        ['role:r', "person: 'person:a' is not known"],
      ]);
      expect(await data('{ place(id: "place:p") { within { id } country { id } } }')).toEqual({
        place: { within: { id: 'place:q' }, country: null },
      });
    });

    test.each([1, 2, 10])(
      'a later line on the same record amends the earlier one, in change sets of %i',
      async (batch) => {
        const outcome = await run(
          [
            place('p', { within: 'place:q', name: 'First' }),
            role('r', { title: 'First' }),
            place('p', { name: 'Second', within: 'place:z' }),
            record('Role', 'role:r', { title: 'Second' }),
            place('q'),
            place('z'),
            country,
            person('a'),
          ],
          { batch },
        );
        expect(outcome).toMatchObject({ read: 8, created: 6, amended: 2, refused: 0 });
        expect(
          await data(
            '{ place(id: "place:p") { name within { id } } role: node(id: "role:r") { ... on Role { title } } }',
          ),
        ).toEqual({ place: { name: 'Second', within: { id: 'place:z' } }, role: { title: 'Second' } });
      },
    );

    test('has a position wait for who speaks in its statement', async () => {
      const outcome = await run(
        [
          record('Claim', 'claim:c', { text: 'c' }),
          record('Statement', 'statement:s', { text: 's', language: 'en', act: 'SAYS', speaker: 'person:a' }),
          record('Position', 'position:p', {
            claim: 'claim:c',
            statement: 'statement:s',
            stance: 'AFFIRMS',
            confidence: 1,
          }),
          person('a'),
        ],
        { batch: 1 },
      );
      expect(outcome).toMatchObject({ created: 4, refusals: [] });
    });

    test('refuses a circle that only their end shows', async () => {
      const outcome = await run([place('p', { within: 'place:q' }), place('q', { within: 'place:p' })], {
        batch: 1,
      });
      expect(outcome).toMatchObject({ read: 2, created: 2, refused: 1 });
      expect(outcome.refusals[0]!.problem).toContain('goes round in a circle: place:p > place:q > place:p');
    });
  });

  test('the same record more than once in a change set: each is counted as what it did', async () => {
    const outcome = await run([
      person('a'),
      person('a', { born: '1950' }),
      person('a', { review: 'REJECTED' }),
      person('a', { review: 'ACCEPTED' }),
      person('a'),
    ]);
    expect(outcome).toMatchObject({ read: 5, created: 1, amended: 3, unchanged: 1 });
    expect(
      await data('{ person(id: "person:a") { born review } proposals(review: REJECTED) { totalCount } }'),
    ).toEqual({
      person: { born: '1950', review: 'ACCEPTED' },
      proposals: { totalCount: 0 },
    });
  });

  test('what goes back to an earlier state is applied again, also in the same instant', async () => {
    const named = async (name: string) => {
      await run([person('a', { name })]);
      return (await data('{ person(id: "person:a") { name } }'))['person'];
    };
    for (const name of ['A', 'B', 'A', 'B', 'A']) expect(await named(name)).toEqual({ name });
    expect(await changes()).toHaveLength(5);
  });

  test('what is there already is unchanged, and no change', async () => {
    const records = [country, person('a'), role('r')];
    await run(records);
    expect(await run(records)).toMatchObject({ read: 3, created: 0, amended: 0, unchanged: 3 });
    expect(await changes()).toHaveLength(1);
  });

  describe('without writing', () => {
    const good = [role('r'), country, person('a')];

    test('a dry run says what would be, over change sets that rest on each other', async () => {
      await run([country]);
      const outcome = await run([...good, person('b', { born: 'soon' })], { batch: 1, dryRun: true });
      expect(outcome).toMatchObject({ read: 4, created: 2, unchanged: 1, refused: 1, written: false });
      expect((await store.stats()).counts).toMatchObject({ Country: 1, Change: 1 });
      expect((await store.stats()).counts['Person']).toBeUndefined();
    });

    test('a strict import writes all, or nothing where anything is refused', async () => {
      const refused = await run([...good, person('b', { born: 'soon' })], { batch: 1, strict: true });
      expect(refused).toMatchObject({ created: 3, refused: 1, written: false });
      expect(await store.isEmpty()).toBe(true);
      expect(await run(good, { batch: 1, strict: true })).toMatchObject({
        created: 3,
        refused: 0,
        written: true,
      });
      expect((await store.stats()).counts).toMatchObject({ Country: 1, Person: 1, Role: 1 });
    });
  });

  test('remembers the sources it credits', async () => {
    const credit = { name: 'A source', licence: 'CC0', date: '2020-01-01' };
    const sources = { name: 'test', credits: [credit] };
    await run([person('a')], { sources, dryRun: true });
    await run([person('a', { born: 'soon' })], { sources });
    expect(await data('{ about { sources { name } } }')).toEqual({ about: { sources: [] } });
    await run([person('a')], { sources });
    await run([person('a')], { sources: { ...sources, name: 'again' } });
    expect(await data('{ about { sources { name licence date url } } }')).toEqual({
      about: { sources: [{ ...credit, url: null }] },
    });
  });

  test('ends after the running change set when it is told to, and the same again goes on', async () => {
    const all = [role('r'), country, person('a'), person('b'), person('c'), person('d')];
    const controller = new AbortController();
    const outcome = await run(all, {
      batch: 2,
      signal: controller.signal,
      progress: ({ read }) => {
        if (read >= 4) controller.abort();
      },
    });
    expect(outcome).toMatchObject({ read: 4, created: 3, waiting: 1, stopped: true });
    expect(await run(all, { batch: 2 })).toMatchObject({ read: 6, created: 3, unchanged: 3, stopped: false });
  });

  test('leaves no file behind where its source fails, and keeps what went in', async () => {
    const before = spills();
    async function* failing() {
      yield role('r');
      yield country;
      await Promise.resolve();
      throw new Error('the disk is gone');
    }
    await expect(run(failing(), { batch: 1 })).rejects.toThrow('the disk is gone');
    expect((await store.stats()).counts['Country']).toBe(1);
    expect(spills()).toEqual(before);
  });
});

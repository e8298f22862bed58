import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from './engines.js';

onBothEngines('a store', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  afterAll(() => store.close());
  const data = async (source: string, variables?: Record<string, unknown>) => {
    const answer = await ask(store, source, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data as Record<string, unknown>;
  };

  test('begins empty, and is not after the first change', async () => {
    expect(await store.isEmpty()).toBe(true);
    const applied = await write(
      store,
      [record('Country', 'country:x', { name: 'Ex', aliases: [{ text: 'The X', kind: 'OFFICIAL' }] })],
      { id: 'change:first' },
    );
    expect(applied).toEqual({
      id: 'change:first',
      created: 1,
      amended: 0,
      removed: 0,
      known: false,
      effects: ['created'],
    });
    expect(await store.isEmpty()).toBe(false);
  });

  test('applies a change once', async () => {
    expect(
      await write(store, [record('Country', 'country:x', { name: 'Other' })], { id: 'change:first' }),
    ).toMatchObject({ known: true });
    expect(await data('{ country(id: "country:x") { name } }')).toEqual({ country: { name: 'Ex' } });
  });

  test('amends what is given, keeps the rest, clears what is null', async () => {
    await write(store, [record('Country', 'country:x', { iso2: 'XX', description: 'made up' })]);
    await write(store, [record('Country', 'country:x', { description: null })]);
    expect(await data('{ country(name: "the x") { name iso2 description aliases { text kind } } }')).toEqual({
      country: { name: 'Ex', iso2: 'XX', description: null, aliases: [{ text: 'The X', kind: 'OFFICIAL' }] },
    });
  });

  test.each([
    [
      'an unknown type',
      record('Planet', 'planet:x', {}),
      /'Planet' is no type of record; it is one of Person, Country/,
    ],
    ['an id of another kind', record('Person', 'country:y', { name: 'Y' }), /begins with 'person:'/],
    [
      'an id with capitals',
      record('Person', 'person:Y', { name: 'Y' }),
      /not of the form person:lower-case-slug/,
    ],
    ['a missing name', record('Person', 'person:y', {}), /person:y, name: is missing/],
    [
      'a wrong enum',
      record('Place', 'place:y', { name: 'Y', kind: 'TOWN' }),
      /kind: is "TOWN"; it is one of CITY, REGION/,
    ],
    [
      'an unknown field',
      record('Person', 'person:y', { name: 'Y', nome: 'Y' }),
      /nome: is no field of a Person that can be written/,
    ],
    [
      'a derived field',
      record('Person', 'person:y', { name: 'Y', country: 'country:x' }),
      /country: is no field of a Person that can be written/,
    ],
    [
      'an unknown id',
      record('Place', 'place:y', { name: 'Y', kind: 'CITY', country: 'country:nowhere' }),
      /'country:nowhere' is not known/,
    ],
    [
      'an id of the wrong kind',
      record('Place', 'place:y', { name: 'Y', kind: 'CITY', within: 'country:x' }),
      /'country:x' is a Country; it takes Place/,
    ],
    [
      'a circle',
      record('Place', 'place:y', { name: 'Y', kind: 'CITY', within: 'place:y' }),
      /goes round in a circle: place:y > place:y/,
    ],
    [
      'a date that is no EDTF',
      record('Person', 'person:y', { name: 'Y', born: '2019-13' }),
      /born: '2019-13' is no EDTF date/,
    ],
    [
      'a span that does not fit',
      record('Person', 'person:y', { name: 'Y', evidence: [{ start: 1, end: 5, exact: 'abc' }] }),
      /the span \[1, 5\) has 4 characters, its exact text 3/,
    ],
  ])('refuses %s by name, and writes nothing', async (_title, bad, message) => {
    const before = await store.stats();
    await expect(write(store, [record('Country', 'country:good', { name: 'Good' }), bad])).rejects.toThrow(
      message,
    );
    expect(await store.stats()).toEqual(before);
  });

  test('keeps the inverse of a change beside it, and knows what it touched', async () => {
    const { id } = await write(store, [record('Country', 'country:x', { name: 'New' })], { note: 'renamed' });
    expect(
      await data(
        'query($id: ID!) { node(id: $id) { ... on Change { note created amended touched { nodes { id } } } } }',
        { id },
      ),
    ).toEqual({
      node: { note: 'renamed', created: 0, amended: 1, touched: { nodes: [{ id: 'country:x' }] } },
    });
    expect(await data('{ changes(first: 1) { nodes { note } } }')).toEqual({
      changes: { nodes: [{ note: 'renamed' }] },
    });
  });

  test('a record that others lead to cannot go', async () => {
    await write(store, [record('Place', 'place:c', { name: 'C', kind: 'CITY', country: 'country:x' })]);
    await expect(write(store, [], { removals: ['country:x'] })).rejects.toThrow(
      'country:x: cannot go: place:c leads to it by country',
    );
  });

  test('what is rejected leaves every list and comes back when it is accepted', async () => {
    await write(store, [record('Person', 'person:r', { name: 'R' })]);
    await write(store, [record('Person', 'person:r', { review: 'REJECTED' })]);
    expect(await data('{ people { totalCount } person(name: "R") { id } }')).toEqual({
      people: { totalCount: 0 },
      person: null,
    });
    await write(store, [record('Person', 'person:r', { review: 'ACCEPTED' })]);
    expect(await data('{ people { totalCount } person(name: "R") { name review } }')).toEqual({
      people: { totalCount: 1 },
      person: { name: 'R', review: 'ACCEPTED' },
    });
  });

  describe('what is derived follows what changes', () => {
    const meeting =
      '{ meeting(id: "meeting:m") { place { id } country { id } host { id } parties { nodes { id } } } venue(id: "venue:v") { country { id } } }';
    test('a meeting is where its venue is', async () => {
      await write(store, [
        record('Country', 'country:z', { name: 'Z' }),
        record('Venue', 'venue:v', { name: 'V', place: 'place:c' }),
        record('Meeting', 'meeting:m', { name: 'M', kind: 'TALKS', status: 'HELD', venue: 'venue:v' }),
        record('Participation', 'participation:h', {
          capacity: 'HOST',
          meeting: 'meeting:m',
          participant: 'country:z',
        }),
      ]);
      expect(await data(meeting)).toEqual({
        meeting: {
          place: { id: 'place:c' },
          country: { id: 'country:x' },
          host: { id: 'country:z' },
          parties: { nodes: [] },
        },
        venue: { country: { id: 'country:x' } },
      });
      await write(store, [record('Place', 'place:c', { country: 'country:z' })]);
      expect(await data(meeting)).toMatchObject({
        meeting: { country: { id: 'country:z' } },
        venue: { country: { id: 'country:z' } },
      });
    });
    test('a given country stays', async () => {
      await write(store, [record('Meeting', 'meeting:m', { country: 'country:x' })]);
      await write(store, [record('Place', 'place:c', { country: 'country:z', description: 'moved' })]);
      expect(await data(meeting)).toMatchObject({ meeting: { country: { id: 'country:x' } } });
    });
    test('who took part no longer does when the record goes', async () => {
      await write(store, [], { removals: ['participation:h'] });
      expect(await data(meeting)).toMatchObject({ meeting: { host: null } });
    });
  });

  describe('pages', () => {
    beforeAll(() =>
      write(
        store,
        ['2019', '2018-05-01', null, '2019', null].map((when, i) =>
          record('Event', `event:e${i}`, { name: `E${i}`, ...(when ? { when } : {}) }),
        ),
      ),
    );
    const walk = async (orderBy: string, size: number, backward = false) => {
      const seen: string[] = [];
      for (let cursor: string | null = null; ;) {
        const args: string = backward ? `last: ${size}, before: $c` : `first: ${size}, after: $c`;
        const { events } = (await data(
          `query($c: String) { events(orderBy: ${orderBy}, ${args}) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
          { c: cursor },
        )) as { events: { nodes: { id: string }[]; pageInfo: Record<string, string | null> } };
        seen.push(
          ...(backward ? events.nodes.reverse() : events.nodes).map((n) => n.id.slice('event:'.length)),
        );
        cursor = events.pageInfo[backward ? 'startCursor' : 'endCursor']!;
        if (!events.pageInfo[backward ? 'hasPreviousPage' : 'hasNextPage']) return seen;
      }
    };
    test.each([1, 2, 5])('of %i go over ties and unknown dates, both ways', async (size) => {
      expect(await walk('[{when: ASC}]', size)).toEqual(['e1', 'e0', 'e3', 'e2', 'e4']);
      expect(await walk('[{when: DESC}]', size)).toEqual(['e3', 'e0', 'e1', 'e4', 'e2']);
      expect(await walk('[{when: ASC}]', size, true)).toEqual(['e4', 'e2', 'e3', 'e0', 'e1']);
      expect(await walk('[{when: DESC}]', size, true)).toEqual(['e2', 'e4', 'e1', 'e0', 'e3']);
    });
    test('stay right while records come between two of them', async () => {
      const page =
        'query($c: String) { events(orderBy: [{when: DESC}], first: 2, after: $c) { nodes { id } pageInfo { endCursor } } }';
      const first = (await data(page)) as { events: { pageInfo: { endCursor: string } } };
      await write(store, [record('Event', 'event:new', { name: 'New', when: '2020' })]);
      expect(await data(page, { c: first.events.pageInfo.endCursor })).toMatchObject({
        events: { nodes: [{ id: 'event:e1' }, { id: 'event:e4' }] },
      });
    });
  });

  test('a statement past its time is ended', async () => {
    const slow = await engine.open({ timeLimit: 1 });
    await write(
      slow,
      Array.from({ length: 400 }, (_, i) =>
        record('Person', `person:p${i}`, {
          name: `Person ${i}`,
          aliases: [{ text: `P ${i}`, kind: 'SPELLING' }],
        }),
      ),
    );
    const deep =
      '{ people(where: {OR: [' +
      Array.from(
        { length: 30 },
        (_, i) => `{anyName: {contains: "z${i}"}, statements: {none: {text: {contains: "q"}}}}`,
      ).join(', ') +
      ']}, orderBy: [{mentions: {count: DESC}}, {statements: {count: ASC}}]) { totalCount nodes { name } } }';
    await expect(
      ask(slow, deep).then((a) => Promise.reject(a.errors?.[0] ?? new Error('none'))),
    ).rejects.toMatchObject({ message: /took longer than 1 ms and was ended/ });
    await slow.close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, sowSeeds, write } from './engines.js';

interface Group {
  readonly key: string | null;
  readonly count: number;
  readonly groups?: readonly Group[];
}

/** Groups as `key count`, those within others in brackets. */
const told = (groups: readonly Group[]): string =>
  groups.map((g) => `${g.key ?? '?'} ${g.count}${g.groups?.length ? ` (${told(g.groups)})` : ''}`).join(', ');

async function groupsOf(store: Store, source: string): Promise<readonly Group[]> {
  const { data, errors } = await ask(store, source);
  expect(errors).toBeUndefined();
  return (Object.values(data as Record<string, { groups: Group[] }>)[0] as { groups: Group[] }).groups;
}

onBothEngines('groups', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    const meeting = (id: string, when: string | null) =>
      record('Meeting', `meeting:${id}`, {
        name: `Talks ${id}`,
        kind: 'TALKS',
        status: 'HELD',
        ...(when ? { when } : {}),
      });
    const party = (id: string, meeting: string, country: string) =>
      record('Participation', `participation:${id}`, {
        meeting: `meeting:${meeting}`,
        participant: `country:${country}`,
        capacity: 'PARTY',
      });
    await write(store, [
      ...['a', 'b', 'c'].map((id) => record('Country', `country:${id}`, { name: id.toUpperCase() })),
      record('Topic', 'topic:t', { name: 'Sanctions' }),
      meeting('one', '2019-03-04'),
      meeting('two', '2019-03-30/2019-04-02'),
      meeting('three', '2018-12'),
      meeting('four', null),
      meeting('five', '2018'),
      party('1', 'one', 'a'),
      party('2', 'one', 'b'),
      party('3', 'two', 'a'),
      party('4', 'two', 'b'),
      party('5', 'two', 'c'),
      party('6', 'three', 'a'),
      ...[1, 2, 3].map((n) =>
        record('Statement', `statement:${n}`, {
          text: `Said ${n}`,
          language: 'en',
          act: n === 3 ? 'DENIES' : 'SAYS',
          speaker: n === 1 ? 'country:a' : 'country:b',
          said: `2019-03-0${n}`,
          about: n === 1 ? ['topic:t', 'meeting:one'] : n === 2 ? ['meeting:one'] : [],
        }),
      ),
    ]);
  });
  afterAll(() => store.close());

  test('which months? In the order of time; what names no month is not known', async () => {
    const groups = await groupsOf(store, '{ meetings { groups(by: [MONTH]) { key count } } }');
    expect(told(groups)).toBe('2018-12 1, 2019-03 1, ? 3');
  });

  test('which years? A span within one year is of that year', async () => {
    const groups = await groupsOf(store, '{ meetings { groups(by: [YEAR]) { key count } } }');
    expect(told(groups)).toBe('2018 2, 2019 2, ? 1');
  });

  test('whom do most meetings have as party? Most first, each meeting in each of its groups', async () => {
    const groups = await groupsOf(store, '{ meetings { groups(by: [PARTY]) { key count } } }');
    expect(told(groups)).toBe('country:a 3, country:b 2, ? 2, country:c 1');
  });

  test('who met whom? The same key twice counts pairs, nobody with themselves', async () => {
    const groups = await groupsOf(
      store,
      '{ meetings { groups(by: [PARTY, PARTY]) { key count groups { key count } } } }',
    );
    expect(told(groups)).toBe(
      'country:a 3 (country:b 2, country:c 1), country:b 2 (country:a 2, country:c 1), ? 2, country:c 1 (country:a 1, country:b 1)',
    );
  });

  test('which party in which year? Levels lie in one another, the first of each', async () => {
    const groups = await groupsOf(
      store,
      '{ meetings { groups(by: [YEAR, PARTY], first: 2) { key count groups { key count } } } }',
    );
    expect(told(groups)).toBe('2018 2 (country:a 1, ? 1), 2019 2 (country:a 2, country:b 2)');
  });

  test('a group leads on by its node, and says its name', async () => {
    const { data } = await ask(
      store,
      '{ statements { groups(by: [MEETING, SPEAKER]) { key label node { ... on Meeting { status } } groups { label node { id ... on Country { statements { totalCount } } } } } } }',
    );
    expect(data).toEqual({
      statements: {
        groups: [
          {
            key: 'meeting:one',
            label: 'Talks one',
            node: { status: 'HELD' },
            groups: [
              { label: 'A', node: { id: 'country:a', statements: { totalCount: 1 } } },
              { label: 'B', node: { id: 'country:b', statements: { totalCount: 2 } } },
            ],
          },
          {
            key: null,
            label: null,
            node: null,
            groups: [{ label: 'B', node: { id: 'country:b', statements: { totalCount: 2 } } }],
          },
        ],
      },
    });
  });

  test('groups keep to the filter, and hang on a record as its lists do', async () => {
    const { data } = await ask(
      store,
      '{ statements(where: {act: {eq: SAYS}}) { totalCount groups(by: [TOPIC]) { key count } } country(id: "country:b") { statements(where: {said: {after: "2019-03-02"}}) { groups(by: [ACT, DAY]) { key groups { key } } } } }',
    );
    expect(data).toEqual({
      statements: {
        totalCount: 2,
        groups: [
          { key: 'topic:t', count: 1 },
          { key: null, count: 1 },
        ],
      },
      country: { statements: { groups: [{ key: 'DENIES', groups: [{ key: '2019-03-03' }] }] } },
    });
  });

  test('of an interface by kind, under aliases, more than once', async () => {
    const { data } = await ask(
      store,
      '{ all: entities { kinds: groups(by: [KIND]) { what: key n: count same: key __typename deeper: groups { key } } few: groups(by: [KIND], first: 1) { label node { id } } } }',
    );
    const group = (what: string, n: number) => ({ what, n, same: what, __typename: 'Group', deeper: [] });
    expect(data).toEqual({
      all: {
        kinds: [group('MEETING', 5), group('COUNTRY', 3), group('TOPIC', 1)],
        few: [{ label: 'MEETING', node: null }],
      },
    });
  });

  test('of an empty list there are none', async () => {
    const groups = await groupsOf(
      store,
      '{ people { groups(by: [COUNTRY, COUNTRY]) { key groups { key } } } }',
    );
    expect(groups).toEqual([]);
  });

  test.each([
    ['groups(by: [])', 'groups(by: []) has 0 levels; it takes 1 to 4: KIND, LEVEL, STATUS'],
    ['groups(by: [KIND, KIND, YEAR, PLACE, MONTH])', 'has 5 levels'],
    ['groups(by: [KIND], first: 0)', 'groups(first: 0) is out of range; it takes 1 to 100'],
    ['groups(by: [KIND], first: 101)', 'groups(first: 101) is out of range; it takes 1 to 100'],
  ])('%s is refused', async (groups, message) => {
    const { errors } = await ask(store, `{ meetings { ${groups} { key } } }`);
    expect(errors?.[0]?.message).toContain(message);
  });
});

onBothEngines('groups of the Stockholm article', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await sowSeeds(store);
  });
  afterAll(() => store.close());

  describe('every key of every list', () => {
    const keys = [...catalogue.concepts.values()].flatMap((c) =>
      c.plural ? [...c.groups.keys()].map((key) => [c.plural!, key] as const) : [],
    );
    test.each(keys)('%s by %s counts each record once at least', async (list, key) => {
      const { data, errors } = await ask(
        store,
        `{ ${list} { totalCount groups(by: [${key}], first: 100) { key label count node { id } } } }`,
      );
      expect(errors).toBeUndefined();
      const { totalCount, groups } = (
        data as Record<string, { totalCount: number; groups: { count: number }[] }>
      )[list]!;
      const sum = groups.reduce((n, g) => n + g.count, 0);
      if (groups.length < 100) expect(sum).toBeGreaterThanOrEqual(totalCount);
    });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordInput } from '../../src/model/change-set.js';
import type { Step, Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from './engines.js';
import { planned } from './planned.js';

/** A list that is filtered through relations is entered where that is shortest, and the answer is the same whichever way. */
const STATEMENTS = 1500;
const day = (i: number) => new Date(Date.UTC(2000, 0, 1) + (i % 700) * 86_400_000).toISOString().slice(0, 10);

// Of what is rare every 250th, so that nothing in the order of the list says where it is.
const isRare = (i: number, at: number) => i % 250 === at;
const statements = Array.from({ length: STATEMENTS }, (_, i) => ({
  id: `statement:s${i}`,
  said: day(i),
  of: isRare(i, 3) || isRare(i, 7) ? 'country:rare' : 'country:common',
  held: isRare(i, 3) || isRare(i, 11) ? 'country:rare' : 'country:common',
  isAboutBoth: i % 5 === 0,
}));
const letter = (country: string) => country.slice('country:'.length);

const records: RecordInput[] = [
  ...['common', 'rare', 'none'].map((c) => record('Country', `country:${c}`, { name: `Country ${c}` })),
  ...['common', 'rare'].flatMap((c) => [
    record('Person', `person:${c}`, {
      name: `Person ${c}`,
      aliases: [{ text: `PERSON ${c}`, kind: 'SPELLING' }],
    }),
    record('Role', `role:${c}`, {
      title: 'Envoy',
      person: `person:${c}`,
      of: `country:${c}`,
      ending: 'ONGOING',
      began: '1990-01-01',
    }),
    record('Meeting', `meeting:${c}-a`, {
      name: `Talks A, ${c}`,
      kind: 'TALKS',
      status: 'HELD',
      country: `country:${c}`,
    }),
    record('Meeting', `meeting:${c}-b`, {
      name: `Talks B, ${c}`,
      kind: 'TALKS',
      status: 'HELD',
      country: `country:${c}`,
    }),
  ]),
  ...statements.map(({ id, said, of, held, isAboutBoth }) =>
    record('Statement', id, {
      text: `Words ${id}`,
      act: 'SAYS',
      language: 'en',
      said,
      speaker: `person:${letter(of)}`,
      about: [`meeting:${letter(held)}-a`, ...(isAboutBoth ? [`meeting:${letter(held)}-b`] : [])],
    }),
  ),
];

const newestFirst = [...statements].sort(
  (a, b) => b.said.localeCompare(a.said) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
);

const QUESTION = `query($where: StatementFilter, $first: Int, $last: Int, $after: String, $before: String) {
  statements(where: $where, orderBy: [{said: DESC}], first: $first, last: $last, after: $after, before: $before) {
    nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;
const COUNT = `query($where: StatementFilter) {
  statements(where: $where) { totalCount groups(by: [YEAR]) { key count } }
}`;

interface Asked {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: Record<'startCursor' | 'endCursor', string> &
    Record<'hasNextPage' | 'hasPreviousPage', boolean>;
  readonly totalCount: number;
  readonly groups: readonly { readonly key: string; readonly count: number }[];
}

const byId = (id: string) => ({ id: { eq: id } });
const byName = (id: string) => ({ name: { eq: `Country ${letter(id)}` } });
const through = (held: string, of: string, end: (id: string) => unknown = byId) => ({
  about: { some: { asMeeting: { country: end(held) } } },
  speaker: { country: end(of) },
});

onBothEngines('a list that is filtered through relations', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    for (let i = 0; i < records.length; i += 500) await write(store, records.slice(i, i + 500));
  }, 120_000);
  afterAll(() => store?.close());

  const asked = async (question: string, variables: Record<string, unknown>): Promise<Asked> => {
    const { data, errors } = await ask(store, question, variables);
    expect(errors).toBeUndefined();
    return data!['statements'] as Asked;
  };
  /** All pages of a list, forward or backward. */
  const pages = async (where: unknown, isBackward: boolean): Promise<string[]> => {
    const found: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const size = isBackward ? { last: 100, before: cursor } : { first: 100, after: cursor };
      const { nodes, pageInfo } = await asked(QUESTION, { where, ...size });
      const ids = nodes.map(({ id }) => id);
      if (isBackward) found.unshift(...ids);
      else found.push(...ids);
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return found;
      cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
    }
  };

  const countries = ['country:common', 'country:rare', 'country:none'];
  const combinations = countries.flatMap((held) =>
    countries.map((of) => [letter(held), letter(of), held, of] as const),
  );
  // Some twenty statements that Neo4j has to plan first.
  test.each(combinations)(
    'talks held in a %s country, people of a %s one',
    { timeout: 120_000 },
    async (_, __, held, of) => {
      const wanted = newestFirst.filter((s) => s.held === held && s.of === of);
      const ids = wanted.map(({ id }) => id);
      for (const end of [byId, byName]) {
        const where = through(held, of, end);
        expect(await pages(where, false)).toEqual(ids);
        expect(await pages(where, true)).toEqual(ids);
        const { totalCount, groups } = await asked(COUNT, { where });
        expect(totalCount).toBe(ids.length);
        expect(Object.fromEntries(groups.map(({ key, count }) => [key, count]))).toEqual(counted(wanted));
      }
    },
  );

  test.each([
    ['one that is rare', { speaker: byId('person:rare') }, (s: Statement) => s.of === 'country:rare'],
    [
      'one that nearly all have',
      { speaker: byId('person:common') },
      (s: Statement) => s.of === 'country:common',
    ],
    [
      'talks that nearly all are about',
      { about: { some: byId('meeting:common-a') } },
      (s: Statement) => s.held === 'country:common',
    ],
    [
      'talks that are rare, and one that nearly all have',
      { about: { some: byId('meeting:rare-a') }, speaker: byId('person:common') },
      (s: Statement) => s.held === 'country:rare' && s.of === 'country:common',
    ],
    [
      'one that nearly all have, and what is in no index',
      { speaker: byId('person:common'), text: { contains: '99' } },
      (s: Statement) => s.of === 'country:common' && s.id.includes('99'),
    ],
    [
      'one that is not there',
      { speaker: byId('person:nobody'), about: { some: byId('meeting:nothing') } },
      () => false,
    ],
    [
      'some of several',
      { about: { some: { id: { in: ['meeting:rare-a', 'meeting:common-b', 'meeting:rare-a'] } } } },
      (s: Statement) => s.held === 'country:rare' || s.isAboutBoth,
    ],
    [
      'what is in no index as well',
      { speaker: { ...byId('person:rare'), country: byId('country:rare') }, text: { contains: 's3' } },
      (s: Statement) => s.of === 'country:rare' && s.id.includes('s3'),
    ],
    [
      'ids of its own',
      { id: { in: ['statement:s3', 'statement:s5', 'statement:s5', 'person:rare'] } },
      (s: Statement) => ['statement:s3', 'statement:s5'].includes(s.id),
    ],
    [
      'one of several conditions',
      { OR: [{ speaker: byId('person:rare') }, { about: { some: byId('meeting:rare-a') } }] },
      (s: Statement) => s.of === 'country:rare' || s.held === 'country:rare',
    ],
    [
      'none of something',
      { about: { none: byId('meeting:common-a') } },
      (s: Statement) => s.held === 'country:rare',
    ],
  ] as const)('by %s', async (_, where, holds) => {
    expect(await pages(where, false)).toEqual(newestFirst.filter(holds).map(({ id }) => id));
  });

  test('by a name in another case, of which only the very one is meant', async () => {
    expect(await pages({ speaker: { name: { eq: 'PERSON rare' } } }, false)).toEqual([]);
    expect(await pages({ speaker: { name: { eq: 'Person rare' } } }, false)).toHaveLength(12);
  });

  test.runIf(engine.name === 'Neo4j')(
    'the newest of one that nearly all have are read, and no more',
    async () => {
      for (const where of [
        { speaker: byId('person:common') },
        { about: { some: byId('meeting:common-a') } },
      ]) {
        const source =
          'query($where: StatementFilter) { statements(where: $where, orderBy: [{said: DESC}], first: 5) { nodes { id } } }';
        expect(hits((await store.explain(planned(source, { where }))).steps)).toBeLessThan(150);
      }
    },
  );

  test.runIf(engine.name === 'Neo4j')('rare or common, it reads far less than the list', async () => {
    for (const held of countries)
      for (const of of countries) {
        const plan = planned(
          'query($where: StatementFilter) { statements(where: $where, orderBy: [{said: DESC}], first: 5) { nodes { id } } }',
          {
            where: through(held, of),
          },
        );
        const { steps } = await store.explain(plan);
        expect(hits(steps), `${held} ${of}`).toBeLessThan(STATEMENTS);
      }
  });
});

type Statement = (typeof statements)[number];

const hits = ({ hits: own = 0, children }: Step): number =>
  own + children.reduce((sum, child) => sum + hits(child), 0);

function counted(of: readonly Statement[]): Record<string, number> {
  const years: Record<string, number> = {};
  for (const { said } of of) years[said.slice(0, 4)] = (years[said.slice(0, 4)] ?? 0) + 1;
  return years;
}

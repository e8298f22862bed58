import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, sowSeeds, write } from '../store/engines.js';

interface Found {
  readonly score: number;
  readonly reason: string;
  readonly entity: { readonly id: string };
}

const QUERY = `query($name: String!, $kinds: [Kind!], $on: Date, $context: String, $first: Int) {
  candidates(name: $name, kinds: $kinds, on: $on, context: $context, first: $first) { score reason entity { id } }
}`;

async function candidates(store: Store, name: string, more: Record<string, unknown> = {}): Promise<Found[]> {
  const { data, errors } = await ask(store, QUERY, { name, ...more });
  expect(errors).toBeUndefined();
  return (data as { candidates: Found[] }).candidates;
}

const ids = (found: readonly Found[]) => found.map((c) => c.entity.id);

onBothEngines('who a name could be, of the seeds', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await sowSeeds(store);
  });
  afterAll(() => store.close());

  test('Kim is both Kims, each for a reason', async () => {
    const found = await candidates(store, 'Kim', { kinds: ['PERSON'] });
    expect(found).toEqual([
      {
        score: 0.9,
        reason: "'Kim' is another name of Kim Jong Un (abbreviation)",
        entity: { id: 'person:kim-jong-un' },
      },
      {
        score: 0.54,
        reason: "spelling: 'Kim' is part of 'Kim Myong Gil' (0.54)",
        entity: { id: 'person:kim-myong-gil' },
      },
    ]);
  });

  test('the context lifts the one it speaks of', async () => {
    const [, alone] = await candidates(store, 'Kim', { kinds: ['PERSON'] });
    const [, meant] = await candidates(store, 'Kim', {
      kinds: ['PERSON'],
      context: 'the nuclear envoy of the DPRK read a statement',
    });
    expect(meant!.entity.id).toBe('person:kim-myong-gil');
    expect(meant!.score).toBeGreaterThan(alone!.score);
    expect(meant!.reason).toMatch(/named in the context: North Korea; words of the context: nuclear, envoy$/);
  });

  test('Kim Jong Un and Kim Myong Gil stay apart, whatever the context', async () => {
    const context = 'Kim Myong Gil, the top nuclear envoy of North Korea, and its leader Kim Jong Un';
    expect(ids(await candidates(store, 'Kim Jong-Un', { kinds: ['PERSON'], context }))).toEqual([
      'person:kim-jong-un',
    ]);
    expect(ids(await candidates(store, 'KIM MYONG GIL', { kinds: ['PERSON'], context }))).toEqual([
      'person:kim-myong-gil',
    ]);
  });

  test.each([
    ['Gim Jeong-eun', 'person:kim-jong-un'],
    ['김정은', 'person:kim-jong-un'],
    ['كيم جونغ أون', 'person:kim-jong-un'],
    ['Steve Begun', 'person:stephen-biegun'],
    ['Стивен Биган', 'person:stephen-biegun'],
    ['TRUMP, DONALD', 'person:donald-trump'],
    ['D. J. Trump', 'person:donald-trump'],
    ['President Donald J. Trump', 'person:donald-trump'],
    ['Anne Linde', 'person:ann-linde'],
    ['“North Korea”', 'country:north-korea'],
    ['the DPRK', 'country:north-korea'],
    ['Côte d’Ivoire', 'country:cote-divoire'],
  ])('%s is %s', async (name, id) => {
    const [best] = await candidates(store, name);
    expect(best?.entity.id).toBe(id);
    expect(best!.score).toBeGreaterThan(0.7);
  });

  test.each([
    ['the US special envoy', undefined, 'person:stephen-biegun', /office: Special Envoy of United States/],
    [
      "Sweden's foreign minister",
      '2019-10-06',
      'person:ann-linde',
      /held on 2019-10-06: Minister for Foreign/,
    ],
    [
      'North Korean leader Kim',
      '2019-10-06',
      'person:kim-jong-un',
      /held on 2019-10-06: Leader of North Korea/,
    ],
    [
      'State Department spokeswoman',
      '2019-10-06',
      'person:morgan-ortagus',
      /held on 2019-10-06: Spokesperson/,
    ],
  ])('%s, on %s, is %s', async (name, on, id, reason) => {
    const [best] = await candidates(store, name, { on });
    expect(best?.entity.id).toBe(id);
    expect(best!.reason).toMatch(reason);
  });

  test('South Korea is not North Korea', async () => {
    expect(ids(await candidates(store, 'South Korea', { kinds: ['COUNTRY'] }))).toEqual([
      'country:south-korea',
    ]);
  });

  test('Pyongyang is a city, and stands for a state', async () => {
    expect(ids(await candidates(store, 'Pyongyang', { first: 2 }))).toEqual([
      'place:pyongyang',
      'country:north-korea',
    ]);
  });

  test('kinds are kept to, and what is no entity has no name', async () => {
    expect(ids(await candidates(store, 'Pyongyang', { kinds: ['COUNTRY', 'CLAIM'] }))).toEqual([
      'country:north-korea',
    ]);
    expect(await candidates(store, 'Kim', { kinds: ['STATEMENT', 'ROLE'] })).toEqual([]);
    expect(await candidates(store, 'Kim', { kinds: [] })).toEqual([]);
  });

  test.each([
    '',
    ' ',
    '"',
    "'",
    '*',
    ':',
    '()[]{}',
    '\\',
    '🙂🙂',
    '~^?!+-&|',
    'name:Kim AND *',
    '%_',
    '\u0000',
    'Qwx Zzyqx',
  ])('any text is text: %j', async (name) =>
    expect(await candidates(store, name, { context: name })).toEqual([]),
  );

  test('10,000 characters are text', async () => {
    expect(await candidates(store, 'x'.repeat(10_000))).toEqual([]);
    expect(await candidates(store, '金'.repeat(10_000), { context: '(*'.repeat(5_000) })).toEqual([]);
    const context = 'the envoy of the DPRK '.repeat(455);
    expect(ids(await candidates(store, 'Kim', { context, first: 1 }))).toEqual(['person:kim-jong-un']);
  });

  test.each([0, 101, -1])('first: %s is out of range', async (first) => {
    const { errors } = await ask(store, QUERY, { name: 'Kim', first });
    expect(errors?.[0]?.message).toBe(`first: ${first} is out of range; it takes 1 to 100`);
  });

  test('its fields may be asked under any name, the entity under several', async () => {
    const { data, errors } = await ask(
      store,
      `{
        who: candidates(name: "Kim", kinds: [PERSON], first: 1) {
          __typename
          score: reason
          a: entity { name ... on Person { roles { nodes { title } } } }
          b: entity { __typename id name: description evidence { exact article { id } } }
        }
        none: candidates(name: "Kim", first: 1) { s: score }
      }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      who: [
        {
          __typename: 'Candidate',
          score: "'Kim' is another name of Kim Jong Un (abbreviation)",
          a: { name: 'Kim Jong Un', roles: { nodes: [{ title: 'Leader' }] } },
          b: {
            __typename: 'Person',
            id: 'person:kim-jong-un',
            name: null,
            evidence: ['Kim Jong Un', 'Kim'].map((exact) => ({
              exact,
              article: { id: 'article:stockholm-2019-10-06' },
            })),
          },
        },
      ],
      none: [{ s: 0.9 }],
    });
  });

  test('two statements are enough, one where no entity is shown', async () => {
    const read = vi.spyOn(store, 'read');
    await ask(store, '{ candidates(name: "Kim") { score a: entity { id } b: entity { name } } }');
    expect(read).toHaveBeenCalledTimes(2);
    await ask(store, '{ candidates(name: "Kim") { score } }');
    expect(read).toHaveBeenCalledTimes(3);
    read.mockRestore();
  });
});

onBothEngines('who a name could be, of planted records', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    const holder = (n: number, person: string, began: string, ended: string | undefined) =>
      record('Role', `role:president-${n}`, {
        title: 'President',
        person,
        of: 'country:south-korea',
        began,
        ...(ended ? { ended, ending: 'KNOWN' } : { ending: 'ONGOING' }),
      });
    await write(store, [
      record('Country', 'country:south-korea', {
        name: 'South Korea',
        aliases: [{ text: 'South Korean', kind: 'DEMONYM' }],
      }),
      record('Country', 'country:sweden', {
        name: 'Sweden',
        aliases: [{ text: 'Swedish', kind: 'DEMONYM' }],
      }),
      record('Person', 'person:moon-jae-in', {
        name: 'Moon Jae-in',
        aliases: [{ text: '文在寅', kind: 'TRANSLATION', script: 'Hani' }],
      }),
      record('Person', 'person:park-geun-hye', { name: 'Park Geun-hye' }),
      record('Person', 'person:moon-chung-in', { name: 'Moon Chung-in' }),
      holder(1, 'person:park-geun-hye', '2013-02-25', '2017-03-10'),
      holder(2, 'person:moon-jae-in', '2017-05-10', undefined),
      record('Role', 'role:vice-president', {
        title: 'Vice Speaker',
        person: 'person:moon-chung-in',
        of: 'country:south-korea',
        began: '2010',
        ending: 'UNKNOWN',
      }),
      ...Object.entries({ sweden: 'Ola Nordmann', 'south-korea': 'Kari Holm' }).flatMap(([to, name]) => [
        record('Person', `person:envoy-${to}`, { name }),
        record('Role', `role:ambassador-${to}`, {
          title: 'Ambassador Extraordinary and Plenipotentiary',
          person: `person:envoy-${to}`,
          of: 'country:norway',
          to: `country:${to}`,
          began: '2019-01',
          ending: 'UNKNOWN',
        }),
      ]),
      record('Country', 'country:norway', {
        name: 'Norway',
        aliases: [{ text: 'Norwegian', kind: 'DEMONYM' }],
      }),
      ...['a', 'b', 'c'].map((x) => record('Person', `person:john-smith-${x}`, { name: 'John Smith' })),
      ...Array.from({ length: 150 }, (_, i) =>
        record('Person', `person:an-lee-${100 + i}`, { name: `An${'abcdefghij'[i % 10]}o Lee` }),
      ),
      record('Person', 'person:zz-lee', { name: 'Lee' }),
      record('Article', 'article:x', { title: 'X', language: 'en', textHash: 'x', textLength: 100 }),
      record('Mention', 'mention:x', {
        article: 'article:x',
        entity: 'person:john-smith-b',
        start: 0,
        end: 10,
        exact: 'John Smith',
        reading: 'LITERAL',
        score: 1,
        reason: 'named',
      }),
    ]);
  });
  afterAll(() => store.close());

  test.each([
    'Mun Jae In',
    'MOON JAE-IN',
    'Jaein Moon',
    '문재인',
    '文在寅',
    'Mr. Moon Jae In',
    'Moon, Jae-In',
  ])('Moon Jae-in is met as %s, and Moon Chung-in is not', async (name) => {
    const found = await candidates(store, name);
    expect(ids(found)).toEqual(['person:moon-jae-in']);
    expect(found[0]!.score).toBeGreaterThan(0.9);
  });

  test.each([
    ['2015-01-01', 'person:park-geun-hye'],
    ['2019-10-05', 'person:moon-jae-in'],
  ])('the South Korean president on %s is %s', async (on, id) => {
    const found = await candidates(store, 'the South Korean president', { on, kinds: ['PERSON'] });
    expect(found).toEqual([
      {
        score: 0.9,
        reason: expect.stringContaining(`held on ${on}: President of South Korea`),
        entity: { id },
      },
    ]);
  });

  test('an ambassador is known by where they are accredited', async () => {
    const found = await candidates(store, 'the Norwegian ambassador to Sweden', { on: '2019-10-05' });
    expect(found[0]).toMatchObject({
      entity: { id: 'person:envoy-sweden' },
      reason: expect.stringContaining('Plenipotentiary of Norway to Sweden') as string,
    });
    expect(ids(found)).not.toContain('person:envoy-south-korea');
  });

  test('an office lifts whom the name allows, and nobody else', async () => {
    const plain = await candidates(store, 'Moon', { kinds: ['PERSON'] });
    expect(new Set(ids(plain))).toEqual(new Set(['person:moon-jae-in', 'person:moon-chung-in']));
    expect(plain[0]!.score).toBe(plain[1]!.score);
    const president = await candidates(store, 'President Moon', { on: '2019-10-05', kinds: ['PERSON'] });
    expect(ids(president)).toEqual(['person:moon-jae-in', 'person:moon-chung-in']);
    expect(president[0]!.reason).toContain('held on 2019-10-05: President of South Korea');
    expect(president[0]!.score).toBeGreaterThan(president[1]!.score + 0.1);
    const earlier = await candidates(store, 'President Moon', { on: '2015-01-01', kinds: ['PERSON'] });
    expect(ids(earlier)).not.toContain('person:park-geun-hye');
    expect(earlier[0]!.reason).not.toContain('President of');
  });

  test('who is mentioned more stands before others who fit as well', async () => {
    expect(ids(await candidates(store, 'John Smith'))).toEqual(
      ['b', 'a', 'c'].map((x) => `person:john-smith-${x}`),
    );
  });

  test('the very name comes first, however many sound alike', async () => {
    const found = await candidates(store, 'lee', { first: 100 });
    expect(found[0]).toMatchObject({ score: 1, entity: { id: 'person:zz-lee' } });
    expect(found).toHaveLength(100);
  });

  test('a name that is changed or gone is found no more', async () => {
    await write(store, [record('Person', 'person:moon-chung-in', { name: 'Somebody Else' })]);
    expect(ids(await candidates(store, 'Moon Chung-in'))).toEqual([]);
    expect(ids(await candidates(store, 'Somebody Els'))).toEqual(['person:moon-chung-in']);
    await write(store, [], { removals: ['person:john-smith-c'] });
    expect(ids(await candidates(store, 'Jon Smith'))).toEqual(['person:john-smith-b', 'person:john-smith-a']);
  });
});

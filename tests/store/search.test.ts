import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, sowSeeds, write } from './engines.js';

interface Found {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly score: number;
    readonly highlight: string;
    readonly node: { readonly id: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const QUERY = `query($text: String!, $kinds: [Kind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount edges { cursor score highlight node { id } } pageInfo { hasNextPage endCursor }
  }
}`;

async function search(store: Store, text: string, more: Record<string, unknown> = {}): Promise<Found> {
  const { data, errors } = await ask(store, QUERY, { text, ...more });
  expect(errors).toBeUndefined();
  return (data as { search: Found }).search;
}

const ids = async (...args: Parameters<typeof search>) =>
  (await search(...args)).edges.map((edge) => edge.node.id);

onBothEngines('search', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    const person = (id: string, name: string, ...aliases: string[]) =>
      record('Person', `person:${id}`, {
        name,
        ...(aliases.length ? { aliases: aliases.map((text) => ({ text, kind: 'TRANSLATION' })) } : {}),
      });
    const statement = (id: string, text: string, said?: string) =>
      record('Statement', `statement:${id}`, {
        text,
        language: 'en',
        act: 'SAYS',
        speaker: 'person:kim-jong-un',
        ...(said ? { said } : {}),
      });
    await write(store, [
      person('kim-jong-un', 'Kim Jong Un', '김정은', '金正恩', 'Ким Чен Ын', 'كيم جونغ أون'),
      person('kim-jong-il', 'Kim Jong Il'),
      person('jong', 'Jong'),
      person('angstrom', 'Åsa Ångström'),
      person('o-brien', 'Robert O’Brien'),
      statement('old', 'The talks were good discussions', '2018-01-01'),
      statement('new', 'No talks, and no discussions that were good', '2019-01-01'),
      statement('undated', 'Talks about <b>fish & "chips"</b>'),
      statement('peace', "Korea's peace is (a) *hope*: 50% done"),
      record('Claim', 'claim:talks', { text: 'The talks broke down' }),
      record('Article', 'article:a', {
        title: 'Talks in Stockholm',
        language: 'en',
        published: '2019-10-06',
        body: `${'Nothing here. '.repeat(60)}The envoy left the talks early.${' And more.'.repeat(60)}`,
        textHash: 'x',
        textLength: 1,
      }),
    ]);
  });
  afterAll(() => store.close());

  test('a name typed whole is first, then what begins with it, then what has its words', async () => {
    const found = await search(store, 'jong');
    expect(found.edges.map((e) => [e.node.id, e.score])).toEqual([
      ['person:jong', 1],
      ['person:kim-jong-il', 0.6],
      ['person:kim-jong-un', 0.6],
    ]);
    expect(await ids(store, 'Kim Jong')).toEqual(['person:kim-jong-il', 'person:kim-jong-un', 'person:jong']);
  });

  test('all of the words before some of them, of each the newest first, what has no date last', async () => {
    const found = await search(store, 'good talks');
    expect(found.edges.map((e) => [e.node.id, e.score])).toEqual([
      ['statement:new', 0.6],
      ['statement:old', 0.6],
      ['article:a', 0.3],
      ['claim:talks', 0.3],
      ['statement:undated', 0.3],
    ]);
    expect(found.totalCount).toBe(5);
  });

  test('a phrase stands together, and -without leaves out', async () => {
    expect(await ids(store, '"good discussions"')).toEqual(['statement:old']);
    expect(await ids(store, 'talks -discussions -"broke down"')).toEqual(['article:a', 'statement:undated']);
    expect(await ids(store, '-talks')).toEqual([]);
  });

  test('the last word is being typed, the others are whole', async () => {
    expect(await ids(store, 'discu')).toEqual(['statement:new', 'statement:old']);
    expect(await ids(store, 'discu ')).toEqual([]);
    expect(await ids(store, '"discu"')).toEqual([]);
    expect(await ids(store, 'tal discu')).toEqual(['statement:new', 'statement:old']);
    expect((await search(store, 'tal discu')).edges[0]!.score).toBe(0.3);
    expect(await ids(store, "korea's pea")).toEqual(['statement:peace']);
  });

  test.each([
    ['김정은', 'person:kim-jong-un'],
    ['김정', 'person:kim-jong-un'],
    ['金正恩', 'person:kim-jong-un'],
    ['正恩', 'person:kim-jong-un'],
    ['КИМ чен', 'person:kim-jong-un'],
    ['كيم', 'person:kim-jong-un'],
    ['ASA angstrom', 'person:angstrom'],
    ["o'brien", 'person:o-brien'],
    ['Jong-Un', 'person:kim-jong-un'],
  ])('%s finds %s', async (text, id) => {
    expect((await ids(store, text))[0]).toBe(id);
  });

  test('of some kinds alone', async () => {
    expect(await ids(store, 'talks', { kinds: ['CLAIM', 'ARTICLE'] })).toEqual(['article:a', 'claim:talks']);
    expect(await ids(store, 'kim', { kinds: ['COUNTRY', 'PERSON'] })).toHaveLength(2);
    expect(await ids(store, 'kim', { kinds: ['COUNTRY'] })).toEqual([]);
    const none = await search(store, 'kim', { kinds: ['ROLE'] });
    expect([none.totalCount, none.edges]).toEqual([0, []]);
  });

  test('what matched is marked, and the rest is escaped', async () => {
    const marks = async (text: string) => (await search(store, text)).edges.map((e) => e.highlight);
    expect(await marks('fish "talks about" -good')).toEqual([
      '<mark>Talks about</mark> &lt;b&gt;<mark>fish</mark> &amp; &quot;chips&quot;&lt;/b&gt;',
    ]);
    expect(await marks('김정은')).toEqual(['<mark>김정은</mark>']);
    expect(await marks('jong u')).toContain('Kim <mark>Jong</mark> <mark>Un</mark>');
    const [long] = await marks('envoy');
    expect(long).toMatch(/^….*The <mark>envoy<\/mark> left.*…$/);
    expect(long!.length).toBeLessThan(300);
  });

  test('pages follow one another without gap or overlap', async () => {
    const all = await ids(store, 'good talks kim jong');
    expect(all.length).toBeGreaterThan(6);
    for (const first of [1, 2, 3]) {
      const pages: string[] = [];
      let after: string | null = null;
      do {
        const page: Found = await search(store, 'good talks kim jong', { first, after });
        pages.push(...page.edges.map((e) => e.node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(pages).toEqual(all);
    }
  });

  test.each([
    '',
    ' ',
    '"',
    '""',
    '*',
    '-',
    '"-"',
    '()',
    '\\',
    '👍',
    ':',
    '{}[]^~?/!',
    'AND',
    'NOT',
    'OR NEAR',
  ])('%j is text, no syntax', async (text) => {
    const found = await search(store, text);
    expect(found.totalCount).toBe(found.edges.length);
  });

  test('quotes, stars, colons, brackets and 10,000 characters are text', async () => {
    expect(await ids(store, '(a) *hope*: 50%')).toEqual(['statement:peace']);
    // and is a word like others, not is none of these
    expect(await ids(store, 'NOT hope^ AND id:*')).toEqual(['article:a', 'statement:new', 'statement:peace']);
    expect(await ids(store, `peace ${'x'.repeat(10_000)}`)).toEqual(['statement:peace']);
    expect(await ids(store, 'word '.repeat(2000))).toEqual([]);
    expect(await ids(store, 'a zzz '.repeat(1700))).toEqual(['statement:peace']);
  });

  test('a cursor belongs to one search', async () => {
    const { edges } = await search(store, 'talks');
    const { errors } = await ask(store, QUERY, { text: 'kim', after: edges[0]!.cursor });
    expect(errors?.[0]?.message).toContain('belongs to another list or order');
    const wrong = await ask(store, QUERY, { text: 'kim', first: 101 });
    expect(wrong.errors?.[0]?.message).toContain('first: 101 is out of range; it takes 1 to 100');
  });

  test('what was amended is found by its new words, what was removed or rejected by none', async () => {
    await write(store, [record('Claim', 'claim:fleeting', { text: 'A zebra was seen' })], { note: '1' });
    expect(await ids(store, 'zebra')).toEqual(['claim:fleeting']);
    await write(store, [record('Claim', 'claim:fleeting', { text: 'An okapi was seen' })], { note: '2' });
    expect(await ids(store, 'zebra')).toEqual([]);
    expect(await ids(store, 'okapi')).toEqual(['claim:fleeting']);
    await write(store, [record('Claim', 'claim:fleeting', { review: 'REJECTED' })], { note: '3' });
    expect(await ids(store, 'okapi')).toEqual([]);
    await write(store, [record('Claim', 'claim:fleeting', { review: 'ACCEPTED' })], { note: '4' });
    expect(await ids(store, 'okapi')).toEqual(['claim:fleeting']);
    await write(store, [], { note: '5', removals: ['claim:fleeting'] });
    expect((await search(store, 'okapi')).totalCount).toBe(0);
  });
});

onBothEngines('search where much is found', (engine) => {
  let store: Store;
  const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + (n % 700))).toISOString().slice(0, 10);
  beforeAll(async () => {
    store = await engine.open();
    await write(store, [
      ...Array.from({ length: 1500 }, (_, n) =>
        record('Statement', `statement:s${n}`, {
          text: `Common words ${n % 2 ? 'odd' : 'even'} ${n % 100 ? '' : 'seldom'}`,
          language: 'en',
          act: 'SAYS',
          ...(n % 7 ? { said: day(n) } : {}),
        }),
      ),
      ...Array.from({ length: 20 }, (_, n) => record('Claim', `claim:c${n}`, { text: `Common claim ${n}` })),
    ]);
  }, 60_000);
  afterAll(() => store.close());

  /** The order that is promised, made from all there is. */
  const expected = Array.from({ length: 1500 }, (_, n) => ({
    id: `statement:s${n}`,
    day: n % 7 ? day(n) : '',
  }))
    .concat(Array.from({ length: 20 }, (_, n) => ({ id: `claim:c${n}`, day: '' })))
    .sort((a, b) =>
      a.day === b.day ? (a.id < b.id ? -1 : 1) : !a.day ? 1 : !b.day ? -1 : a.day < b.day ? 1 : -1,
    )
    .map((r) => r.id);

  test('the newest of very many come first, page after page', async () => {
    const pages: string[] = [];
    let after: string | null = null;
    for (let i = 0; i < 16; i++) {
      const page: Found = await search(store, 'common', { first: 100, after });
      expect(page.totalCount).toBe(1520);
      pages.push(...page.edges.map((e) => e.node.id));
      after = page.pageInfo.endCursor;
    }
    expect(pages).toEqual(expected);
  });

  test('few among many are found, and their companions of some words after them', async () => {
    const found = await search(store, 'common seldom', { first: 30 });
    const scores = found.edges.map((e) => e.score);
    expect(scores.filter((s) => s === 0.6)).toHaveLength(15);
    expect(scores.filter((s) => s === 0.3)).toHaveLength(15);
    expect(found.totalCount).toBe(1520);
  });
});

onBothEngines('search on the seeds', (engine) => {
  let store: Store;
  let names: { id: string; name: string; aliases: { text: string }[] }[];
  beforeAll(async () => {
    store = await engine.open();
    await sowSeeds(store);
    names = [];
    for (let after: string | null = null; ;) {
      const { data } = await ask(
        store,
        'query($after: String) { entities(first: 100, after: $after) { nodes { id name aliases { text } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const { nodes, pageInfo } = (
        data as { entities: { nodes: typeof names; pageInfo: { hasNextPage: boolean; endCursor: string } } }
      ).entities;
      names.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
  }, 60_000);
  afterAll(() => store.close());

  test('denuc finds denuclearisation', async () => {
    expect(await ids(store, 'denuc', { kinds: ['TOPIC'] })).toHaveLength(1);
    const found = await search(store, 'denuc', { first: 5 });
    expect(found.edges[0]!.highlight).toMatch(/^<mark>denuclear\w*<\/mark>/i);
  });

  describe('every name', () => {
    test('finds its bearer first, in whatever case', async () => {
      const missed: string[] = [];
      expect(names.length).toBeGreaterThan(400);
      for (const { id, name, aliases } of names)
        for (const text of [name, ...aliases.map((a) => a.text)]) {
          const { edges } = await search(store, text.toUpperCase(), { first: 10 });
          const first = edges.filter((e) => e.score === 1).map((e) => e.node.id);
          if (!first.includes(id)) missed.push(`${text}: ${first.join(', ')}`);
        }
      expect(missed).toEqual([]);
    }, 300_000);
  });
});

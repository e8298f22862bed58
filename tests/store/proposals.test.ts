import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from './engines.js';

const at = (n: number) => ({ recordedAt: `2020-01-0${n}T00:00:00.000Z` });

onBothEngines('proposals', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await write(store, [
      record('Person', 'person:a', { name: 'Accepted', ...at(1) }),
      record('Person', 'person:b', { name: 'Proposed', review: 'PROPOSED', ...at(4) }),
      record('Article', 'article:x', { title: 'X', language: 'en', textHash: 'x', textLength: 9 }),
      record('Claim', 'claim:c', {
        text: 'It broke down',
        review: 'PROPOSED',
        about: ['person:a'],
        ...at(2),
      }),
      record('Statement', 'statement:s', {
        text: 'It was good',
        language: 'en',
        act: 'SAYS',
        said: '2019-10-05',
        review: 'PROPOSED',
        speaker: 'person:a',
        about: ['person:a', 'person:b'],
        evidence: [{ article: 'article:x', start: 0, end: 2, exact: 'It' }],
        ...at(3),
      }),
      record('Report', 'report:r', {
        form: 'DIRECT',
        text: 'It was good',
        start: 0,
        statement: 'statement:s',
        article: 'article:x',
        review: 'PROPOSED',
        ...at(3),
      }),
      record('Position', 'position:p', {
        stance: 'AFFIRMS',
        confidence: 1,
        claim: 'claim:c',
        statement: 'statement:s',
        review: 'PROPOSED',
        ...at(5),
      }),
    ]);
  });
  afterAll(() => store.close());

  const ids = async (args: string) => {
    const { data, errors } = await ask(store, `{ proposals${args} { totalCount nodes { id } } }`);
    expect(errors).toBeUndefined();
    const { nodes, totalCount } = (data as { proposals: { nodes: { id: string }[]; totalCount: number } })
      .proposals;
    return { ids: nodes.map((n) => n.id), totalCount };
  };
  const review = (value: string, ...records: (readonly [type: string, id: string])[]) =>
    write(
      store,
      records.map(([type, id]) => record(type, id, { review: value })),
      { note: `${value} ${Math.random()}` },
    );

  test('what waits? Whatever kind it is of, the oldest first', async () => {
    expect(await ids('')).toEqual({
      ids: ['claim:c', 'report:r', 'statement:s', 'person:b', 'position:p'],
      totalCount: 5,
    });
    expect(await ids('(kinds: [PERSON, CLAIM], review: null)')).toEqual({
      ids: ['claim:c', 'person:b'],
      totalCount: 2,
    });
    expect(await ids('(kinds: [ARTICLE])')).toEqual({ ids: [], totalCount: 0 });
    expect(await ids('(review: REJECTED)')).toEqual({ ids: [], totalCount: 0 });
  });

  test('in pages, from either end', async () => {
    const { data } = await ask(
      store,
      '{ proposals(first: 2) { nodes { id } pageInfo { endCursor hasNextPage } } }',
    );
    const { endCursor } = (data as { proposals: { pageInfo: { endCursor: string } } }).proposals.pageInfo;
    expect((await ids(`(first: 2, after: "${endCursor}")`)).ids).toEqual(['statement:s', 'person:b']);
    expect((await ids(`(last: 1, before: "${endCursor}")`)).ids).toEqual(['claim:c']);
    expect((await ids('(last: 2)')).ids).toEqual(['person:b', 'position:p']);
    const other = await ask(store, `{ proposals(review: REJECTED, after: "${endCursor}") { nodes { id } } }`);
    expect(other.errors?.[0]?.message).toContain('belongs to another list or order');
  });

  test('what is accepted is no proposal', async () => {
    const { errors } = await ask(store, '{ proposals(review: ACCEPTED) { nodes { id } } }');
    expect(errors?.[0]?.message).toContain('take PROPOSED or REJECTED');
  });

  test('what was rejected is shown whole, with what it hangs on in the graph and on the shelf', async () => {
    await review(
      'REJECTED',
      ['Position', 'position:p'],
      ['Report', 'report:r'],
      ['Statement', 'statement:s'],
    );
    expect((await ids('')).ids).toEqual(['claim:c', 'person:b']);
    expect(await ids('(review: REJECTED)')).toEqual({
      ids: ['report:r', 'statement:s', 'position:p'],
      totalCount: 3,
    });
    const { data, errors } = await ask(
      store,
      `{ proposals(review: REJECTED) { nodes {
        __typename id
        ... on Fact { review recordedBy evidence { exact article { title } } }
        ... on Statement { said text speaker { name } about(where: {name: {startsWith: "prop"}}) { totalCount nodes { name } } reports { totalCount nodes { id } } }
        ... on Report { statement { text review } article { title } via { name } }
        ... on Position { stance holder { name } claim { text contested } statement { id speaker { name } } }
      } } }`,
    );
    expect(errors).toBeUndefined();
    const fact = { review: 'REJECTED', recordedBy: 'tester', evidence: [] };
    expect(data).toEqual({
      proposals: {
        nodes: [
          {
            __typename: 'Report',
            id: 'report:r',
            ...fact,
            statement: { text: 'It was good', review: 'REJECTED' },
            article: { title: 'X' },
            via: [],
          },
          {
            __typename: 'Statement',
            id: 'statement:s',
            ...fact,
            evidence: [{ exact: 'It', article: { title: 'X' } }],
            said: '2019-10-05',
            text: 'It was good',
            speaker: { name: 'Accepted' },
            about: { totalCount: 1, nodes: [{ name: 'Proposed' }] },
            reports: { totalCount: 0, nodes: [] },
          },
          {
            __typename: 'Position',
            id: 'position:p',
            ...fact,
            stance: 'AFFIRMS',
            holder: { name: 'Accepted' },
            claim: { text: 'It broke down', contested: false },
            statement: { id: 'statement:s', speaker: { name: 'Accepted' } },
          },
        ],
      },
    });
  });

  test('what was rejected is in no list, and by its id it is there', async () => {
    const { data } = await ask(
      store,
      `{ node(id: "statement:s") { id ... on Statement { text } }
         nodes(ids: ["nothing:x", "statement:s", "person:a", "report:r"]) { __typename id }
         statement(id: "statement:s") { review speaker { statements { totalCount } } }
         claim(id: "statement:s") { id }
         statements { totalCount } search(text: "good") { totalCount } }`,
    );
    expect(data).toEqual({
      node: { id: 'statement:s', text: 'It was good' },
      nodes: [
        null,
        { __typename: 'Statement', id: 'statement:s' },
        { __typename: 'Person', id: 'person:a' },
        { __typename: 'Report', id: 'report:r' },
      ],
      statement: { review: 'REJECTED', speaker: { statements: { totalCount: 0 } } },
      claim: null,
      statements: { totalCount: 0 },
      search: { totalCount: 0 },
    });
  });

  test('accepted after all it is back, and off the shelf', async () => {
    await review('ACCEPTED', ['Statement', 'statement:s'], ['Report', 'report:r']);
    await review('ACCEPTED', ['Claim', 'claim:c']);
    expect((await ids('(review: REJECTED)')).ids).toEqual(['position:p']);
    expect((await ids('')).ids).toEqual(['person:b']);
    const { data } = await ask(store, '{ statement(id: "statement:s") { review reports { totalCount } } }');
    expect(data).toEqual({ statement: { review: 'ACCEPTED', reports: { totalCount: 1 } } });
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { onBothEngines, record, write } from '../store/engines.js';
import { asCurator, done } from './curating.js';

const article = 'article:a';
const text = 'Kim Yong said it. Kim Young denied it.';
const span = (start: number, exact: string) => ({ start, end: start + exact.length, exact });
const proposed = { review: 'PROPOSED' };
const hash = '8bb1f1d2f0d5b8d5a4e4d6c2a0e9ab3dbb3d5a5b3f61f4a8f5e4c7f5f0a0e4d1';

const world = [
  record('Country', 'country:x', { name: 'Ex' }),
  record('Person', 'person:kim', { name: 'Kim Yong', aliases: [{ text: 'Kim Y.', kind: 'ABBREVIATION' }] }),
  record('Person', 'person:other', { name: 'Kim Young', born: '1960' }),
  record('Role', 'role:other', {
    person: 'person:other',
    title: 'Envoy',
    of: 'country:x',
    ending: 'UNKNOWN',
  }),
  record('Article', article, { title: 'A', language: 'en', textHash: hash, textLength: text.length }),
  record('Statement', 'statement:one', {
    text: 'it',
    language: 'en',
    act: 'SAYS',
    speaker: 'person:kim',
    ...proposed,
  }),
  record('Statement', 'statement:two', {
    text: 'not it',
    language: 'en',
    act: 'DENIES',
    speaker: 'person:other',
    about: ['person:kim', 'person:other'],
    ...proposed,
  }),
  record('Report', 'report:one', {
    form: 'INDIRECT',
    text: 'it',
    start: 0,
    statement: 'statement:one',
    article,
    spans: [{ role: 'SOURCE', ...span(0, 'Kim Yong') }],
    ...proposed,
  }),
  record('Mention', 'mention:one', {
    article,
    ...span(0, 'Kim Yong'),
    reading: 'LITERAL',
    entity: 'person:kim',
    score: 0.9,
    reason: 'name',
    ...proposed,
  }),
  record('Mention', 'mention:two', {
    article,
    ...span(18, 'Kim Young'),
    reading: 'LITERAL',
    candidates: [
      { entity: 'person:kim', score: 0.6, reason: 'like' },
      { entity: 'person:other', score: 0.6, reason: 'like' },
    ],
    score: 0.6,
    reason: 'several',
    ...proposed,
  }),
  record('Match', 'match:kims', {
    a: 'person:kim',
    b: 'person:other',
    score: 0.8,
    reason: 'alike',
    ...proposed,
  }),
];

const everything = `{
  people { nodes { id name born aliases { text kind } country { id } statements { nodes { id } } mentions { nodes { id } } roles { nodes { id } } } }
  statements(orderBy: [{ recordedAt: ASC }]) { nodes { id review speaker { id } about { nodes { id } } reports { nodes { id } } } }
  mentions { nodes { id review entity { id } candidates { entity { id } score } } }
  matches { nodes { id review a { id } b { id } } }
  proposals { totalCount }
  rejected: proposals(review: REJECTED) { nodes { id } }
}`;

onBothEngines('Curating', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.close();
    store = await engine.open();
    await write(store, world);
  });
  const all = () => done(store, everything);
  const node = async (id: string) => {
    const { node } = await done(store, 'query ($id: ID!) { node(id: $id) { id } }', { id });
    return node as { id: string } | null | undefined;
  };
  const change = async (mutation: string) =>
    (
      await done(
        store,
        `mutation { change: ${mutation} { id by action created amended removed dryRun touched { totalCount } } }`,
      )
    )['change'] as unknown as {
      id: string;
      by: string;
      action: string;
      created: number;
      amended: number;
      removed: number;
      dryRun: boolean;
    };
  const refused = async (mutation: string) =>
    (await asCurator(store, `mutation { ${mutation} { id } }`)).errors[0]!;

  test('who may not write is told what is needed', async () => {
    const accept = 'mutation { accept(ids: ["statement:one"]) { id } }';
    expect((await asCurator(store, accept, {}, [])).errors).toMatchObject([
      { code: 'UNAUTHENTICATED', details: { scope: 'curate' } },
    ]);
    expect((await asCurator(store, accept, {}, ['read-in'])).errors).toMatchObject([
      { code: 'FORBIDDEN', details: { scope: 'curate' } },
    ]);
    expect((await all())['statements']).toMatchObject({
      nodes: [{ review: 'PROPOSED' }, { review: 'PROPOSED' }],
    });
  });

  test('accepting says who did it, and undoing takes it back', async () => {
    const before = await all();
    const { id, by, action, amended } = await change('accept(ids: ["statement:one"])');
    expect({ by, action, amended }).toEqual({ by: 'ana', action: 'accept', amended: 1 });
    expect((await all())['statements']).toMatchObject({
      nodes: [{ id: 'statement:one', review: 'ACCEPTED' }, { review: 'PROPOSED' }],
    });
    expect(await refused('accept(ids: ["statement:one"])')).toMatchObject({ code: 'CONFLICT' });
    const undo = await change(`undo(change: "${id}")`);
    expect(await all()).toEqual(before);
    expect(
      (await done(store, '{ changes(first: 2) { nodes { action undoneBy { id } } } }'))['changes'],
    ).toEqual({
      nodes: [
        { action: 'undo', undoneBy: null },
        { action: 'accept', undoneBy: { id: undo.id } },
      ],
    });
    // An undo can be undone: what it took back is there again, and may be taken back again.
    await change(`undo(change: "${undo.id}")`);
    expect((await all())['statements']).toMatchObject({ nodes: [{ review: 'ACCEPTED' }, {}] });
    await change(`undo(change: "${id}")`);
    expect(await all()).toEqual(before);
  });

  test('accepting a mention teaches its words as a name', async () => {
    await change('relink(mention: "mention:two", to: "person:kim")');
    const { people, mentions } = (await all()) as unknown as {
      people: { nodes: { id: string; aliases: object[] }[] };
      mentions: { nodes: object[] };
    };
    expect(people.nodes.find((p) => p.id === 'person:kim')!.aliases).toContainEqual({
      text: 'Kim Young',
      kind: 'SPELLING',
    });
    expect(mentions.nodes[1]).toEqual({
      id: 'mention:two',
      review: 'ACCEPTED',
      entity: { id: 'person:kim' },
      candidates: [],
    });
  });

  test('relinking who is named as speaking takes the statement along', async () => {
    await change('relink(mention: "mention:one", to: "person:other")');
    expect((await all())['statements']).toMatchObject({
      nodes: [{ id: 'statement:one', speaker: { id: 'person:other' } }, {}],
    });
  });

  test('what is rejected leaves with what rests on it, and comes back', async () => {
    const before = await all();
    const { id } = await change('reject(ids: ["statement:one"])');
    const after = (await all()) as unknown as {
      statements: { nodes: object[] };
      rejected: { nodes: { id: string }[] };
    };
    expect(after.statements.nodes).toMatchObject([{ id: 'statement:two' }]);
    expect(after.rejected.nodes.map((n) => n.id).sort()).toEqual(['report:one', 'statement:one']);
    expect(await node('statement:one')).toEqual({ id: 'statement:one' });
    await change(`undo(change: "${id}")`);
    expect(await all()).toEqual(before);
    await change('reject(ids: ["person:kim"])');
    expect((await all())['statements']).toMatchObject({
      nodes: [{ id: 'statement:one', speaker: null }, { about: { nodes: [{ id: 'person:other' }] } }],
    });
  });

  test('what something accepted rests on is not rejected', async () => {
    expect(await refused('reject(ids: ["person:other"])')).toMatchObject({
      code: 'CONFLICT',
      details: { record: 'role:other' },
    });
  });

  test('merging moves everything, keeps the old id answering, and can be undone', async () => {
    const before = await all();
    const dry = await change('merge(ids: ["person:other"], into: "person:kim", dryRun: true)');
    expect(dry).toMatchObject({ dryRun: true, removed: 2, action: 'merge' });
    expect(await all()).toEqual(before);
    const { id } = await change('merge(ids: ["person:other"], into: "person:kim")');
    const after = await all();
    expect(after['people']).toMatchObject({
      nodes: [
        {
          id: 'person:kim',
          born: '1960',
          aliases: [{ text: 'Kim Y.' }, { text: 'Kim Young' }],
          statements: { nodes: [{ id: 'statement:one' }, { id: 'statement:two' }] },
          roles: { nodes: [{ id: 'role:other' }] },
        },
      ],
    });
    expect(after['statements']).toMatchObject({
      nodes: [{}, { speaker: { id: 'person:kim' }, about: { nodes: [{ id: 'person:kim' }] } }],
    });
    expect(after['matches']).toEqual({ nodes: [] });
    const old = await asCurator(
      store,
      '{ person(id: "person:other") { id } nodes(ids: ["person:other", "country:x"]) { id } }',
    );
    expect(old.data).toEqual({
      person: { id: 'person:kim' },
      nodes: [{ id: 'person:kim' }, { id: 'country:x' }],
    });
    expect(old.warnings).toMatchObject([
      { code: 'MERGED', id: 'person:other', into: 'person:kim' },
      { code: 'MERGED' },
    ]);
    await change(`undo(change: "${id}")`);
    expect(await all()).toEqual(before);
    expect((await asCurator(store, '{ person(id: "person:other") { id } }')).warnings).toEqual([]);
  });

  test('accepting a match merges, and only alike entities are one', async () => {
    await change('accept(ids: ["match:kims"])');
    expect((await all())['people']).toMatchObject({ nodes: [{ id: 'person:kim' }] });
    expect(await refused('merge(ids: ["country:x"], into: "person:kim")')).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refused('merge(ids: ["person:kim"], into: "person:kim")')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('splitting moves chosen facts to somebody new, or back to one that was merged', async () => {
    await change('merge(ids: ["person:other"], into: "person:kim")');
    await change(
      'split(id: "person:kim", facts: ["statement:two", "role:other"], to: "person:other", name: "Kim Young")',
    );
    expect((await all())['people']).toMatchObject({
      nodes: [
        { id: 'person:kim', statements: { nodes: [{ id: 'statement:one' }] } },
        {
          id: 'person:other',
          name: 'Kim Young',
          statements: { nodes: [{ id: 'statement:two' }] },
          roles: { nodes: [{ id: 'role:other' }] },
        },
      ],
    });
    expect((await asCurator(store, '{ person(id: "person:other") { id } }')).warnings).toEqual([]);
    await change('split(id: "person:kim", facts: ["statement:one"], name: "Somebody Else")');
    expect((await all())['statements']).toMatchObject({
      nodes: [{ speaker: { id: 'person:somebody-else' } }, {}],
    });
    expect(await refused('split(id: "person:kim", facts: ["role:other"], name: "X Y")')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('what is kept apart is never merged', async () => {
    const before = await all();
    const { id } = await change('keepApart(a: "person:other", b: "person:kim", note: "two people")');
    expect((await all())['matches']).toEqual({ nodes: [] });
    expect(await refused('merge(ids: ["person:other"], into: "person:kim")')).toMatchObject({
      code: 'CONFLICT',
    });
    await change(`undo(change: "${id}")`);
    expect(await all()).toEqual(before);
    await change('reject(ids: ["match:kims"])');
    expect(await refused('merge(ids: ["person:kim"], into: "person:other")')).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('a change that later ones stand on is not undone, and they are named', async () => {
    const first = await change(
      'write(changes: { upserts: [{ type: "Topic", id: "topic:peace", set: { name: "Peace" } }] })',
    );
    const second = await change(
      'write(changes: { upserts: [{ type: "Topic", id: "topic:talks", set: { name: "Talks", broader: "topic:peace" } }] })',
    );
    expect(await refused(`undo(change: "${first.id}")`)).toMatchObject({
      code: 'CONFLICT',
      details: { changes: [second.id] },
    });
    const third = await change(
      'write(changes: { upserts: [{ type: "Topic", id: "topic:talks", set: { description: "of peace" } }] })',
    );
    expect(await refused(`undo(change: "${second.id}")`)).toMatchObject({
      code: 'CONFLICT',
      details: { changes: [third.id] },
    });
    for (const id of [third.id, second.id, first.id]) await change(`undo(change: "${id}")`);
    expect(await node('topic:peace')).toBeNull();
    expect(await refused(`undo(change: "${first.id}")`)).toMatchObject({ code: 'CONFLICT' });
    expect(await refused('undo(change: "change:none")')).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('writing checks every record, and makes an id where none is given', async () => {
    expect(
      await refused(
        'write(changes: { upserts: [{ type: "Topic", set: { name: "Peace" } }, { type: "Person", id: "person:z", set: { nam: "Z" } }] })',
      ),
    ).toMatchObject({ code: 'BAD_RECORD' });
    expect(await node('topic:peace')).toBeNull();
    expect(
      await change(
        'write(changes: { note: "a topic", upserts: [{ type: "Topic", set: { name: "Peace" } }] })',
      ),
    ).toMatchObject({ created: 1 });
    expect(await node('topic:peace')).toEqual({ id: 'topic:peace' });
    expect(
      await refused('write(changes: { upserts: [{ type: "Topic", set: { name: "Peace" } }] })'),
    ).toMatchObject({ code: 'CONFLICT' });
    expect(await change('write(changes: { removals: ["topic:peace"] })')).toMatchObject({ removed: 1 });
    expect(await refused('accept(ids: ["statement:none"])')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { done } from '../curation/curating.js';
import { record, write } from '../store/engines.js';

test('where two fit alike nobody is invented: the mention stays open, and who is said to be meant becomes the speaker', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(store, [
    record('Person', 'person:eva-1', { name: 'Eva Berg' }),
    record('Person', 'person:eva-2', { name: 'Eva Berg' }),
  ]);
  const input = {
    title: 'Talks',
    text: '“We had good talks with everybody,” Eva Berg said.',
    published: '2019-10-06',
  };
  await done(store, 'mutation ($input: ArticleInput!) { readArticle(input: $input) { warnings } }', {
    input,
  });
  const seen =
    '{ people { totalCount } statements { nodes { speaker { id } } } mentions { nodes { id entity { id } candidates { entity { id } } } } }';
  const before = (await done(store, seen)) as unknown as { mentions: { nodes: { id: string }[] } };
  expect(before).toMatchObject({
    people: { totalCount: 2 },
    statements: { nodes: [{ speaker: null }] },
    mentions: {
      nodes: [
        {
          entity: null,
          candidates: [{ entity: { id: 'person:eva-1' } }, { entity: { id: 'person:eva-2' } }],
        },
      ],
    },
  });
  await done(store, 'mutation ($id: ID!) { relink(mention: $id, to: "person:eva-2") { id } }', {
    id: before.mentions.nodes[0]!.id,
  });
  expect(await done(store, seen)).toMatchObject({
    statements: { nodes: [{ speaker: { id: 'person:eva-2' } }] },
    mentions: { nodes: [{ entity: { id: 'person:eva-2' }, candidates: [] }] },
  });
  await store.close();
});

test('a dateline without its year is taken as the last such day, and that is said', async () => {
  const { rules } = await import('../../src/reading/rules.js');
  const { Knowledge } = await import('../../src/reading/knowledge/knowledge.js');
  const text = 'STOCKHOLM, Oct 6 (NNN) — It began.';
  const found = await rules.extract({ title: 'Talks', text }, new Knowledge());
  expect(found.day).toMatch(/^\d{4}-10-06$/);
  expect(found.warnings).toEqual([
    expect.stringMatching(/printed without its year: it was taken as \d{4}-10-06/),
  ]);
  expect((await rules.extract({ title: 'Talks', text, published: '2019' }, new Knowledge())).day).toBe(
    '2019-10-06',
  );
});

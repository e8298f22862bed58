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

test('a name that curators have decided twice goes to the same one of two who fit alike, and says why', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(store, [
    record('Person', 'person:eva-1', { name: 'Eva Berg' }),
    record('Person', 'person:eva-2', { name: 'Eva Berg' }),
  ]);
  const readOne = async (day: string) => {
    const input = {
      title: `Talks on ${day}`,
      text: `“We had good talks with everybody on day ${day},” Eva Berg said.`,
      published: day,
    };
    const found = await done(
      store,
      'mutation ($input: ArticleInput!) { readArticle(input: $input) { article { id } } }',
      { input },
    );
    const { article } = (found as unknown as { readArticle: { article: { id: string } } }).readArticle;
    const asked = await done(
      store,
      'query ($id: ID!) { article(id: $id) { mentions { nodes { id reason entity { id } } } } }',
      { id: article.id },
    );
    return (
      asked as unknown as {
        article: { mentions: { nodes: { id: string; reason: string; entity: object | null }[] } };
      }
    ).article.mentions.nodes[0]!;
  };
  for (const day of ['2019-10-05', '2019-10-06']) {
    const mention = await readOne(day);
    expect(mention.entity).toBeNull();
    await done(store, 'mutation ($m: ID!) { relink(mention: $m, to: "person:eva-2") { id } }', {
      m: mention.id,
    });
  }
  expect(await readOne('2019-10-07')).toMatchObject({
    entity: { id: 'person:eva-2' },
    reason: expect.stringContaining("meant by 'Eva Berg' 2 of 2 times before"),
  });
  await store.close();
});

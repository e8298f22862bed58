import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Extractor } from '../../src/reading/extractor.js';
import { Library } from '../../src/reading/knowledge/library.js';
import { readArticle } from '../../src/reading/read.js';
import { rules } from '../../src/reading/rules.js';
import type { Store } from '../../src/store/port.js';
import { asCurator, done } from '../curation/curating.js';
import { onBothEngines, record, write } from '../store/engines.js';

const world = [
  record('Country', 'country:sweden', {
    name: 'Sweden',
    iso3: 'SWE',
    capital: 'place:stockholm',
    aliases: [
      { text: 'Swedish', kind: 'DEMONYM' },
      { text: 'Stockholm', kind: 'METONYM' },
    ],
  }),
  record('Country', 'country:norway', {
    name: 'Norway',
    iso3: 'NOR',
    aliases: [{ text: 'Norwegian', kind: 'DEMONYM' }],
  }),
  record('Place', 'place:stockholm', { name: 'Stockholm', kind: 'CITY', country: 'country:sweden' }),
  record('Person', 'person:eva-berg', { name: 'Eva Berg' }),
  record('Role', 'role:eva-berg', {
    person: 'person:eva-berg',
    title: 'Minister for Foreign Affairs',
    of: 'country:sweden',
    began: '2019-01-01',
    ending: 'ONGOING',
  }),
];

const text = [
  'STOCKHOLM, Oct 6 (NNN) — “We had good talks with all who came to our capital,” Swedish Foreign Minister Eva Berg said on Saturday.',
  'Norwegian envoy Ola Nordmann said that the talks had been long and had led to nothing at all.',
  '“There was no result, and there will be none before the spring,” he added.',
].join('\n\n');
const published = '2019-10-06';
const READ = `mutation ($input: ArticleInput!, $dryRun: Boolean) { readArticle(input: $input, dryRun: $dryRun) {
  article { id body textHash versionOf { id } copyOf { id } agency { name } }
  change { by created dryRun } duplicateOf { id } warnings
  statements { text act said review speaker { id name } onBehalfOf { id } reports { nodes { form speakerAs article { id } spans { role start end exact } } } }
  mentions { exact entity { id } }
} }`;

interface Read {
  readonly article: {
    id: string;
    body: string | null;
    versionOf: object | null;
    copyOf: { id: string } | null;
    agency: object | null;
  };
  readonly change: { by: string; created: number; dryRun: boolean } | null;
  readonly duplicateOf: object | null;
  readonly warnings: readonly string[];
  readonly statements: readonly {
    text: string;
    speaker: { id: string; name: string } | null;
    onBehalfOf: object | null;
    reports: { nodes: { spans: { start: number; end: number; exact: string }[] }[] };
  }[];
  readonly mentions: readonly { exact: string; entity: { id: string } | null }[];
}

onBothEngines('Reading an article', (engine) => {
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
  const read = async (input: object, dryRun = false) =>
    (await done(store, READ, { input: { title: 'Good talks', text, published, ...input }, dryRun }))[
      'readArticle'
    ] as unknown as Read;
  const refused = async (input: object) =>
    (await asCurator(store, READ, { input: { title: 'Good talks', text, published, ...input } })).errors[0]!;
  const count = async (plural: string) =>
    ((await done(store, `{ of: ${plural} { totalCount } }`))['of'] as unknown as { totalCount: number })
      .totalCount;

  test('says who said what, each with its exact characters, as proposals', async () => {
    const { article, change, statements, mentions, warnings } = await read({});
    expect(warnings).toEqual([]);
    expect(change).toMatchObject({ by: 'ana', dryRun: false });
    expect(article).toMatchObject({ body: text, agency: { name: 'NNN' }, versionOf: null, copyOf: null });
    expect(statements).toMatchObject([
      {
        text: 'We had good talks with all who came to our capital',
        act: 'SAYS',
        said: '2019-10-05',
        review: 'PROPOSED',
        speaker: { id: 'person:eva-berg' },
        onBehalfOf: { id: 'country:sweden' },
      },
      {
        text: 'the talks had been long and had led to nothing at all',
        said: published,
        speaker: { name: 'Ola Nordmann' },
        onBehalfOf: { id: 'country:norway' },
      },
      {
        text: 'There was no result, and there will be none before the spring',
        speaker: { name: 'Ola Nordmann' },
      },
    ]);
    const spans = statements.flatMap((s) => s.reports.nodes.flatMap((r) => r.spans));
    expect(spans).toHaveLength(9);
    for (const { start, end, exact } of spans) expect(text.slice(start, end)).toBe(exact);
    expect(mentions).toContainEqual({ exact: 'STOCKHOLM', entity: { id: 'place:stockholm' } });
    expect(mentions).toContainEqual({ exact: 'Eva Berg', entity: { id: 'person:eva-berg' } });
  });

  test('a dry run shows the same and writes nothing', async () => {
    const dry = await read({}, true);
    expect(dry.statements).toHaveLength(3);
    expect(dry.change).toMatchObject({ dryRun: true });
    expect(await count('articles')).toBe(0);
    expect(await count('people')).toBe(1);
  });

  test('a text is read once; a changed one is a new version, another masthead a copy', async () => {
    const first = await read({ url: 'https://a.example.org/1', publisher: 'The Morning' });
    const again = await read({ url: 'https://b.example.org/2' });
    expect(again).toMatchObject({ duplicateOf: { id: first.article.id }, change: null, statements: [] });
    const corrected = await read({ url: 'https://a.example.org/1', text: `${text}\n\nThis was corrected.` });
    expect(corrected.article).toMatchObject({ versionOf: { id: first.article.id }, copyOf: null });
    expect(corrected.statements.map((s) => s.speaker!.id)).toEqual(
      first.statements.map((s) => s.speaker!.id),
    );
    expect(await count('statements')).toBe(3);
    const copy = await read({
      url: 'https://c.example.org/3',
      publisher: 'The Evening',
      text: text.replace('STOCKHOLM, Oct 6 (NNN) — ', ''),
    });
    expect(copy.article.copyOf).toEqual({ id: first.article.id });
    expect(await count('statements')).toBe(3);
    expect(await count('reports')).toBe(9);
  });

  test('what was rejected is not proposed again', async () => {
    const { statements } = await read({});
    const { statements: known } = (await done(store, '{ statements { nodes { id text } } }')) as unknown as {
      statements: { nodes: { id: string; text: string }[] };
    };
    const wrong = known.nodes.find((n) => n.text.startsWith('There was'))!;
    await done(store, 'mutation ($ids: [ID!]!) { reject(ids: $ids) { id } }', { ids: [wrong.id] });
    const corrected = await read({ text: `${text} ` });
    expect(statements).toHaveLength(3);
    expect(corrected.statements.map((s) => s.text)).not.toContain(wrong.text);
    expect(await count('statements')).toBe(2);
  });

  test('what a curator taught is known in the next article', async () => {
    await read({});
    const { mentions } = (await done(
      store,
      '{ mentions(where: { exact: { eq: "Ola Nordmann" } }) { nodes { id entity { id } } } }',
    )) as unknown as { mentions: { nodes: { id: string; entity: { id: string } }[] } };
    await done(store, 'mutation ($ids: [ID!]!) { accept(ids: $ids) { id } }', {
      ids: [mentions.nodes[0]!.id, mentions.nodes[0]!.entity.id],
    });
    const next = await read({
      title: 'More talks',
      text: '“I shall come back,” Ola Nordmann said in Stockholm.',
    });
    expect(next.statements).toMatchObject([{ speaker: { id: mentions.nodes[0]!.entity.id } }]);
    expect(await count('people')).toBe(2);
  });

  test('a text that may not be kept leaves its spans, and can be attached', async () => {
    const { article } = await read({ keepText: false });
    expect(article.body).toBeNull();
    const attach = (of: string) =>
      asCurator(
        store,
        'mutation ($article: ID!, $text: String!) { attachText(article: $article, text: $text) { amended } }',
        { article: article.id, text: of },
      );
    expect((await attach(`${text} and more`)).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await attach(text)).data).toEqual({ attachText: { amended: 1 } });
    expect((await done(store, '{ articles { nodes { body } } }'))['articles']).toEqual({
      nodes: [{ body: text }],
    });
  });

  test('another language is said and stored, and no statements are invented', async () => {
    const korean =
      '북한과 미국은 토요일 스웨덴에서 열린 핵 협상에 대해 엇갈린 평가를 내놓았다. 김명길은 협상이 결렬되었다고 말했다.';
    const { warnings, statements } = await read({ text: korean });
    expect(warnings).toEqual([expect.stringMatching(/another language than English \(ko\)/)]);
    expect(statements).toEqual([]);
    expect((await done(store, '{ articles { nodes { language } } }'))['articles']).toEqual({
      nodes: [{ language: 'ko' }],
    });
  });

  test.each([
    ['nothing', '', /has no text/],
    ['white space', ' \n\t ', /has no text/],
    ['a binary file', 'PK\u0003\u0004\u0000\u0000', /is binary/],
    ['half a character', 'He said \ud83d.', /half of a character/],
    ['more than an article', 'word '.repeat(250_000), /at most 1,000,000/],
    ['no letters', '… — !', /neither a letter nor a digit/],
  ])('%s is refused by name, and nothing is written', async (_, bad, why) => {
    expect(await refused({ text: bad })).toMatchObject({
      code: 'BAD_ARTICLE',
      message: expect.stringMatching(why) as string,
    });
    expect(await count('articles')).toBe(0);
  });

  test('what is odd is read, and said', async () => {
    expect((await read({ text: 'Eva Berg said: “We go on', title: 'Unbalanced' })).warnings).toEqual([
      expect.stringMatching(/never closed/),
    ]);
    expect((await read({ text: `${text}\u0007`, title: 'Bell' })).warnings[0]).toMatch(/control characters/);
    expect(
      (await read({ text: 'Caf\ufffd talks: Eva Berg said that all was well in there.', title: 'Encoding' }))
        .warnings[0],
    ).toMatch(/could not be decoded/);
    expect((await read({ text: 'Tomorrow.', title: 'Future', published: '2999-01-01' })).warnings[0]).toMatch(
      /lies in the future/,
    );
  });

  test('a span that the text has not is refused, whoever gave it', async () => {
    const liar: Extractor = {
      name: 'liar',
      async extract(article, knowledge) {
        const found = await rules.extract(article, knowledge);
        return {
          ...found,
          mentions: [
            { start: 0, end: 4, exact: 'Evil', reading: 'LITERAL', score: 1, reason: '', candidates: [] },
          ],
        };
      },
    };
    const reading = readArticle(
      store,
      catalogue,
      new Library(store, catalogue),
      { title: 'T', text, published },
      { by: 'ana', extractor: liar },
    );
    await expect(reading).rejects.toMatchObject({ code: 'BAD_SPAN' });
    expect(await count('articles')).toBe(0);
  });
});

import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executing, type Result } from '../../src/api/execute.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import type { Store } from '../../src/store/port.js';
import { Draw } from '../store/draw.js';
import { Drawn } from '../store/drawn.js';
import { schema } from '../store/answers.js';
import { GraphValues } from '../store/graph-values.js';
import { sowSeeds } from '../store/engines.js';
import { plant } from '../store/plant.js';
import { randomGraph } from '../store/random-graph.js';
import { randomQuery } from '../store/random-query.js';
import { walked } from './walked.js';

const SEED = 7;
const root = join(import.meta.dirname, '..');

type Variables = Record<string, unknown>;

/** An answer in the order of its keys, as it is sent. */
const sent = ({ errors, data }: { errors?: unknown; data?: unknown }) => JSON.stringify({ errors, data });

/** The same request carried out by the program, which may know the document, and by graphql-js. */
async function both(
  execute: (request: { document: DocumentNode; variables: Variables }) => Promise<Result>,
  store: Store,
  document: DocumentNode,
  variables: Variables,
): Promise<[ours: string, theirs: string]> {
  const { errors, data } = await execute({ document, variables });
  const text = data
    ? `${errors ? `{"errors":${JSON.stringify(errors)},` : '{'}"data":${data.text}}`
    : sent({ errors, data });
  return [text, sent(await walked(store, document, variables))];
}

describe('the answer, letter by letter that of graphql-js', () => {
  let store: Store;
  beforeAll(async () => {
    store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await sowSeeds(store);
  });
  afterAll(() => store.close());
  const execute = executing(catalogue, schema, () => store, '0.0.0');

  const documents = ['questions', 'plans'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => [`${folder}/${file}`] as const),
  );
  test.each(documents)('%s', async (file) => {
    const document = parse(readFileSync(join(root, file), 'utf8'));
    const given = join(root, file).replace(/\.graphql$/, '.variables.json');
    let variables: Variables = {};
    try {
      variables = JSON.parse(readFileSync(given, 'utf8')) as Variables;
    } catch {
      // It has none.
    }
    const [ours, theirs] = await both(execute, store, document, variables);
    expect(ours).toBe(theirs);
  });

  const alike = async (source: string, variables: Variables = {}) => {
    const [ours, theirs] = await both(execute, store, parse(source), variables);
    expect(ours).toBe(theirs);
    return ours;
  };

  test('where root fields fail that may be null, and others do not', async () => {
    const text = await alike(
      '{ a: person { id } b: person(name: "kim jong un") { name } c: person(id: "x", name: "y") { id } }',
    );
    expect(text).toContain('"data":{"a":null,"b":{"name":"Kim Jong Un"},"c":null}');
    expect(text).toContain('none was given');
    expect(text).toContain('both were given');
  });
  test('where one fails that may not be null', async () => {
    expect(await alike('{ people(first: 1000) { nodes { id } } about { name } }')).toContain('"data":null');
  });
  test('to variables that are none of their types', async () => {
    const text = await alike('query($n: Int!) { people(first: $n) { totalCount } }', { n: 'many' });
    expect(text).not.toContain('"data"');
  });
  test('to keys of any name, and texts of any letters', async () => {
    await alike('{ __proto__: person(name: "kim jong un") { constructor: name toString: __typename } }');
    await alike('{ people(where: {name: {eq: "\\u2028\\ud83d\\ude00\\"\\\\"}}) { nodes { name } } }');
  });
  test('about the schema, beside what is asked of the graph', async () => {
    const text = await alike(
      '{ a: __typename __type(name: "Person") { ...T } p: people(first: 1) { totalCount } __schema { queryType { name } } } fragment T on __Type { name kind }',
    );
    expect(text).toMatch(/"a":"Query","__type":\{"name":"Person","kind":"OBJECT"\},"p":/);
  });
  test('with parts that variables leave out, whichever they are', async () => {
    const document = parse(
      'query($a: Boolean!, $b: Boolean = true) { people(first: 2) @include(if: $a) { nodes { id ... @skip(if: $b) { name } } } ...F @skip(if: $a) } fragment F on Query { about { name @include(if: $b) version } }',
    );
    for (const a of [true, false, true])
      for (const b of [true, false, undefined]) {
        const [ours, theirs] = await both(execute, store, document, { a, ...(b === undefined ? {} : { b }) });
        expect(ours).toBe(theirs);
      }
  });
});

describe('a document that is known', () => {
  let store: Store;
  const changes = randomGraph(catalogue, SEED);
  beforeAll(async () => {
    store = await SqliteStore.open(catalogue, { timeLimit: 60_000 });
    await plant(store, changes);
  }, 120_000);
  afterAll(() => store.close());
  const execute = executing(catalogue, schema, () => store, '0.0.0');

  test('is answered as graphql-js answers it, drawn at random, the first time and again', async () => {
    const values = new GraphValues(catalogue, changes);
    const drawn = new Drawn(schema, ['About.engine']);
    for (let run = 0; run < 150; run++) {
      const { source, variables } = randomQuery(schema, catalogue, values, new Draw(SEED + run), drawn);
      const document = parse(source);
      const [first, theirs] = await both(execute, store, document, variables);
      const [again] = await both(execute, store, document, variables);
      expect([first, again], source).toEqual([theirs, theirs]);
    }
  }, 300_000);

  test('is answered to each of its variables, whatever was asked before', async () => {
    const document = parse(`query(
      $where: StatementFilter, $order: [StatementOrder!], $first: Int, $after: String, $last: Int, $by: [StatementGroupBy!]!,
      $text: String!, $kinds: [Kind!], $review: Review
    ) {
      statements(where: $where, orderBy: $order, first: $first, after: $after, last: $last) {
        totalCount nodes { id text } pageInfo { endCursor hasNextPage } groups(by: $by) { key count groups { key } }
      }
      search(text: $text, kinds: $kinds, first: $first) { totalCount edges { highlight score node { id } } pageInfo { endCursor } }
      proposals(review: $review, kinds: $kinds) { nodes { id } }
    }`);
    const given = {
      where: [
        null,
        {},
        { said: { after: '2000-01-01' } },
        { said: { known: false } },
        { act: { in: ['SAYS', 'DENIES'] } },
        { act: { in: [] } },
        { NOT: { text: { matches: 'a -b "c d"' } } },
        { OR: [{ text: { contains: 'a' } }, { speaker: { name: { startsWith: 'k' } } }] },
        { about: { some: { kind: { eq: 'MEETING' } } } },
        { about: { some: { kind: { eq: 'TOPIC' } }, count: { gt: 1 } } },
      ],
      order: [
        null,
        [],
        [{ said: 'DESC' }],
        [{ said: 'ASC' }, { recordedAt: 'DESC' }],
        [{ speaker: { name: 'ASC' } }],
      ],
      first: [null, 1, 3, 20, 0],
      last: [null, null, null, 2],
      after: [null, null, null, 'x'],
      by: [['ACT'], ['ACT', 'CHANNEL'], ['SPEAKER'], []],
      text: ['a', '"a b" -c', '', 'k', 'zz yy'],
      kinds: [null, [], ['PERSON'], ['STATEMENT', 'MEETING']],
      review: [null, 'PROPOSED', 'REJECTED', 'ACCEPTED'],
    };
    const draw = new Draw(SEED);
    for (let run = 0; run < 120; run++) {
      const variables = Object.fromEntries(
        Object.entries(given).map(([name, of]) => [name, draw.pick(of as unknown[])]),
      );
      const [ours, theirs] = await both(execute, store, document, variables);
      if (!ours.endsWith('"data":null}')) expect(ours, JSON.stringify(variables)).toBe(theirs);
      else {
        // Where there is no data, graphql-js stops at the first fault; all of them are told here.
        const faults = (answer: string) => (JSON.parse(answer) as { errors: unknown[] }).errors;
        expect(theirs.endsWith('"data":null}')).toBe(true);
        expect(faults(ours)).toEqual(expect.arrayContaining(faults(theirs)));
      }
    }
  }, 120_000);
});

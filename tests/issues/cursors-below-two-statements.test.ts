import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { ask, record, write } from '../store/engines.js';

// `candidates` and `about` are put together from more than one plan, and their cursors were signed with nothing.
let store: Store;
beforeAll(async () => {
  store = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  await write(store, [
    record('Person', 'person:kim', { name: 'Kim' }),
    record('Claim', 'claim:a', { about: ['person:kim'], text: 'Kim' }),
    record('Claim', 'claim:b', { about: ['person:kim'], text: 'Gim' }),
  ]);
});
afterAll(() => store.close());

const page = 'edges { cursor } nodes { id }';
const QUESTIONS = [
  [
    'candidates',
    `query($after: String) { candidates(name: "Kim") { entity { list: claims(first: 1, after: $after) { ${page} } } } }`,
  ],
  [
    'about',
    `query($after: String) { about { lastChange { list: touched(first: 1, after: $after) { ${page} } } } }`,
  ],
] as const;

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly { readonly id: string }[];
}

const pageIn = (answer: unknown): Page => {
  let found: Page | undefined;
  JSON.stringify(answer, (key, value: unknown) => {
    if (key === 'list') found = value as Page;
    return value;
  });
  return found!;
};

test.each(QUESTIONS)('a cursor from %s leads to the next page of the same list', async (_, question) => {
  const first = pageIn((await ask(store, question)).data);
  const second = await ask(store, question, { after: first.edges[0]!.cursor });
  expect(second.errors).toBeUndefined();
  expect(pageIn(second.data).nodes).toHaveLength(1);
  expect(pageIn(second.data).nodes).not.toEqual(first.nodes);
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executing } from '../../src/api/execute.js';
import { buildApi } from '../../src/api/schema.js';
import { readConfig } from '../../src/config.js';
import { serve, type Listening } from '../../src/http/server.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { record, write } from '../store/engines.js';

/** What every answer says, explained or not. */
const cost = { asked: 2, actual: 2, limit: 50_000 };

let store: Store;
let off: Listening;
let on: Listening;

beforeAll(async () => {
  store = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  await write(store, [
    record('Person', 'person:a', { name: 'Kim' }),
    record('Person', 'person:b', { name: 'KIM' }),
  ]);
  const schema = buildApi(catalogue);
  const options = {
    schema,
    execute: executing(catalogue, schema, store, '0.0.0'),
    host: '127.0.0.1',
    port: 0,
    web: '/nowhere',
    healthy: async () => true,
    limits: readConfig({}).limits,
  };
  off = await serve(options);
  on = await serve({ ...options, explain: true });
});
afterAll(async () => {
  await on.close();
  await off.close();
  await store.close();
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: { message: string }[];
  readonly extensions?: { explain?: { engine: string; fields: { key: string; reads: unknown[] }[] } };
}

const asked = async (server: Listening, query: string, extensions?: object): Promise<Answer> => {
  const response = await fetch(`${server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, extensions }),
  });
  return (await response.json()) as Answer;
};

const query = '{ one: person(id: "person:a") { id } people(first: 1) { nodes { id } } __typename }';
const data = { one: { id: 'person:a' }, people: { nodes: [{ id: 'person:a' }] }, __typename: 'Query' };

describe('with the setting', () => {
  test('a request that asks for it is answered and explained, field by field', async () => {
    const answer = await asked(on, query, { explain: true });
    expect(answer.data).toEqual(data);
    const { engine, fields } = answer.extensions!.explain!;
    expect(engine).toBe('SQLite (embedded)');
    expect(fields.map(({ key, reads }) => [key, reads.length])).toEqual([
      ['one', 1],
      ['people', 1],
    ]);
    expect(fields[0]).toMatchObject({
      selection: 'one: person(id: "person:a")\n  id\n',
      reads: [
        {
          plan: 'lookup by id $0\n  id\n',
          params: ['person:a'],
          statements: {
            cypher: expect.stringMatching(/^CYPHER 5\n/),
            sql: expect.stringMatching(/^SELECT /),
          },
          sent: 'sql',
          steps: { operator: 'QUERY PLAN' },
          cost: { rows: 1, bytes: '["Person","person:a"]'.length, hits: null },
        },
      ],
    });
    // Of a page one row more is read, to know whether another follows.
    expect(fields[1]).toMatchObject({ reads: [{ params: [2], cost: { rows: 2 } }] });
  });

  test('so is one by GET', async () => {
    const search = new URLSearchParams({
      query: '{ person(id: "person:a") { id } }',
      extensions: '{"explain":true}',
    });
    const response = await fetch(`${on.address}graphql?${search}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(((await response.json()) as Answer).extensions?.explain?.fields).toHaveLength(1);
  });

  test('one that does not ask is not', async () => {
    expect(await asked(on, query)).toEqual({ data, extensions: { cost } });
    expect(await asked(on, query, { explain: 'yes' })).toEqual({ data, extensions: { cost } });
    expect(await asked(on, query, { other: true })).toEqual({ data, extensions: { cost } });
  });

  test('what is said of one request is not said of the next', async () => {
    const both = await Promise.all([
      asked(on, '{ a: people { totalCount } }', { explain: true }),
      asked(on, '{ b: people { totalCount } }', { explain: true }),
    ]);
    expect(both.map((a) => a.extensions!.explain!.fields.map((f) => f.key))).toEqual([['a'], ['b']]);
  });

  test('an error is explained as far as it came', async () => {
    const ambiguous = await asked(on, '{ person(name: "kim") { id } }', { explain: true });
    expect(ambiguous.errors![0]!.message).toMatch(/'kim' could be /);
    expect(ambiguous.extensions!.explain!.fields).toMatchObject([{ reads: [{ cost: { rows: 2 } }] }]);
    const refused = await asked(on, '{ people(first: 1000) { totalCount } }', { explain: true });
    expect(refused.extensions!.explain!.fields).toMatchObject([{ key: 'people', reads: [] }]);
    const invalid = await asked(on, '{ nothing }', { explain: true });
    expect(invalid.errors).toHaveLength(1);
    expect(invalid.extensions).toBeUndefined();
  });
});

describe('without the setting', () => {
  test('a request that asks for it is answered as any other', async () => {
    expect(await asked(off, query, { explain: true })).toEqual({ data, extensions: { cost } });
  });
});

import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { onBothEngines, sowSeeds } from '../store/engines.js';
import { served, type Served } from './served.js';

const root = join(import.meta.dirname, '../..');
const questions = join(root, 'tests/questions');
const names = readdirSync(questions).filter((f) => f.endsWith('.graphql'));

onBothEngines('what the seeds answer costs no more than was asked', (engine) => {
  let store: Store;
  let server: Served;
  beforeAll(async () => {
    store = await engine.open();
    await sowSeeds(store);
    server = await served(store);
  }, 180_000);
  afterAll(async () => {
    await server.close();
    await store.close();
  });
  const cost = async (query: string, variables?: object) => {
    const { body } = await server.ask(query, variables);
    expect(body.errors).toBeUndefined();
    return body.extensions!.cost;
  };

  test.each(names)('%s', async (name) => {
    const file = join(questions, name);
    const given = file.replace(/\.graphql$/, '.variables.json');
    const variables = existsSync(given) ? (JSON.parse(readFileSync(given, 'utf8')) as object) : {};
    const { asked, actual, limit } = await cost(readFileSync(file, 'utf8'), variables);
    expect(limit).toBe(50_000);
    // A question of counts alone asks for no record.
    if (asked) expect(actual).toBeGreaterThan(0);
    expect(actual).toBeLessThanOrEqual(asked);
  });

  test('as docs/limits.md shows it', async () => {
    const page = readFileSync(join(root, 'docs/limits.md'), 'utf8');
    const blocks = (kind: string) =>
      [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text!);
    const [shown, refused] = blocks('json').map((text) => JSON.parse(text) as object);
    expect(await cost(blocks('graphql')[0]!)).toEqual(shown);
    expect((await server.ask(blocks('gql')[0]!)).body.errors).toEqual([refused]);
  });

  test('a full page is all that was asked', async () =>
    expect(await cost('{ countries { nodes { id } } }')).toEqual({ asked: 20, actual: 20, limit: 50_000 }));

  test('nothing is asked by counting, nor by introspection', async () => {
    expect(await cost('{ countries { totalCount } about { name } }')).toMatchObject({ asked: 0, actual: 0 });
    expect(await cost('{ __schema { queryType { name } } }')).toMatchObject({ asked: 0, actual: 0 });
  });

  test('pages of any size, in one another and beside each other', async () => {
    // Every record shows its id, and nothing else has one: so they can be counted in the answer.
    const query = `query ($a: Int, $b: Int, $c: Int, $d: Int, $back: Boolean!) {
      statements(first: $a) {
        edges { node { ...S } }
        nodes { id reports(first: $b) @skip(if: $back) { nodes { id via { id } spans { role } } } evidence { article { id } } }
      }
      entities(last: $c) {
        nodes {
          id
          mentions(first: $b) { nodes { id entity { id } literal { id } } }
          ... on Meeting { claims(first: $d) { totalCount nodes { id positions(last: $b) { nodes { id holder { id } } } } } }
          ... on Person { x: country { id } statements(first: $d) @include(if: $back) { ...C } }
          ... on Place { x: country { id } within { id } }
        }
      }
    }
    fragment S on Statement { id speaker { id country { id } } about(last: $d) { nodes { id } } }
    fragment C on StatementConnection { nodes { ...S } }`;
    const records = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Object.values(value).reduce<number>((n, inner) => n + records(inner), 'id' in value ? 1 : 0);
    const size = fc.option(fc.integer({ min: 1, max: 12 }));
    await fc.assert(
      fc.asyncProperty(size, size, size, size, fc.boolean(), async (a, b, c, d, back) => {
        const { status, body } = await server.ask(query, { a, b, c, d, back });
        const { asked, actual } = body.extensions!.cost;
        expect([status, actual]).toEqual([200, records(body.data)]);
        expect(actual).toBeLessThanOrEqual(asked);
      }),
      { numRuns: 10 },
    );
  });

  test('is told without anything being carried out, where that is all that is asked', async () => {
    const alone = async (query: string) => {
      const response = await fetch(`${server.address}graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, extensions: { cost: 'alone' } }),
      });
      return (await response.json()) as { data: unknown; extensions?: unknown; errors?: unknown[] };
    };
    const { limit } = (await server.ask('{ people { totalCount } }')).body.extensions!.cost;
    expect(await alone('{ people(first: 30) { nodes { id mentions(first: 2) { nodes { id } } } } }')).toEqual(
      {
        data: null,
        extensions: { cost: { asked: 90, limit } },
      },
    );
    // What writes does not write.
    const made =
      'mutation { write(changes: {upserts: [{type: "Person", id: "person:x", set: {name: "X"}}]}) { id } }';
    expect(await alone(made)).toMatchObject({ data: null, extensions: { cost: { limit } } });
    expect((await server.ask('{ person(id: "person:x") { id } }')).body.data).toEqual({ person: null });
    expect(await alone('{ nobody }')).toMatchObject({ errors: [{}] });
  });
});

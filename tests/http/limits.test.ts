import 'reflect-metadata';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import type { Store } from '../../src/store/port.js';
import { onBothEngines, record, write } from '../store/engines.js';
import { served, type Served } from './served.js';

let store: Store;
let server: Served;
beforeAll(async () => {
  store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(store, [record('Country', 'country:x', { name: 'X' })]);
  server = await served(store);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const times = (n: number, text: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => text(i)).join(' ');
/** Answered, and so within every limit. */
const passes = async (query: string, variables?: object) => {
  const { status, body } = await server.ask(query, variables);
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
  return body;
};
const limit = (name: string, allowed: number, asked?: number) =>
  asked === undefined ? { limit: name, allowed } : { limit: name, allowed, asked };

describe('depth', () => {
  /** A query whose innermost field stands so deep. */
  const deep = (n: number) =>
    `{ country(id: "country:x") { ${'country { '.repeat(n - 2)}id${' }'.repeat(n - 2)} } }`;

  test('15 passes', () => passes(deep(15)));
  test('16 does not', async () =>
    expect(await server.refusal(deep(16))).toEqual({
      message:
        'The operation is 16 fields deep; at most 15 are allowed (MAX_DEPTH). Ask in two queries, the second from the ids of the first',
      limit: limit('DEPTH', 15, 16),
    }));
  test('goes through fragments of both kinds', async () => {
    const query = (n: number) => `
      { country(id: "country:x") { country { ...F } } }
      fragment F on Country { ... on Country { ${'country { '.repeat(n - 3)}id${' }'.repeat(n - 3)} } }`;
    await passes(query(15));
    expect((await server.refusal(query(16))).limit).toEqual(limit('DEPTH', 15, 16));
  });
  test('of each operation counts, whichever is asked', async () =>
    expect((await server.refusal(`query A ${deep(2)} query B ${deep(16)}`)).limit).toEqual(
      limit('DEPTH', 15, 16),
    ));
});

describe('introspection', () => {
  const all = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  test('as the playground does it passes', async () => {
    const { data } = await passes(getIntrospectionQuery(all));
    expect(data).toHaveProperty('__schema.types');
  });
  const ofType = (n: number) => `{ __type(name: "Query") { ${'ofType { '.repeat(n)}name${' }'.repeat(n)} } }`;
  test('may go 20 deep', () => passes(ofType(18)));
  test('and no deeper, also behind a fragment', async () => {
    const message = 'The introspection is 21 fields deep; at most 20 are allowed';
    expect(await server.refusal(ofType(19))).toEqual({
      message,
      limit: limit('INTROSPECTION_DEPTH', 20, 21),
    });
    const hidden = ofType(19).replace('{ __type', '{ ...F } fragment F on Query { __type');
    expect((await server.refusal(hidden)).message).toBe(message);
  });
  test('hides nothing that stands beside it', async () =>
    expect(
      (
        await server.refusal(
          `{ __schema { queryType { name } } country(id: "country:x") { ${'country { '.repeat(15)}id${' }'.repeat(16)} }`,
        )
      ).limit,
    ).toEqual(limit('DEPTH', 15, 17)));
  test('goes through lists of types twice, not a third time', async () => {
    const round = (n: number) =>
      `{ __schema { types { ${'fields { type { '.repeat(n)}name${' } }'.repeat(n)} } } }`;
    await passes(round(2));
    const { status, body } = await server.ask(round(3));
    expect([status, body.errors![0]!.message]).toEqual([400, 'Maximum introspection depth exceeded']);
  });
});

describe('aliases', () => {
  const aliased = (n: number) => `{ ${times(n, (i) => `a${i}: __typename`)} }`;
  // One field at most 50 times would bite as well.
  const mixed = (n: number) =>
    `{ country(id: "country:x") { ${times(n, (i) => `a${i}: ${i % 2 ? 'id' : 'name'}`)} } }`;

  test('50 pass', async () => {
    await passes(mixed(50));
    await passes(aliased(50));
  });
  test('51 do not', async () =>
    expect(await server.refusal(mixed(51))).toEqual({
      message:
        'The operation has 51 aliases, those of fragments counted wherever they are spread; at most 50 are allowed (MAX_ALIASES). Ask in several queries, or for many ids at once with nodes(ids:)',
      limit: limit('ALIASES', 50, 51),
    }));
  test('in a fragment count wherever it is spread', async () => {
    const spread = (n: number) =>
      `{ country(id: "country:x") { ${'country { ...F '.repeat(n)} ${'} '.repeat(n)} } } fragment F on Country { ${times(10, (i) => `b${i}: ${i % 2 ? 'id' : 'name'}`)} }`;
    await passes(spread(5));
    expect((await server.refusal(spread(6))).limit).toEqual(limit('ALIASES', 50, 60));
  });
});

describe('one field in a selection', () => {
  const repeated = (n: number) => `{ country(id: "country:x") { ${times(n, () => 'name')} } }`;
  test('50 times passes', () => passes(repeated(50)));
  test('51 times does not', async () =>
    expect(await server.refusal(repeated(51))).toEqual({
      message: "'name' stands 51 times in one selection; at most 50 are allowed (MAX_REPEATS)",
      limit: limit('REPEATS', 50, 51),
    }));
  test('is counted under every alias, in fragments, and over selections that one response key has together', async () => {
    const query = (n: number) => `
      { country(id: "country:x") { ${times(20, () => 'name')} ...F ...F ... on Country { ${times(10, (i) => `a${i}: name`)} } }
        country(id: "country:x") { ...F ${times(n, () => 'name')} } }
      fragment F on Country { ${times(10, () => 'name')} }`;
    await passes(query(10));
    expect((await server.refusal(query(11))).limit).toEqual(limit('REPEATS', 50, 51));
  });
  test('at the root too', async () =>
    expect((await server.refusal(`{ ${times(51, () => '__typename')} }`)).limit).toEqual(
      limit('REPEATS', 50, 51),
    ));
});

describe('directives at one place', () => {
  const include = '@include(if: true)';
  // Of @include only one is valid at a place: what passes the limit is graphql's to refuse.
  const places: [string, (directives: string) => string][] = [
    ['a field', (d) => `{ about { name ${d} } }`],
    ['a spread', (d) => `{ ...F ${d} } fragment F on Query { about { name } }`],
    ['an inline fragment', (d) => `{ ... ${d} { about { name } } }`],
    ['a fragment', (d) => `{ ...F } fragment F on Query ${d} { about { name } }`],
    ['an operation', (d) => `query ${d} { about { name } }`],
    ['a variable', (d) => `query ($a: Int ${d}) { people(first: $a) { totalCount } }`],
  ];
  test.each(places)('are at most 5: %s', async (_place, query) => {
    expect(await server.refusal(query(times(6, () => include)))).toEqual({
      message: '6 directives stand at one place; at most 5 are allowed (MAX_DIRECTIVES)',
      limit: limit('DIRECTIVES', 5, 6),
    });
    const { body } = await server.ask(query(times(5, () => include)));
    expect(body.errors!.map((e) => e.extensions['code'])).not.toContain('LIMIT_EXCEEDED');
  });
  test('one each at many places pass', () => passes(`{ about { ${times(40, () => `name ${include}`)} } }`));
});

describe('tokens', () => {
  // { nodes ( ids : [ … ] ) { id } } are 12 and the ids.
  const long = (n: number) => `{ nodes(ids: [${times(n - 12, () => '"country:x"')}]) { id } }`;
  test('2,000 pass', async () => {
    const wide = await served(store, { listItems: 2000 });
    expect((await wide.ask(long(2000))).body.errors).toBeUndefined();
    expect((await wide.refusal(long(2001))).limit).toEqual(limit('TOKENS', 2000));
    await wide.close();
  });
  test('2,001 do not', async () =>
    expect(await server.refusal(long(2001))).toEqual({
      message:
        'The document has more than 2000 tokens, which is as many as are allowed (MAX_TOKENS). Send long lists and texts as variables',
      limit: limit('TOKENS', 2000),
    }));
  test('another error of syntax is none of a limit', async () =>
    expect((await server.ask('{')).body.errors![0]!.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' }));
});

describe('items of a list', () => {
  const ids = (n: number) => Array.from({ length: n }, () => 'country:x');
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  test('1,000 in a variable pass', () => passes(query, { ids: ids(1000) }));
  test('1,001 do not, though the document is known by now', async () =>
    expect(await server.refusal(query, { ids: ids(1001) })).toEqual({
      message:
        '$ids holds a list of 1001 items; at most 1000 are allowed (MAX_LIST_ITEMS). Send long lists in several requests',
      limit: limit('LIST_ITEMS', 1000, 1001),
    }));
  test('are counted for each list, however deep it stands', async () => {
    const deep = 'query ($where: CountryFilter) { countries(where: $where) { totalCount } }';
    const where = (n: number) => ({
      where: { OR: [{ NOT: { id: { in: ids(n) } } }, { id: { in: ids(n) } }] },
    });
    await passes(deep, where(1000));
    expect((await server.refusal(deep, where(1001))).message).toMatch(/^\$where holds a list of 1001 items/);
  });
  test('are counted in the document too', async () => {
    const literal = (n: number) => `{ nodes(ids: [${times(n, () => '"country:x"')}]) { id } }`;
    await passes(literal(1000));
    expect(await server.refusal(literal(1001))).toEqual({
      message:
        'The document has a list of 1001 items; at most 1000 are allowed (MAX_LIST_ITEMS). Send long lists in several requests',
      limit: limit('LIST_ITEMS', 1000, 1001),
    });
  });
});

describe('what stands in one another in a variable', () => {
  const query = 'query ($w: CountryFilter) { countries(where: $w) { totalCount } }';
  const ask = async (depth: number) => {
    const where = `${'{"AND":['.repeat(depth / 2)}${']}'.repeat(depth / 2)}`;
    const response = await fetch(`${server.address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": ${JSON.stringify(query)}, "variables": {"w": ${where}}}`,
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  test('100 deep passes', async () =>
    expect(await ask(100)).toMatchObject({ status: 200, data: { countries: { totalCount: 1 } } }));
  test.each([102, 100_000])('%i deep does not', async (depth) =>
    expect(await ask(depth)).toEqual({
      status: 400,
      errors: [
        {
          message: '$w holds lists and objects more than 100 deep in one another; at most 100 are allowed',
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'VARIABLE_DEPTH', allowed: 100 },
        },
      ],
    }),
  );
});

describe('objects by the sizes of pages', () => {
  const query = `query ($outer: Int, $inner: Int) {
    countries(first: $outer) { nodes { statements(first: $inner) { nodes { reports(last: 11) { nodes { id } } } } } } }`;
  const asked = (outer: number, inner: number) => outer * (1 + inner * (1 + 11));

  test('50,000 pass', async () =>
    expect((await passes(query, { outer: 80, inner: 52 })).extensions!.cost).toEqual({
      asked: 50_000,
      actual: 1,
      limit: 50_000,
    }));
  test('more do not, though the document is known by now', async () => {
    expect(await server.refusal(query, { outer: 80, inner: 53 })).toEqual({
      message:
        'The operation asks for up to 50960 objects by the sizes of its pages; at most 50000 are allowed (MAX_OBJECTS). Take smaller pages, above all in lists within lists',
      limit: limit('OBJECTS', 50_000, 50_960),
    });
    await passes(query, { outer: 80, inner: 52 });
  });
  test('where the sizes stand in the document', async () => {
    const literal = (inner: number) =>
      `{ countries(first: 80) { nodes { statements(first: ${inner}) { nodes { reports(last: 11) { nodes { id } } } } } } }`;
    await passes(literal(52));
    expect((await server.refusal(literal(53))).limit).toEqual(limit('OBJECTS', 50_000, 50_960));
  });
  test('20 where no size is given or it is null', async () => {
    expect((await passes(query)).extensions!.cost.asked).toBe(asked(20, 20));
    expect((await passes(query, { outer: null, inner: 3 })).extensions!.cost.asked).toBe(asked(20, 3));
  });
  test('the default of a variable', async () =>
    expect(
      (await passes('query ($n: Int = 7) { countries(first: $n) { nodes { id } } }')).extensions!.cost.asked,
    ).toBe(7));
  test('a size that is none is for the field to refuse', async () => {
    const { body } = await server.ask('{ countries(first: 1000) { nodes { id } } }');
    expect(body.errors![0]!.message).toBe('first: 1000 is out of range; it takes 1 to 100');
    expect((await server.ask(query, { outer: 'many' })).body.errors![0]!.extensions['code']).toBe(
      'BAD_USER_INPUT',
    );
  });
  test('an operation that is not there is for execution to refuse', async () => {
    const response = await fetch(`${server.address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query A { about { name } }', operationName: 'B' }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ message: 'Unknown operation named "B".' }] });
  });
});

describe('the body', () => {
  const padded = (bytes: number) => {
    const body = JSON.stringify({ query: '{ about { name } }', padding: '' });
    return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
  };
  const post = (body: string) =>
    fetch(`${server.address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

  test('of 1 MB passes', async () => expect((await post(padded(1_000_000))).status).toBe(200));
  test('of a byte more does not', async () => {
    const response = await post(padded(1_000_001));
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        errors: [
          {
            message:
              'The body of the request is larger than 1000000 bytes, which is as many as are allowed (MAX_BODY_BYTES); ask for less, or send long lists in several requests',
            extensions: { code: 'LIMIT_EXCEEDED', limit: 'BODY', allowed: 1_000_000 },
          },
        ],
      },
    ]);
  });
  test('of a GET is the address, which ends sooner', async () => {
    const get = (spaces: number) =>
      fetch(
        `${server.address}graphql?query=${encodeURIComponent(`{ about { name } }${' '.repeat(spaces)}`)}`,
        { headers: { 'apollo-require-preflight': 'true' } },
      );
    expect([(await get(4000)).status, (await get(6000)).status]).toEqual([200, 431]);
  });
  test('has one request: a batch is refused', async () =>
    expect((await post('[{"query": "{ about { name } }"}]')).status).toBe(400));
});

test('every limit is as it is set', async () => {
  const strict = await served(store, {
    bodyBytes: 1000,
    tokens: 40,
    depth: 3,
    aliases: 1,
    repeats: 2,
    directives: 0,
    listItems: 1,
    objects: 3,
  });
  const over = async (query: string, variables?: object) => (await strict.refusal(query, variables)).limit;
  expect(await over('{ country(id: "country:x") { country { country { id } } } }')).toEqual(
    limit('DEPTH', 3, 4),
  );
  expect(await over('{ a: about { name } b: about { name } }')).toEqual(limit('ALIASES', 1, 2));
  expect(await over('{ about { name name name } }')).toEqual(limit('REPEATS', 2, 3));
  expect(await over('{ about { name @skip(if: true) } }')).toEqual(limit('DIRECTIVES', 0, 1));
  expect(await over('{ nodes(ids: ["a", "b"]) { id } }')).toEqual(limit('LIST_ITEMS', 1, 2));
  expect(await over('{ about { name } }'.repeat(8))).toEqual(limit('TOKENS', 40));
  expect(await over('{ countries(first: 4) { nodes { id } } }')).toEqual(limit('OBJECTS', 3, 4));
  expect((await strict.ask('{ about { name } }', { padding: 'x'.repeat(1000) })).body.errors).toMatchObject([
    { extensions: { code: 'LIMIT_EXCEEDED', limit: 'BODY', allowed: 1000 } },
  ]);
  await strict.close();
});

onBothEngines('the time of a statement', (engine) => {
  let slow: Store;
  let hasty: Served;
  beforeAll(async () => {
    slow = await engine.open({ timeLimit: 1 });
    await write(
      slow,
      Array.from({ length: 400 }, (_, i) =>
        record('Person', `person:p${i}`, {
          name: `Person ${i}`,
          aliases: [{ text: `P ${i}`, kind: 'SPELLING' }],
        }),
      ),
    );
    hasty = await served(slow);
  });
  afterAll(async () => {
    await hasty.close();
    await slow.close();
  });

  test('is limited, and the answer says to how much', async () => {
    const conditions = times(
      30,
      (i) => `{anyName: {contains: "z${i}"}, statements: {none: {text: {contains: "q"}}}}`,
    );
    const { body } = await hasty.ask(
      `{ people(where: {OR: [${conditions}]}, orderBy: [{mentions: {count: DESC}}]) { totalCount nodes { name } } }`,
    );
    expect(body.errors).toMatchObject([
      {
        message:
          'The statement took longer than 1 ms and was ended; ask for less, or raise STATEMENT_TIMEOUT_MS',
        extensions: { code: 'QUERY_TIMEOUT' },
      },
    ]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '../../src/access/tokens.js';
import { readConfig, type Doors } from '../../src/config.js';
import { hashOf } from '../../src/http/closed/trusted.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { record, write } from '../store/engines.js';
import { served, type Served } from './served.js';

let store: SqliteStore;
beforeAll(async () => {
  store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  await write(store, [record('Person', 'person:a', { name: 'Ann' })]);
});
afterAll(() => store.close());

const opened = (doors: Partial<Doors>, more: object = {}) =>
  served(store, {}, '/nowhere', { doors: { ...readConfig({}).doors, ...doors }, ...more });

const post = (server: Served, body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('Pages of other origins', () => {
  const asked = { query: '{ __typename }' };
  test('are let in nowhere until a setting names them', async () => {
    const server = await opened({});
    const response = await post(server, asked, { origin: 'https://example.org' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    await server.close();
  });

  test('are let in where they are named, and others are not', async () => {
    const server = await opened({ corsOrigins: ['https://example.org'] });
    const from = async (origin: string) =>
      (await post(server, asked, { origin })).headers.get('access-control-allow-origin');
    expect(await from('https://example.org')).toBe('https://example.org');
    expect(await from('https://example.com')).toBeNull();
    const before = await fetch(`${server.address}graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(before.status).toBe(204);
    expect(before.headers.get('access-control-allow-headers')).toContain('authorization');
    await server.close();
  });
});

describe('Without introspection', () => {
  test('the schema is not told, nor are names suggested, and what is asked is answered', async () => {
    const server = await opened({ introspection: false });
    const { body } = await server.ask('{ __schema { types { name } } }');
    expect(body.errors?.[0]?.message).toMatch(/introspection/i);
    const wrong = await server.ask('{ persn(id: "person:a") { nme } }');
    expect(wrong.body.errors?.[0]?.message).toBe('Cannot query field "persn" on type "Query".');
    expect((await server.ask('{ person(id: "person:a") { name } }')).body.data).toEqual({
      person: { name: 'Ann' },
    });
    const stream = await server.stream({ query: '{ __schema { types { name } } persn }' });
    const told = await stream.text();
    expect(told).toMatch(/introspection/i);
    expect(told).not.toContain('Did you mean');
    await server.close();
  });

  test('names are suggested where it is on', async () => {
    const server = await opened({});
    const { body } = await server.ask('{ persn(id: "person:a") { name } }');
    expect(body.errors?.[0]?.message).toMatch(/Did you mean "person"/);
    await server.close();
  });
});

describe('With trusted documents', () => {
  const trusted = 'query Ann { person(id: "person:a") { name } }\n';
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-trusted-'));
  writeFileSync(join(folder, 'ann.graphql'), trusted);
  let server: Served;
  beforeAll(async () => {
    server = await opened({ trustedDocuments: folder });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  test('one of them is answered, by its text and by its hash', async () => {
    const answer = { person: { name: 'Ann' } };
    expect((await server.ask(trusted)).body.data).toEqual(answer);
    const byHash = await post(server, {
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(trusted) } },
    });
    expect(await byHash.json()).toMatchObject({ data: answer });
  });

  test.each([
    ['another text', { query: '{ person(id: "person:a") { id } }' }],
    [
      'another text that is to be kept',
      {
        query: '{ __typename }',
        extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ __typename }') } },
      },
    ],
  ])('%s is refused', async (_what, body) => {
    const response = await post(server, body);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNTRUSTED_DOCUMENT' } }] });
  });

  test('a stream answers no others either', async () => {
    const response = await server.stream({ query: 'subscription { changed { id } }' });
    expect(await response.text()).toContain('UNTRUSTED_DOCUMENT');
  });

  test('a folder with none is refused as a setting', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'rapporteur-none-'));
    await expect(opened({ trustedDocuments: empty })).rejects.toThrow(/holds no .graphql/);
    rmSync(empty, { recursive: true });
  });
});

describe('A rate', () => {
  test('is kept by address, and by token for whoever has one', async () => {
    const server = await opened({ rateLimit: 50 });
    const people = { query: '{ people(first: 30) { nodes { name } } }' };
    expect((await post(server, people)).status).toBe(200);
    const over = await post(server, people);
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await over.json()).toMatchObject({
      errors: [{ message: /ask again in/, extensions: { code: 'RATE_LIMITED', allowed: 50 } }].map((e) => ({
        ...e,
        message: expect.stringMatching(e.message) as string,
      })),
    });
    const token = await createToken(store, { name: 'ana', scopes: ['curate'] });
    const own = { authorization: `Bearer ${token}` };
    expect((await post(server, people, own)).status).toBe(200);
    expect((await post(server, people, own)).status).toBe(429);
    await server.close();
  });

  test('goes by what a proxy says only where it is trusted', async () => {
    const people = { query: '{ people(first: 30) { nodes { name } } }' };
    for (const [trustProxy, second] of [
      [false, 429],
      [true, 200],
    ] as const) {
      const server = await opened({ rateLimit: 50, trustProxy });
      expect((await post(server, people, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
      expect((await post(server, people, { 'x-forwarded-for': '192.0.2.1, 192.0.2.2' })).status).toBe(second);
      await server.close();
    }
  });
});

describe('Every request', () => {
  test('has an id: its own where that is fit for a log, or a new one', async () => {
    const server = await opened({});
    const id = async (given?: string) =>
      (
        await fetch(`${server.address}healthz`, given ? { headers: { 'x-request-id': given } } : {})
      ).headers.get('x-request-id');
    expect(await id('abc-1')).toBe('abc-1');
    expect(await id('a b"}')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await id()).toMatch(/^[0-9a-f-]{36}$/);
    await server.close();
  });

  test('that holds two lengths, or chunks and a length, is refused', async () => {
    const server = await opened({});
    const { hostname, port } = new URL(server.address);
    const raw = (head: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), hostname);
        let said = '';
        socket.on('data', (data) => (said += String(data)));
        socket.on('close', () => resolve(said));
        socket.on('error', () => resolve(said));
        socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${head}`);
      });
    const smuggled = '{"query":"{__typename}"}';
    expect(await raw(`Content-Length: 24\r\nContent-Length: 5\r\n\r\n${smuggled}`)).toMatch(/^HTTP\/1.1 400/);
    expect(
      await raw(`Content-Length: 24\r\nTransfer-Encoding: chunked\r\n\r\n18\r\n${smuggled}\r\n0\r\n\r\n`),
    ).toMatch(/^HTTP\/1.1 400/);
    await server.close();
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'may say %s as a name, an id, a variable or a key, and gets an answer or an error that says why',
    async (name) => {
      const server = await opened({});
      const node = await server.ask('query ($id: ID!) { node(id: $id) { id } }', { id: name });
      expect(node.body.data).toEqual({ node: null });
      const byType = await server.ask('query ($id: ID!) { node(id: $id) { id } }', { id: `${name}:x` });
      expect(byType.body.data).toEqual({ node: null });
      const field = await server.ask(`{ ${name} }`);
      expect(field.status).toBe(400);
      const argument = await server.ask(`{ person(${name}: "x") { id } }`);
      expect(argument.status).toBe(400);
      const filter = await server.ask('query ($w: PersonFilter) { people(where: $w) { totalCount } }', {
        w: JSON.parse(`{"${name}": {"eq": "x"}}`) as object,
      });
      expect(filter.body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      const variable = await post(
        server,
        JSON.parse(
          `{"query": "{ __typename }", "variables": {"${name}": {"a": 1}}, "${name}": {"x": 1}}`,
        ) as object,
      );
      expect(variable.status).toBe(200);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      await server.close();
    },
  );
});

test('/healthz says that the process serves, /readyz that the store answers', async () => {
  const server = await opened({}, { healthy: () => Promise.resolve(false) });
  expect((await fetch(`${server.address}healthz`)).status).toBe(200);
  expect((await fetch(`${server.address}readyz`)).status).toBe(503);
  await server.close();
  const hanging = await opened({}, { healthy: () => new Promise(() => undefined) });
  const ready = await fetch(`${hanging.address}readyz`);
  expect(await ready.json()).toEqual({ status: 'store unavailable' });
  await hanging.close();
});

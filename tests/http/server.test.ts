import 'reflect-metadata';
import { serverAudits } from 'graphql-http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executing } from '../../src/api/execute.js';
import { buildApi } from '../../src/api/schema.js';
import { readConfig } from '../../src/config.js';
import { serve, type Listening } from '../../src/http/server.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import type { Store } from '../../src/store/port.js';
import { record, write } from '../store/engines.js';

let store: Store;
let server: Listening;
const schema = buildApi(catalogue);
const options = {
  schema,
  execute: executing(catalogue, schema, () => store, '0.0.0'),
  host: '127.0.0.1',
  port: 0,
  web: '/nowhere',
  healthy: () => Promise.resolve(true),
  limits: readConfig({}).limits,
};

beforeAll(async () => {
  store = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  await write(store, [
    record('Person', 'person:a', { name: 'Kim' }),
    record('Person', 'person:b', { name: 'KIM', description: 'another' }),
  ]);
  server = await serve(options);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const post = async (body: unknown) => {
  const response = await fetch(`${server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    body: (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: Record<string, unknown> }[];
    },
  };
};
const codeOf = async (query: string, variables?: object) =>
  (await post({ query, variables })).body.errors?.[0]?.extensions['code'];

// Kept on purpose: what never ran is answered with 400, so that proxies and monitors see that it failed.
const kept = ['572B', 'FDE2', '7B9B'];

describe('GraphQL over HTTP', () => {
  test.each(
    serverAudits({ url: () => `${server.address}graphql` }).map((audit) => [audit.name, audit] as const),
  )('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'error' ? result.reason : undefined).toBeUndefined();
    expect(result.status === 'warn').toBe(kept.includes(audit.id));
  });

  test('there are 61 audits', () => expect(serverAudits({ url: 'http://127.0.0.1' })).toHaveLength(61));
});

describe('errors', () => {
  test('name what was typed and carry a code', async () => {
    const { body } = await post({ query: '{ people(first: 1000) { totalCount } }' });
    expect(body.errors![0]).toMatchObject({
      message: 'first: 1000 is out of range; it takes 1 to 100',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
  test('first with last', async () =>
    expect(await codeOf('{ people(first: 1, last: 1) { totalCount } }')).toBe('BAD_USER_INPUT'));
  test('a cursor that is none', async () =>
    expect(await codeOf('{ people(after: "x") { nodes { id } } }')).toBe('BAD_CURSOR'));
  test('a name that several have lists them', async () => {
    const { body } = await post({ query: '{ person(name: "kim") { id } }' });
    expect(body.errors![0]!.extensions).toMatchObject({
      code: 'AMBIGUOUS_NAME',
      candidates: [
        { id: 'person:a', name: 'Kim', description: null },
        { id: 'person:b', name: 'KIM', description: 'another' },
      ],
    });
  });
  test('a day that is none', async () =>
    expect(
      await codeOf('query($d: Date!) { roles(where: {on: $d}) { totalCount } }', { d: '2019-02-30' }),
    ).toBe('BAD_USER_INPUT'));
  test('neither id nor name', async () => expect(await codeOf('{ person { id } }')).toBe('BAD_USER_INPUT'));
  test('an unknown id is null', async () =>
    expect(
      (await post({ query: '{ person(id: "person:nobody") { id } node(id: "!") { id } }' })).body,
    ).toEqual({
      data: { person: null, node: null },
      extensions: { cost: { asked: 2, actual: 0, limit: 50_000 } },
    }));
  test('a body that is no JSON', async () =>
    expect((await post('{')).body.errors![0]!.extensions['code']).toBe('BAD_USER_INPUT'));
  test('a body over 1 MB', async () =>
    expect((await post({ query: `#${'x'.repeat(1_100_000)}\n{ about { name } }` })).status).toBe(413));
  test('nothing of the program reaches a client', async () => {
    const broken = await serve({ ...options, schema, healthy: () => Promise.resolve(false) });
    const whole = store;
    store = { ...store, read: () => Promise.reject(new Error('secret path /x')) } as unknown as Store;
    const { body } = await post({ query: '{ people { nodes { id } } }' });
    store = whole;
    expect(JSON.stringify(body)).not.toMatch(/secret|stack|\.ts/);
    expect(body.errors![0]!.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect((await fetch(`${broken.address}readyz`)).status).toBe(503);
    await broken.close();
  });
});

describe('the server', () => {
  test('says that a port is in use', async () => {
    const port = Number(new URL(server.address).port);
    await expect(serve({ ...options, port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use; stop what listens there or set PORT to another`,
    );
  });
  test('answers /healthz', async () =>
    expect(await (await fetch(`${server.address}healthz`)).json()).toEqual({ status: 'ok' }));
  test('says that the page is not built', async () => {
    const response = await fetch(server.address);
    expect([response.status, await response.text()]).toEqual([
      503,
      'The page is not built yet: npm start builds it. /graphql answers all the same.\n',
    ]);
  });
  test('keeps to its folder', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1', () =>
        socket.write('GET /assets/../../package.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (d) => (text += d)).on('end', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 404/);
  });
});

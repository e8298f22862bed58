import { createClient } from 'graphql-ws';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createToken, revokeToken } from '../../src/access/tokens.js';
import { whoAsks } from '../../src/access/who-asks.js';
import { executing } from '../../src/api/execute.js';
import { subscribing } from '../../src/api/feed.js';
import { readConfig } from '../../src/config.js';
import { serve, type Listening } from '../../src/http/server.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { record, write } from '../store/engines.js';
import { schema } from '../store/answers.js';

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

const topic = (slug: string) =>
  `mutation { write(changes: { upserts: [{ type: "Topic", id: "topic:${slug}", set: { name: "${slug}" } }] }) { id by } }`;

describe('Writing', () => {
  let store: Store;
  let server: Listening;
  let keys: Server;
  let sign: (claims: Record<string, unknown>, issuer?: string) => Promise<string>;
  beforeAll(async () => {
    store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
    keys = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const issuer = 'https://id.example.org';
    sign = (claims, by = issuer) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer(by)
        .setSubject('ben')
        .setExpirationTime('5m')
        .sign(privateKey);
    const jwks = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`;
    server = await serve({
      schema,
      execute: executing(catalogue, schema, store, '0.0.0'),
      host: '127.0.0.1',
      port: 0,
      web: '/nowhere',
      healthy: () => Promise.resolve(true),
      limits: readConfig({}).limits,
      whoAsks: whoAsks(store, { issuer, keys: jwks }),
      subscribe: subscribing(catalogue, schema, store, 20),
    });
  });
  afterAll(async () => {
    await server.close();
    keys.close();
    await store.close();
  });

  const ask = async (query: string, token?: string): Promise<Body> => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const response = await fetch(`${server.address}graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as Body;
  };
  const codeOf = ({ errors }: Body) => errors?.[0]?.extensions['code'];

  test('reading is open, writing needs a token with its scope', async () => {
    expect(await ask('{ topics { totalCount } }')).toMatchObject({ data: { topics: { totalCount: 0 } } });
    expect(codeOf(await ask(topic('a')))).toBe('UNAUTHENTICATED');
    expect(codeOf(await ask(topic('a'), 'rapporteur_none'))).toBe('UNAUTHENTICATED');
    const reader = await createToken(store, { name: 'reader', scopes: ['read-in'] });
    expect(codeOf(await ask(topic('a'), reader))).toBe('FORBIDDEN');
    const ana = await createToken(store, { name: 'ana', scopes: ['curate'] });
    expect(await ask(topic('a'), ana)).toMatchObject({ data: { write: { by: 'ana' } } });
    await revokeToken(store, 'ana');
    expect(codeOf(await ask(topic('b'), ana))).toBe('UNAUTHENTICATED');
    await expect(createToken(store, { name: 'reader', scopes: ['curate'] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('a token of the issuer does the same, one of another does not', async () => {
    expect(await ask(topic('c'), await sign({ scope: 'curate openid' }))).toMatchObject({
      data: { write: { by: 'ben' } },
    });
    expect(codeOf(await ask(topic('d'), await sign({ scope: 'openid' })))).toBe('FORBIDDEN');
    expect(codeOf(await ask(topic('d'), await sign({ scope: 'curate' }, 'https://else.example.org')))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('a text is shown where its licence lets everybody read it, else to who may read in', async () => {
    const article = (slug: string, licence?: string) =>
      record('Article', `article:${slug}`, {
        title: slug,
        language: 'en',
        textHash: slug,
        textLength: 4,
        body: `text of ${slug}`,
        licence,
      });
    await write(store, [
      article('open', 'CC-BY-4.0'),
      article('closed', 'All rights reserved'),
      article('unknown'),
    ]);
    const query = '{ articles { nodes { id body } } }';
    const bodies = async (token?: string) =>
      (
        (await ask(query, token)).data!['articles'] as { nodes: { id: string; body: string | null }[] }
      ).nodes.map((n) => n.body);
    expect(await bodies()).toEqual([null, 'text of open', null]);
    const may = await createToken(store, { name: 'archivist', scopes: ['read-in'] });
    expect(await bodies(may)).toEqual(['text of closed', 'text of open', 'text of unknown']);
    expect(await bodies()).toEqual([null, 'text of open', null]);
  });

  test('who subscribes is told of each change, over WebSocket and over server-sent events', async () => {
    const token = await createToken(store, { name: 'cleo', scopes: ['curate'] });
    const client = createClient({
      url: `${server.address.replace('http', 'ws')}graphql`,
      webSocketImpl: WebSocket,
    });
    const all = client.iterate({ query: 'subscription { changed { action by touched { nodes { id } } } }' });
    const some = client.iterate({
      query: 'subscription { changed(about: "topic:f") { touched { nodes { id } } } }',
    });
    const stream = await fetch(`${server.address}graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { changed { by } }' }),
    });
    const first = [all.next(), some.next()] as const;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await ask(topic('e'), token);
    await ask(topic('f'), token);
    expect((await first[0]).value).toEqual({
      data: { changed: { action: 'write', by: 'cleo', touched: { nodes: [{ id: 'topic:e' }] } } },
    });
    expect((await first[1]).value).toEqual({
      data: { changed: { touched: { nodes: [{ id: 'topic:f' }] } } },
    });
    const events = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('cleo')) text += (await events.read()).value ?? '';
    expect(text).toContain('data: {"data":{"changed":{"by":"cleo"}}}');
    await events.cancel();
    await client.dispose();
  });

  test('over a stream the same limits hold as at /graphql', async () => {
    const client = createClient({
      url: `${server.address.replace('http', 'ws')}graphql`,
      webSocketImpl: WebSocket,
    });
    const query =
      '{ people(first: 100) { nodes { statements(first: 100) { nodes { reports(first: 100) { nodes { id } } } } } } }';
    const over = { extensions: { code: 'LIMIT_EXCEEDED', limit: 'OBJECTS' } };
    expect((await ask(query)).errors).toMatchObject([over]);
    await expect(client.iterate({ query }).next()).rejects.toMatchObject([
      { message: expect.stringMatching(/MAX_OBJECTS/) as string },
    ]);
    const streamed = await fetch(`${server.address}graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    expect(await streamed.text()).toMatch(/MAX_OBJECTS/);
    await client.dispose();
  });
});

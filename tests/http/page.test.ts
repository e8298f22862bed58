import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from '../../src/http/page.js';

const home = mkdtempSync(join(tmpdir(), 'rapporteur-page-'));
// npx installs below ~/.npm: a dot on the way to the page must not hide it.
const built = join(home, '.npm', 'web');
const servers: Server[] = [];
let port: number;

beforeAll(async () => {
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<title>Rapporteur</title>');
  writeFileSync(join(built, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(built, 'secret.txt'), 'secret');
  port = await serve(built);
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(home, { recursive: true });
});

async function serve(folder: string): Promise<number> {
  const server = createServer(express().use(page(folder)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

// Not fetch, which tidies a path such as /assets/../ before it sends it.
async function get(path: string, from = port) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port: from, path, agent: false }, resolve).on('error', reject).end();
  });
  const text = Buffer.concat(await response.toArray()).toString();
  return { status: response.statusCode, headers: response.headers, text };
}

describe('the page', () => {
  test('is asked for anew each time', async () => {
    const { status, headers, text } = await get('/');
    expect([status, headers['content-type'], text]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<title>Rapporteur</title>',
    ]);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('has assets that are kept for ever', async () => {
    const { status, headers } = await get('/assets/index-abc.js');
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/', '/assets/index-abc.js', '/assets/none.js'])(
    '%s speaks to this server alone',
    async (path) => {
      const { headers } = await get(path);
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toEqual(
        expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]),
      );
      expect(policy.join()).not.toMatch(/https?:|\*|unsafe-eval|script-src[^,]*unsafe/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  test('knows no other asset, and does not have its absence kept', async () => {
    const { status, headers, text } = await get('/assets/none.js');
    expect([status, text]).toEqual([
      404,
      'There is nothing at /assets/none.js; the page is at /, the playground at /playground, GraphQL at /graphql\n',
    ]);
    expect(headers['cache-control']).toBeUndefined();
  });

  test.each([
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..%5csecret.txt',
    '/assets/%00',
    '/assets/%',
  ])('gives nothing from outside its assets: %s', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(404);
    expect(text).toMatch(/^There is nothing at /);
  });
});

test.each(['/search?q=x', '/person/ann-linde', '/meeting/a/b', '/article/%D0%BA%D0%B8%D0%BC'])(
  'a view has an address of its own: %s',
  async (path) => {
    const { status, text } = await get(path);
    expect([status, text]).toEqual([200, '<title>Rapporteur</title>']);
  },
);

test.each(['/nothing/here', '/person', '/persons/x'])('what is no view is not there: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('a page that is not built says how to build it, and appears once it is', async () => {
  const folder = join(home, 'later');
  const later = await serve(folder);
  const { status, headers, text } = await get('/', later);
  expect([status, headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
  expect(text).toBe('The page is not built yet: npm start builds it. /graphql answers all the same.\n');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'built');
  expect((await get('/', later)).text).toBe('built');
});

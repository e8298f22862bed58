import { expect, test } from 'vitest';
import { whileServed } from './served.js';

// The checks of graphql-cop (github.com/dolevf/graphql-cop), as they find a server open to them.
const here = whileServed();

const times = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join(' ');
const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${here.server.address}graphql?query=${encodeURIComponent(query)}`, { headers });

test('alias overloading: 101 aliases are refused', async () => {
  expect((await here.server.ask(`{ ${times(101, (i) => `a${i}: __typename`)} }`)).status).toBe(400);
});

test('array-based batching: ten queries in one request are refused', async () => {
  const response = await fetch(`${here.server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain('"__typename"');
});

test('directive overloading: ten at one place are refused', async () => {
  const { status } = await here.server.ask(`{ __typename ${times(10, () => '@include(if: true)')} }`);
  expect(status).toBe(400);
});

test('circular introspection is refused', async () => {
  const circle = `{ __schema { types { ${'fields { type { '.repeat(10)} name ${'} }'.repeat(10)} } } }`;
  expect((await here.server.ask(circle)).status).toBe(400);
});

test('field duplication: 500 times the same is refused', async () => {
  expect((await here.server.ask(`{ ${times(500, () => '__typename')} }`)).status).toBe(400);
});

test('mutations by GET are refused', async () => {
  const response = await get('mutation { undo(change: "x") { id } }', { 'apollo-require-preflight': '1' });
  expect(response.status).toBe(405);
});

test('queries by a GET that any page could send are refused', async () => {
  expect((await get('{ __typename }')).status).toBe(400);
});

test('queries by a POST that any page could send, as a form, are refused', async () => {
  const response = await fetch(`${here.server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'query=%7B__typename%7D',
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});

test('no trace comes with an answer', async () => {
  const { body } = await here.server.ask('{ __typename }');
  expect(body.extensions ?? {}).not.toHaveProperty('tracing');
});

test('/graphql shows browsers no console of its own', async () => {
  const response = await fetch(`${here.server.address}graphql`, { headers: { accept: 'text/html' } });
  expect(await response.text()).not.toMatch(/graphiql|playground|sandbox/i);
});

test('errors tell nothing of the program', async () => {
  for (const query of ['query { ', 'qwerty', '{ person(id: 3, name: "x"', '{ a'])
    expect(JSON.stringify((await here.server.ask(query)).body)).not.toMatch(/stack|node_modules|\.ts:|\.js:/);
});

test('introspection is on, by choice: the schema is public', async () => {
  expect((await here.server.ask('{ __schema { queryType { name } } }')).status).toBe(200);
});

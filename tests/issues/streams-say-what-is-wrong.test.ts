import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { served, type Served } from '../http/served.js';

let store: SqliteStore;
let server: Served;
beforeAll(async () => {
  store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  server = await served(store);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

// What a client had typed wrong came over a stream as a fault of the server.
test.each([
  ['{ persn { id } }', 'GRAPHQL_VALIDATION_FAILED', 'persn'],
  ['subscription { changed { idd } }', 'GRAPHQL_VALIDATION_FAILED', 'idd'],
  ['{ people(', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
])('%s over a stream is an error of %s that names it', async (query, code, named) => {
  const response = await fetch(`${server.address}graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
  });
  const told = await response.text();
  expect(told).toContain(code);
  expect(told).toContain(named);
  expect(told).not.toContain('Something went wrong');
});

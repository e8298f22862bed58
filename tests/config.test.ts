import { expect, test } from 'vitest';
import { readConfig } from '../src/config.js';

test('without any setting the embedded store serves on loopback', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    dataDir: './data',
    seeds: 'all',
    statementTimeout: 10_000,
    limits: {
      bodyBytes: 1_000_000,
      tokens: 2000,
      depth: 15,
      aliases: 50,
      repeats: 50,
      directives: 5,
      listItems: 1000,
      objects: 50_000,
      subscriptions: 1000,
    },
    explain: false,
    doors: { introspection: true, corsOrigins: [], trustProxy: false },
    metrics: false,
    log: false,
    slowMs: 1000,
  });
});

test('an address of Neo4j chooses it', () => {
  expect(
    readConfig({
      NEO4J_URI: 'bolt://127.0.0.1:7687',
      NEO4J_USERNAME: 'neo4j',
      NEO4J_PASSWORD: 'x',
      SEEDS: 'countries,stockholm',
    }),
  ).toMatchObject({
    seeds: ['countries', 'stockholm'],
    neo4j: { uri: 'bolt://127.0.0.1:7687', username: 'neo4j', password: 'x', database: 'neo4j' },
  });
});

test('every limit is a setting', () => {
  const env = {
    MAX_BODY_BYTES: '2000',
    MAX_TOKENS: '11',
    MAX_DEPTH: '12',
    MAX_ALIASES: '13',
    MAX_REPEATS: '14',
    MAX_DIRECTIVES: '15',
    MAX_LIST_ITEMS: '16',
    MAX_OBJECTS: '17',
    MAX_SUBSCRIPTIONS: '19',
    STATEMENT_TIMEOUT_MS: '18',
  };
  expect(readConfig(env)).toMatchObject({
    limits: {
      bodyBytes: 2000,
      tokens: 11,
      depth: 12,
      aliases: 13,
      repeats: 14,
      directives: 15,
      listItems: 16,
      objects: 17,
      subscriptions: 19,
    },
    statementTimeout: 18,
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT=http cannot be: it takes a whole number from 0 to 65535'],
  [{ PORT: '70000' }, 'PORT=70000 cannot be: it takes a whole number from 0 to 65535'],
  [
    { SEEDS: 'a, b' },
    'SEEDS=a, b cannot be: it takes all, none, or names with commas, as in countries,stockholm',
  ],
  [
    { NEO4J_URI: 'localhost:7687' },
    'NEO4J_URI=localhost:7687 cannot be: it takes an address such as bolt://127.0.0.1:7687 or neo4j://host:7687',
  ],
  [
    { STATEMENT_TIMEOUT_MS: '0' },
    'STATEMENT_TIMEOUT_MS=0 cannot be: it takes a whole number from 1 to 3600000',
  ],
  [{ MAX_DEPTH: 'deep' }, 'MAX_DEPTH=deep cannot be: it takes a whole number from 1 to 100'],
  [{ MAX_OBJECTS: '0' }, 'MAX_OBJECTS=0 cannot be: it takes a whole number from 1 to 1000000000'],
  [{ EXPLAIN: 'yes' }, 'EXPLAIN=yes cannot be: it takes off or on'],
  [{ NEO4J_URL: 'bolt://x' }, 'NEO4J_URL is no setting; did you mean NEO4J_URI?'],
  [{ NEO4J_USER: 'neo4j' }, 'NEO4J_USER is no setting; did you mean NEO4J_USERNAME?'],
])('%o is refused by name', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

import {
  context,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Context,
  type ContextManager,
  type Span,
  type SpanOptions,
  type TracerProvider,
} from '@opentelemetry/api';
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { executing } from '../../src/api/execute.js';
import { heard } from '../../src/http/watch/heard.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { watched } from '../../src/store/watched.js';
import { schema } from '../store/answers.js';
import { served, type Served } from './served.js';

interface Ended {
  readonly name: string;
  readonly attributes: Record<string, unknown>;
  readonly failed: boolean;
}

const ended: Ended[] = [];
/** The operation that a statement's span lies below. */
const above = new Map<Ended, Span>();
const operations: Span[] = [];

/** What an SDK of OpenTelemetry is to the API, as far as it is asked here. */
const provider = {
  getTracer: () => ({
    startSpan(first: string, _options: SpanOptions, below: Context) {
      const attributes: Record<string, unknown> = {};
      let [name, failed] = [first, false];
      const span = {
        isRecording: () => true,
        updateName: (to: string) => (name = to),
        setAttributes: (more: object) => Object.assign(attributes, more),
        setStatus: ({ code }: { code: SpanStatusCode }) => (failed = code === SpanStatusCode.ERROR),
        end() {
          const what = { name, attributes, failed };
          ended.push(what);
          const parent = trace.getSpan(below);
          if (parent) above.set(what, parent);
        },
      } as unknown as Span;
      if (!trace.getSpan(below)) operations.push(span);
      return span;
    },
  }),
} as unknown as TracerProvider;

const where = new AsyncLocalStorage<Context>();
const manager = {
  active: () => where.getStore() ?? ROOT_CONTEXT,
  with: (here: Context, work: () => unknown) => where.run(here, work),
  disable: () => manager,
} as unknown as ContextManager;

let store: SqliteStore;
let server: Served;
beforeAll(async () => {
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(manager);
  store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  const execute = executing(catalogue, schema, watched(store, heard(undefined, undefined, 1000)), '0.0.0');
  server = await served(store, {}, undefined, { execute });
});
afterAll(async () => {
  await server.close();
  await store.close();
  trace.disable();
  context.disable();
});

test('where OpenTelemetry is registered each operation is a span, without its values', async () => {
  expect(trace.getSpan(ROOT_CONTEXT)).toBeUndefined();
  await server.ask('query Mine($n: String!) { person(name: $n) { id } }', { n: 'a secret' });
  await server.ask('{ nobody }');
  const [statement, ...others] = ended;
  expect(statement).toEqual({
    name: 'lookup',
    attributes: {
      'db.system.name': 'sqlite',
      'db.query.summary': 'lookup',
      'db.query.text': expect.stringContaining('SELECT') as string,
    },
    failed: false,
  });
  expect(above.get(statement!)).toBe(operations[0]);
  expect(JSON.stringify(ended)).not.toContain('a secret');
  expect(others).toEqual([
    {
      name: 'query Mine',
      attributes: {
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Mine',
        'rapporteur.cost.asked': 1,
        'rapporteur.cost.actual': 0,
      },
      failed: false,
    },
    { name: 'graphql', attributes: { 'error.type': 'GRAPHQL_VALIDATION_FAILED' }, failed: true },
  ]);
});

test('what is asked over a stream is traced like all else', async () => {
  ended.length = operations.length = 0;
  above.clear();
  const response = await server.stream({ query: 'query Mine { people(first: 1) { nodes { id } } }' });
  await response.text();
  expect(ended.map(({ name }) => name)).toEqual(['page', 'query Mine']);
  expect(above.get(ended[0]!)).toBe(operations[0]);
});

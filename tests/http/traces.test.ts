import { ROOT_CONTEXT, SpanStatusCode, trace, type Span, type TracerProvider } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { served, type Served } from './served.js';

interface Ended {
  readonly name: string;
  readonly attributes: Record<string, unknown>;
  readonly failed: boolean;
}

const ended: Ended[] = [];

/** What an SDK of OpenTelemetry is to the API, as far as it is asked here. */
const provider = {
  getTracer: () => ({
    startSpan(first: string) {
      const attributes: Record<string, unknown> = {};
      let [name, failed] = [first, false];
      return {
        isRecording: () => true,
        updateName: (to: string) => (name = to),
        setAttributes: (more: object) => Object.assign(attributes, more),
        setStatus: ({ code }: { code: SpanStatusCode }) => (failed = code === SpanStatusCode.ERROR),
        end: () => ended.push({ name, attributes, failed }),
      } as unknown as Span;
    },
  }),
} as unknown as TracerProvider;

let store: SqliteStore;
let server: Served;
beforeAll(async () => {
  trace.setGlobalTracerProvider(provider);
  store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
  server = await served(store);
});
afterAll(async () => {
  await server.close();
  await store.close();
  trace.disable();
});

test('where OpenTelemetry is registered each operation is a span, without its values', async () => {
  expect(trace.getSpan(ROOT_CONTEXT)).toBeUndefined();
  await server.ask('query Mine($n: String!) { person(name: $n) { id } }', { n: 'a secret' });
  await server.ask('{ nobody }');
  expect(ended).toEqual([
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

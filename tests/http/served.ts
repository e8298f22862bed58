import { whoAsks } from '../../src/access/who-asks.js';
import { executing } from '../../src/api/execute.js';
import { subscribing } from '../../src/api/feed.js';
import { readConfig, type Limits } from '../../src/config.js';
import { serve, type Listening, type ServerOptions } from '../../src/http/server.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import type { Store } from '../../src/store/port.js';
import { afterAll, beforeAll } from 'vitest';
import { schema } from '../store/answers.js';

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
    readonly extensions?: { cost: { asked: number; actual: number; limit: number } };
  };
}

export interface Served extends Listening {
  ask(query: string, variables?: object): Promise<Answer>;
  /** Asks over server-sent events. */
  stream(
    body: object,
    more?: { readonly headers?: object; readonly signal?: AbortSignal },
  ): Promise<Response>;
  /** What the query is refused with before anything ran; fails where it is answered. */
  refusal(query: string, variables?: object): Promise<{ message: string; limit: unknown }>;
}

/** Serves a store as `start` does, with the usual limits but for those given; the page where its folder is said. */
export async function served(
  store: Store,
  limits: Partial<Limits> = {},
  web = '/nowhere',
  more: Partial<ServerOptions> = {},
): Promise<Served> {
  const server = await serve({
    schema,
    execute: executing(catalogue, schema, store, '0.0.0'),
    host: '127.0.0.1',
    port: 0,
    web,
    whoAsks: whoAsks(store),
    subscribe: subscribing(catalogue, schema, store),
    healthy: () => Promise.resolve(true),
    limits: { ...readConfig({}).limits, ...limits },
    ...more,
  });
  const ask = async (query: string, variables?: object): Promise<Answer> => {
    const response = await fetch(`${server.address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  return {
    ...server,
    ask,
    stream: (body, { headers, signal = null } = {}) =>
      fetch(`${server.address}graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
        body: JSON.stringify(body),
        signal,
      }),
    async refusal(query, variables) {
      const { status, body } = await ask(query, variables);
      const [error, ...more] = body.errors ?? [];
      if (status !== 400 || !error || more.length || 'data' in body)
        throw new Error(`not refused for one reason: ${status} ${JSON.stringify(body)}`);
      const { code, ...limit } = error.extensions;
      if (code !== 'LIMIT_EXCEEDED') throw new Error(`${String(code)}: ${error.message}`);
      return { message: error.message, limit };
    },
  };
}

/** An embedded store and a server on it, throughout the tests of a file. */
export function whileServed(): { readonly store: SqliteStore; readonly server: Served } {
  const here = {} as { store: SqliteStore; server: Served };
  beforeAll(async () => {
    here.store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    here.server = await served(here.store);
  });
  afterAll(async () => {
    await here.server.close();
    await here.store.close();
  });
  return here;
}

import { createHandler } from 'graphql-sse/lib/use/express';
import type { RequestHandler, Response } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../../api/explain.js';
import type { Streamed } from './streamed.js';

export interface ServerSentEvents {
  readonly handler: RequestHandler;
  /** Ends all that are open. */
  close(): void;
}

/** GraphQL over server-sent events at /graphql/stream, each request a connection of its own. */
export function serverSentEvents(
  { schema, prepare, execute, subscribe, shown }: Streamed,
  contextFor: (request: IncomingMessage, response: ServerResponse) => Context,
): ServerSentEvents {
  const handler = createHandler({
    schema,
    // By itself it would keep a stream for everybody who reserves one, whether they come for it or not.
    authenticate: () => null,
    onSubscribe: async ({ raw }, { query, operationName, variables }) => {
      const context = contextFor(raw, raw.res!);
      const asked = await prepare({ query: query as string, operationName, variables }, raw.headers, context);
      // With data, or graphql-sse takes it for something to carry out.
      return 'errors' in asked ? { data: null, ...asked } : asked;
    },
    execute: execute as never,
    subscribe: subscribe as never,
    onNext: (_context, _request, result) => shown(result as never) as never,
  });
  const open = new Set<Response>();
  return {
    handler(request, response, next) {
      open.add(response);
      response.once('close', () => open.delete(response));
      void handler(request as never, response as never).catch(next);
    },
    close: () => open.forEach((response) => response.end()),
  };
}

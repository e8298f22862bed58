import { createHandler } from 'graphql-sse/lib/use/express';
import type { RequestHandler, Response } from 'express';
import { contextOf } from './context.js';
import { streamed, type Streaming } from './streamed.js';

export interface Streams {
  readonly handler: RequestHandler;
  /** Ends all that are open. */
  close(): void;
}

/** GraphQL over server-sent events at /graphql/stream, each request a connection of its own. */
export function streams(streaming: Streaming): Streams {
  const { schema, whoAsks } = streaming;
  const { documentOf, execute, subscribe, shown } = streamed(streaming);
  const handler = createHandler({
    schema,
    onSubscribe: (request, { query, operationName, variables }) => {
      const document = documentOf({ query: query as string, operationName, variables });
      // With data, or graphql-sse takes it for something to carry out.
      if (!('kind' in document)) return { data: null, errors: document };
      const { authorization } = request.raw.headers;
      return {
        schema,
        document,
        operationName,
        variableValues: variables as never,
        contextValue: contextOf(whoAsks, authorization),
      };
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

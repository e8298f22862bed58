import { useServer } from 'graphql-ws/use/ws';
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { contextOf } from './context.js';
import { streamed, type Streaming } from './streamed.js';

/** GraphQL over WebSocket (the protocol graphql-transport-ws) at /graphql: subscriptions, and all else too. */
export function webSockets(server: Server, streaming: Streaming): { close(): Promise<void> } {
  const { schema, whoAsks, limits } = streaming;
  const { documentOf, execute, subscribe, shown } = streamed(streaming);
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: limits.bodyBytes });
  const { dispose } = useServer(
    {
      schema,
      context: ({ connectionParams, extra }) => {
        const said = connectionParams?.['authorization'] ?? extra.request.headers.authorization;
        return contextOf(whoAsks, typeof said === 'string' ? said : undefined) as never;
      },
      onSubscribe: (_context, _id, { query, operationName, variables }) => {
        const document = documentOf({ query, operationName, variables });
        if (!('kind' in document)) return document;
        return {
          schema,
          document,
          operationName: operationName ?? null,
          variableValues: variables ?? null,
        };
      },
      execute: execute as never,
      subscribe: subscribe as never,
      onNext: (_context, _id, _payload, _args, result) => shown(result),
    },
    sockets,
  );
  return {
    async close() {
      await dispose();
    },
  };
}

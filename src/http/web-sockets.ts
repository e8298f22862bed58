import type { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Context } from '../api/explain.js';
import type { Streamed } from './streamed.js';

/** GraphQL over WebSocket (the protocol graphql-transport-ws) at /graphql: subscriptions, and all else too. */
export function webSockets(
  server: Server,
  { schema, bodyBytes, documentOf, execute, subscribe, shown }: Streamed,
  contextFor: (request: IncomingMessage, authorization?: string) => Context,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: bodyBytes });
  const { dispose } = useServer(
    {
      schema,
      onSubscribe: async ({ connectionParams, extra }, _id, { query, operationName, variables }) => {
        const said = connectionParams?.['authorization'];
        const context = contextFor(extra.request, typeof said === 'string' ? said : undefined);
        const document = await documentOf({ query, operationName, variables }, context);
        if (!('kind' in document)) return document;
        return {
          schema,
          document,
          operationName: operationName ?? null,
          variableValues: variables ?? null,
          contextValue: context,
        };
      },
      execute: execute as never,
      subscribe: subscribe as never,
      onNext: (_context, _id, _payload, _args, result) => shown(result),
      onError: (_context, _id, _payload, errors) => shown({ errors }).errors as GraphQLError[],
    },
    sockets,
  );
  return {
    async close() {
      await dispose();
    },
  };
}

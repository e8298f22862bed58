import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WhoAsks } from '../access/who-asks.js';
import type { Execute } from '../api/execute.js';
import type { Subscribe } from '../api/feed.js';
import type { Limits } from '../config.js';
import { contextOf } from './context.js';
import { documentLimits } from './limits/document.js';
import { shownErrors } from './stream-errors.js';

interface Options {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly subscribe: Subscribe;
  readonly whoAsks: WhoAsks;
  readonly limits: Limits;
}

/** GraphQL over WebSocket (the protocol graphql-transport-ws) at /graphql: subscriptions, and all else too. */
export function webSockets(
  server: Server,
  { schema, execute, subscribe, whoAsks, limits }: Options,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: limits.bodyBytes });
  const { dispose } = useServer(
    {
      schema,
      context: ({ connectionParams, extra }) => {
        const said = connectionParams?.['authorization'] ?? extra.request.headers.authorization;
        return contextOf(whoAsks, typeof said === 'string' ? said : undefined) as never;
      },
      onSubscribe: (_context, _id, { query, operationName, variables }) => {
        try {
          const document = parse(query, { maxTokens: limits.tokens });
          const errors = validate(schema, document, [...specifiedRules, documentLimits(limits)]);
          return errors.length
            ? errors
            : { schema, document, operationName: operationName ?? null, variableValues: variables ?? null };
        } catch (error) {
          return [error as never];
        }
      },
      execute: async ({ document, operationName, variableValues, contextValue }) =>
        plain(
          await execute({
            document,
            operationName,
            variables: variableValues ?? {},
            context: contextValue as never,
          }),
        ) as never,
      subscribe: ({ document, operationName, variableValues }) =>
        subscribe({ document, operationName, variables: variableValues ?? {} }) as never,
      onNext: (_context, _id, _payload, _args, result) => shownErrors(result),
    },
    sockets,
  );
  return {
    async close() {
      await dispose();
    },
  };
}

/** An answer as an object: what is sent over a stream is written as JSON once more. */
export const plain = ({ data, ...rest }: Awaited<ReturnType<Execute>>) => ({
  ...rest,
  ...(data === undefined ? {} : { data: data ? data.toJSON() : data }),
});

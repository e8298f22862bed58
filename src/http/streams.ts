import { parse, specifiedRules, validate, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { RequestHandler } from 'express';
import type { WhoAsks } from '../access/who-asks.js';
import type { Execute } from '../api/execute.js';
import type { Subscribe } from '../api/feed.js';
import type { Limits } from '../config.js';
import { contextOf } from './context.js';
import { documentLimits } from './limits/document.js';
import { shownErrors } from './stream-errors.js';
import { plain } from './web-sockets.js';

/** GraphQL over server-sent events at /graphql/stream, each request a connection of its own. */
export function streams(
  schema: GraphQLSchema,
  execute: Execute,
  subscribe: Subscribe,
  whoAsks: WhoAsks,
  limits: Limits,
): RequestHandler {
  const handler = createHandler({
    schema,
    onSubscribe: (request, { query, operationName, variables }) => {
      const document = parse(query as string, { maxTokens: limits.tokens });
      const errors = validate(schema, document, [...specifiedRules, documentLimits(limits)]);
      if (errors.length) return { errors };
      const { authorization } = request.raw.headers;
      return {
        schema,
        document,
        operationName,
        variableValues: variables as never,
        contextValue: contextOf(whoAsks, authorization),
      };
    },
    execute: async ({ document, operationName, variableValues, contextValue }: ExecutionArgs) =>
      plain(
        await execute({
          document,
          operationName,
          variables: variableValues ?? {},
          context: contextValue as never,
        }),
      ) as never,
    subscribe: ({ document, operationName, variableValues }: ExecutionArgs) =>
      subscribe({ document, operationName, variables: variableValues ?? {} }) as never,
    onNext: (_context, _request, result) => shownErrors(result as never) as never,
  });
  return (request, response, next) => void handler(request as never, response as never).catch(next);
}

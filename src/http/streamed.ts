import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { WhoAsks } from '../access/who-asks.js';
import type { Execute } from '../api/execute.js';
import type { Subscribe } from '../api/feed.js';
import type { Limits } from '../config.js';
import { formatError } from './errors.js';
import { documentLimits } from './limits/document.js';
import { operationLimits } from './limits/operation.js';

/** What is served over a stream. */
export interface Streaming {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly subscribe: Subscribe;
  readonly whoAsks: WhoAsks;
  readonly limits: Limits;
}

/** A request as both protocols give it. */
interface Requested {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

type Args = Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues' | 'contextValue'>;

/** How operations are carried out over a stream, whichever protocol it speaks: the same limits, answers and errors as at /graphql. */
export function streamed({ schema, execute, subscribe, limits }: Streaming) {
  const within = operationLimits(limits);
  return {
    /** The document of a request, or what is wrong with it. */
    documentOf({ query, operationName, variables }: Requested): DocumentNode | readonly GraphQLError[] {
      try {
        const document = parse(query, { maxTokens: limits.tokens });
        const errors = validate(schema, document, [...specifiedRules, documentLimits(limits)]);
        if (errors.length) return errors;
        within(schema, document, getOperationAST(document, operationName), variables ?? {});
        return document;
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },
    /** What is sent over a stream is written as JSON once more, so it is an object here. */
    async execute({ document, operationName, variableValues, contextValue }: Args): Promise<ExecutionResult> {
      const variables = variableValues ?? {};
      const context = contextValue as never;
      const { data, ...rest } = await execute({ document, operationName, variables, context });
      return { ...rest, ...(data === undefined ? {} : { data: data && (data.toJSON() as never) }) };
    },
    subscribe: ({ document, operationName, variableValues }: Args) =>
      subscribe({ document, operationName, variables: variableValues ?? {} }),
    /** A result with its errors as clients see them: with codes, and nothing of the store or the program. */
    shown(result: ExecutionResult): ExecutionResult {
      if (!result.errors) return result;
      const errors = result.errors.map((e) => formatError(e.toJSON?.() ?? e, e) as GraphQLError);
      return { ...result, errors };
    },
  };
}

import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Execute } from '../api/execute.js';
import type { Context } from '../api/explain.js';
import type { Limits } from '../config.js';
import type { Spend } from './closed/rates.js';
import { hashOf, untrusted, type Trusted } from './closed/trusted.js';
import { formatError } from './errors.js';
import { documentLimits } from './limits/document.js';
import { operationLimits } from './limits/operation.js';
import type { Subscriptions } from './subscriptions.js';

/** What is served over a stream. */
export interface Streaming {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly subscriptions: Subscriptions;
  readonly limits: Limits;
  /** The documents that may be asked; all where it is left out. */
  readonly trusted?: Trusted | undefined;
  readonly introspection: boolean;
  /** What is asked counts with whoever asks; a subscription as what one change of it asks for. */
  readonly spend?: Spend | undefined;
}

export type Streamed = ReturnType<typeof streamed>;

/** A request as both protocols give it. */
interface Requested {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

type Args = Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues' | 'contextValue'>;

/** How operations are carried out over a stream, whichever protocol it speaks: the same limits, answers and errors as at /graphql. */
export function streamed({
  schema,
  execute,
  subscriptions,
  limits,
  trusted,
  introspection,
  spend,
}: Streaming) {
  const within = operationLimits(limits);
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return {
    schema,
    bodyBytes: limits.bodyBytes,
    /** The document of a request, or what is wrong with it. */
    async documentOf(
      { query, operationName, variables }: Requested,
      context: Context,
    ): Promise<DocumentNode | readonly GraphQLError[]> {
      if (trusted && !trusted.has(hashOf(query))) return [untrusted()];
      try {
        const document = parse(query, { maxTokens: limits.tokens });
        const errors = validate(schema, document, [...rules, documentLimits(limits)], {
          hideSuggestions: !introspection,
        });
        if (errors.length) return errors.map((e) => coded(e, 'GRAPHQL_VALIDATION_FAILED'));
        const most = within(schema, document, getOperationAST(document, operationName), variables ?? {});
        await spend?.(context, most ?? 0);
        return document;
      } catch (error) {
        if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
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
      subscriptions.begin({ document, operationName, variables: variableValues ?? {} }),
    /** A result with its errors as clients see them: with codes, and nothing of the store or the program. */
    shown(result: ExecutionResult): ExecutionResult {
      if (!result.errors) return result;
      const errors = result.errors.map((e) => formatError(e.toJSON?.() ?? e, e) as GraphQLError);
      return { ...result, errors };
    },
  };
}

/** An error with the code that Apollo gives such a one, where it has none of its own: without one it would pass for a fault of the server. */
function coded(error: GraphQLError, code: string): GraphQLError {
  if (error.originalError ?? error.extensions['code']) return error;
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

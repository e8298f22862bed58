import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Execute } from '../../api/execute.js';
import type { OperationCost } from '../limits/cost.js';
import { formatError, thrown } from '../errors.js';
import { preparing, type Prepared, type Preparing } from './prepare.js';
import type { Subscriptions } from './subscriptions.js';

/** What is served over a stream. */
export interface Streaming extends Preparing {
  readonly execute: Execute;
  readonly subscriptions: Subscriptions;
}

export type Streamed = ReturnType<typeof streamed>;

/** How operations are carried out over a stream, whichever protocol it speaks: the same limits, answers and errors as at /graphql. */
export function streamed({ execute, subscriptions, ...before }: Streaming) {
  const { bodyBytes, objects } = before.limits;
  return {
    schema: before.schema,
    bodyBytes,
    prepare: preparing(before),
    /** What is sent over a stream is written as JSON once more, so it is an object here. */
    async execute({
      document,
      operationName,
      variableValues,
      contextValue: { context, asked, ended },
    }: Prepared): Promise<ExecutionResult> {
      const { data, errors, extensions } = await execute({
        document,
        operationName,
        variables: variableValues,
        context,
      });
      const cost: OperationCost | undefined = data
        ? { asked, actual: data.records, limit: objects }
        : undefined;
      ended({ errors: errors ?? [], cost });
      return {
        ...(errors && { errors }),
        ...(data === undefined ? {} : { data: data && (data.toJSON() as never) }),
        ...((extensions ?? cost) && { extensions: { ...extensions, ...(cost && { cost }) } }),
      };
    },
    subscribe({ document, operationName, variableValues, contextValue: { ended } }: Prepared) {
      const feed = subscriptions.begin({ document, operationName, variables: variableValues }, (error) =>
        ended(error === undefined ? {} : { errors: [thrown(error)] }),
      );
      if ('errors' in feed) ended(feed);
      return feed;
    },
    /** A result with its errors as clients see them: with codes, and nothing of the store or the program. */
    shown(result: ExecutionResult): ExecutionResult {
      if (!result.errors) return result;
      const errors = result.errors.map((e) => formatError(e.toJSON?.() ?? e, e) as GraphQLError);
      return { ...result, errors };
    },
  };
}

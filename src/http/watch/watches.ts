import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { Context } from '../../api/explain.js';
import type { OperationCost } from '../limits/cost.js';
import type { Outcome, Watch } from './watch.js';

/** Has every operation that comes by Apollo looked on. */
export function watches(watch: Watch): ApolloServerPlugin<Context> {
  return {
    requestDidStart({ request, contextValue }) {
      const watching = watch({ headers: request.http?.headers ?? new Map(), context: contextValue });
      if (!watching) return Promise.resolve();
      let known = true;
      return Promise.resolve({
        // Apollo parses what it has not kept.
        parsingDidStart: () => Promise.resolve(void (known = false)),
        didResolveOperation: () => Promise.resolve(watching.resolved?.(known)),
        willSendResponse: (response) => Promise.resolve(watching.ended(outcome(response))),
      });
    },
  };
}

function outcome({
  response: { body },
  operation,
  operationName,
}: GraphQLRequestContextWillSendResponse<Context>): Outcome {
  const result = body.kind === 'single' ? body.singleResult : undefined;
  const code = result?.errors?.[0]?.extensions?.['code'];
  return {
    kind: operation?.operation,
    name: operationName ?? undefined,
    failed: Boolean(result?.errors?.length),
    code: code === undefined ? undefined : String(code),
    cost: result?.extensions?.['cost'] as OperationCost | undefined,
  };
}

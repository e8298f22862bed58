import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../api/explain.js';
import { Text } from '../../api/answer/text.js';
import type { Limits } from '../../config.js';
import type { Spend } from '../closed/rates.js';
import { operationLimits } from './operation.js';

/**
 * The limits that depend on variables, and `extensions.cost` in every answer. They are looked at for each request:
 * Apollo keeps documents that were valid once, and asks no rule of validation again.
 */
export function cost(limits: Limits, spend?: Spend): ApolloServerPlugin<Context> {
  const { objects } = limits;
  const within = operationLimits(limits);
  return {
    requestDidStart() {
      let asked: number | undefined;
      return Promise.resolve({
        async didResolveOperation({ document, operation, request, schema, contextValue }) {
          const most = within(schema, document, operation, request.variables ?? {});
          asked = most;
          await spend?.(contextValue, most ?? 0);
        },
        willSendResponse({ response: { body } }) {
          const data: unknown = body.kind === 'single' ? body.singleResult.data : undefined;
          if (asked !== undefined && body.kind === 'single' && data instanceof Text) {
            const cost: OperationCost = { asked, actual: data.records, limit: objects };
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** What an operation costs: the most records it asks for, how many its answer holds, and how many are allowed. */
export interface OperationCost {
  readonly asked: number;
  readonly actual: number;
  readonly limit: number;
}

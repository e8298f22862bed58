import { HeaderMap, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server';
import type { Context } from '../../api/explain.js';
import { Text } from '../../api/answer/text.js';
import type { Limits } from '../../config.js';
import type { Spend } from '../closed/rates.js';
import { operationLimits } from './operation.js';

/**
 * The limits that depend on variables, and `extensions.cost` in every answer; with `extensions: {cost: "alone"}` in the
 * request it is the whole answer, and nothing is carried out. They are looked at for each request:
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
          if (!isCostAlone(request)) await spend?.(contextValue, most ?? 0);
        },
        responseForOperation({ request }) {
          if (!isCostAlone(request)) return Promise.resolve(null);
          const extensions = { cost: { asked: asked ?? 0, limit: objects } };
          return Promise.resolve({
            http: { status: 200, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: null, extensions } },
          });
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

/** Whether nothing is to be answered but what it would cost. */
const isCostAlone = ({ extensions }: GraphQLRequest): boolean => extensions?.['cost'] === 'alone';

/** What an operation costs: the most records it asks for, how many its answer holds where it was carried out, and how many are allowed. */
export interface OperationCost {
  readonly asked: number;
  readonly actual?: number;
  readonly limit: number;
}

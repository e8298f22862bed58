import type { ApolloServerPlugin } from '@apollo/server';
import { Text } from '../../api/answer/text.js';
import type { Limits } from '../../config.js';
import { Asks } from './asks.js';
import { refusal } from './over.js';
import { variablesOver } from './variables.js';

/**
 * The limits that depend on variables, and `extensions.cost` in every answer. They are looked at for each request:
 * Apollo keeps documents that were valid once, and asks no rule of validation again.
 */
export function cost(limits: Limits): ApolloServerPlugin {
  const { objects } = limits;
  const asks = new Asks(limits);
  return {
    requestDidStart() {
      let asked: number | undefined;
      return Promise.resolve({
        didResolveOperation({ document, operation, request, schema }) {
          const given = request.variables ?? {};
          const over = variablesOver(given, limits);
          if (over) throw refusal(over);
          // An operation that is not there is execution's to report.
          if (!operation) return Promise.resolve();
          asked = asks.records(schema, document, operation, given);
          if (asked > objects) throw refusal(tooManyObjects(asked, objects));
          return Promise.resolve();
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

const tooManyObjects = (asked: number, allowed: number) => ({
  limit: 'OBJECTS' as const,
  allowed,
  asked,
  message: `The operation asks for up to ${asked} objects by the sizes of its pages; at most ${allowed} are allowed (MAX_OBJECTS). Take smaller pages, above all in lists within lists`,
});

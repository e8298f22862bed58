import type { ApolloServerPlugin } from '@apollo/server';
import { getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Limits } from '../../config.js';
import { withDefaults } from './collect.js';
import { fragmentsOf } from './fragments.js';
import { held } from './held.js';
import { outline, type Outline } from './outline.js';
import { refusal } from './over.js';
import { variablesOver } from './variables.js';

/**
 * The limits that depend on variables, and `extensions.cost` in every answer. They are looked at for each request:
 * Apollo keeps documents that were valid once, and asks no rule of validation again.
 */
export function cost(limits: Limits): ApolloServerPlugin {
  const { objects, tokens } = limits;
  return {
    requestDidStart() {
      let asked: Outline | undefined;
      return Promise.resolve({
        didResolveOperation({ document, operation, request, schema }) {
          const given = request.variables ?? {};
          const over = variablesOver(given, limits);
          if (over) throw refusal(over);
          // An operation that is not there is execution's to report.
          if (!operation) return Promise.resolve();
          const variables = withDefaults(operation, given);
          asked = outline({ schema, fragments: fragmentsOf(document), variables }, operation, tokens);
          if (asked.records > objects) throw refusal(tooManyObjects(asked.records, objects));
          return Promise.resolve();
        },
        willSendResponse({ response: { body } }) {
          if (asked && body.kind === 'single' && body.singleResult.data) {
            const cost = {
              asked: asked.records,
              actual: held(asked, body.singleResult.data),
              limit: objects,
            };
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

/** The cost of an operation that was carried out, for whoever does so without a server. */
export function costOf(
  schema: GraphQLSchema,
  { document, operationName, variableValues }: Carried,
  data: Readonly<Record<string, unknown>>,
  { objects, tokens }: Limits,
): OperationCost {
  const operation = getOperationAST(document, operationName)!;
  const variables = withDefaults(operation, variableValues);
  const asked = outline({ schema, fragments: fragmentsOf(document), variables }, operation, tokens);
  return { asked: asked.records, actual: held(asked, data), limit: objects };
}

interface Carried {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

const tooManyObjects = (asked: number, allowed: number) => ({
  limit: 'OBJECTS' as const,
  allowed,
  asked,
  message: `The operation asks for up to ${asked} objects by the sizes of its pages; at most ${allowed} are allowed (MAX_OBJECTS). Take smaller pages, above all in lists within lists`,
});

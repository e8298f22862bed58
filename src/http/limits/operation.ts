import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Limits } from '../../config.js';
import { Asks } from './asks.js';
import { refusal } from './over.js';
import { variablesOver } from './variables.js';

/** Looks at one operation with its variables; gives the most records that it asks for. @throws LIMIT_EXCEEDED */
export type OperationLimits = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode | null | undefined,
  given: Readonly<Record<string, unknown>>,
) => number | undefined;

/** The limits that depend on variables: they are looked at for each request, by whichever way it comes. */
export function operationLimits(limits: Limits): OperationLimits {
  const { objects } = limits;
  const asks = new Asks(limits);
  return (schema, document, operation, given) => {
    const over = variablesOver(given, limits);
    if (over) throw refusal(over);
    // An operation that is not there is execution's to report.
    if (!operation) return undefined;
    const asked = asks.records(schema, document, operation, given);
    if (asked > objects) throw refusal(tooManyObjects(asked, objects));
    return asked;
  };
}

const tooManyObjects = (asked: number, allowed: number) => ({
  limit: 'OBJECTS' as const,
  allowed,
  asked,
  message: `The operation asks for up to ${asked} objects by the sizes of its pages; at most ${allowed} are allowed (MAX_OBJECTS). Take smaller pages, above all in lists within lists`,
});

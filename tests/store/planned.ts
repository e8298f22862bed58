import { getOperationAST, getVariableValues, parse } from 'graphql';
import { PreparedOperation } from '../../src/api/prepared.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Plan } from '../../src/plan/plan.js';
import { planField, type RootField } from '../../src/planner/plan.js';
import { schema } from './answers.js';

/** The first root field of a query, as the planner takes it. */
export function rootOf(source: string, given: Record<string, unknown> = {}): RootField {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  const { coerced = {}, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (errors) throw errors[0]!;
  return new PreparedOperation(catalogue, schema, document, operation).fields(coerced)[0]!.root(coerced);
}

/** The plan of a query's first root field. */
export const planned = (source: string, variables?: Record<string, unknown>): Plan =>
  planField(catalogue, rootOf(source, variables));

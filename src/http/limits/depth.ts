import type { FieldNode, OperationDefinitionNode } from 'graphql';
import type { Limits } from '../../config.js';
import { measure, type Fragments } from './fragments.js';
import type { Over } from './over.js';

/**
 * How deep introspection may go, `__schema` or `__type` included. The usual introspection query goes 15 deep. That lists
 * of types stand in one another at most twice, graphql's own MaxIntrospectionDepthRule sees to.
 */
const INTROSPECTION_DEPTH = 20;

const introspects = (field: FieldNode) => field.name.value === '__schema' || field.name.value === '__type';

/** Fields in fields, fragments expanded; what stands under `__schema` and `__type` has a depth of its own. */
export function depth(operation: OperationDefinitionNode, fragments: Fragments, { depth }: Limits): Over[] {
  const whole = measure(fragments, (_field, below) => 1 + below, Math.max);
  const data = measure(fragments, (field, below) => (introspects(field) ? 1 : 1 + below), Math.max);
  const introspection = measure(
    fragments,
    (field, below) => (introspects(field) ? 1 + whole(field.selectionSet) : below),
    Math.max,
  );
  const over: Over[] = [];
  const asked = data(operation.selectionSet);
  if (asked > depth)
    over.push({
      limit: 'DEPTH',
      allowed: depth,
      asked,
      nodes: [operation],
      message: `The operation is ${asked} fields deep; at most ${depth} are allowed (MAX_DEPTH). Ask in two queries, the second from the ids of the first`,
    });
  const introspected = introspection(operation.selectionSet);
  if (introspected > INTROSPECTION_DEPTH)
    over.push({
      limit: 'INTROSPECTION_DEPTH',
      allowed: INTROSPECTION_DEPTH,
      asked: introspected,
      nodes: [operation],
      message: `The introspection is ${introspected} fields deep; at most ${INTROSPECTION_DEPTH} are allowed`,
    });
  return over;
}

import type { OperationDefinitionNode } from 'graphql';
import type { Limits } from '../../config.js';
import { measure, type Fragments } from './fragments.js';
import type { Over } from './over.js';

// What expands to more is not counted on: 2^160 is as much too much.
const sum = (a: number, b: number) => Math.min(a + b, Number.MAX_SAFE_INTEGER);

/** Aliases of an operation, those of a fragment counted wherever it is spread. */
export function aliases(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  { aliases }: Limits,
): Over[] {
  const asked = measure(
    fragments,
    (field, below) => sum(field.alias ? 1 : 0, below),
    sum,
  )(operation.selectionSet);
  if (asked <= aliases) return [];
  const message = `The operation has ${asked} aliases, those of fragments counted wherever they are spread; at most ${aliases} are allowed (MAX_ALIASES). Ask in several queries, or for many ids at once with nodes(ids:)`;
  return [{ limit: 'ALIASES', allowed: aliases, asked, nodes: [operation], message }];
}

import type { FieldNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { Limits } from '../../config.js';
import { merged, type Fragments } from './fragments.js';
import type { Over } from './over.js';

/**
 * How often a field stands in one selection of the response: under whatever alias, fragments included, and with the
 * selections of fields under one response key put together. On types that exclude each other all count.
 *
 * Each different selection is looked at once. Fragments can combine into more of them than a document is long, up to
 * 2^n; a document without fragments has fewer than it has tokens, and so no document may have more.
 */
export function repeats(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  { repeats, tokens }: Limits,
): Over[] {
  const ids = new Map<SelectionSetNode, number>();
  const id = (set: SelectionSetNode) => ids.get(set) ?? (ids.set(set, ids.size), ids.size - 1);
  const seen = new Set<string>();
  const selections: SelectionSetNode[][] = [[operation.selectionSet]];
  for (const selection of selections) {
    const byName = new Map<string, FieldNode[]>();
    const below = new Map<string, SelectionSetNode[]>();
    for (const field of merged(fragments, selection)) {
      append(byName, field.name.value, field);
      if (field.selectionSet) append(below, (field.alias ?? field.name).value, field.selectionSet);
    }
    const [name, nodes] = [...byName].find(([, of]) => of.length > repeats) ?? [];
    if (name && nodes) {
      const message = `'${name}' stands ${nodes.length} times in one selection; at most ${repeats} are allowed (MAX_REPEATS)`;
      return [{ limit: 'REPEATS', allowed: repeats, asked: nodes.length, nodes: nodes.slice(0, 1), message }];
    }
    for (const sets of below.values()) {
      const key = sets
        .map(id)
        .sort((a, b) => a - b)
        .join();
      if (seen.has(key)) continue;
      seen.add(key);
      selections.push(sets);
    }
    if (selections.length > tokens) return [tooManySelections(tokens)];
  }
  return [];
}

/** The fragments of a document combine into too many selections that differ. */
export const tooManySelections = (allowed: number): Over => ({
  limit: 'SELECTIONS',
  allowed,
  message: `The fragments combine into more than ${allowed} different selections; as many are allowed as tokens (MAX_TOKENS). Write plainer fragments`,
});

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

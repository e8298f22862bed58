import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** What surrounds a selection in an operation. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The selections that several nodes of one response key have together. */
export const selectionsOf = (nodes: readonly FieldNode[]): readonly SelectionSetNode[] =>
  nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));

/** Whether neither @skip nor @include leaves it out. */
export const included = ({ variables }: Operation, node: SelectionNode): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;

/**
 * The fields selected of a concrete type, by response key, as "CollectFields" of the GraphQL specification says.
 * `types` are the type's own name and its interfaces: the conditions a fragment may have.
 */
export function collect(
  operation: Operation,
  selections: readonly SelectionSetNode[],
  types: ReadonlySet<string>,
  found = new Map<string, FieldNode[]>(),
  seen = new Set<string>(),
): Map<string, FieldNode[]> {
  for (const set of selections)
    for (const node of set.selections) {
      if (!included(operation, node)) continue;
      if (node.kind === 'Field') {
        const key = node.alias?.value ?? node.name.value;
        found.set(key, [...(found.get(key) ?? []), node]);
        continue;
      }
      let fragment: {
        typeCondition?: { name: { value: string } } | undefined;
        selectionSet: SelectionSetNode;
      } = node as never;
      if (node.kind === 'FragmentSpread') {
        if (seen.has(node.name.value)) continue;
        seen.add(node.name.value);
        fragment = operation.fragments[node.name.value]!;
      }
      const condition = fragment.typeCondition?.name.value;
      if (!condition || types.has(condition)) collect(operation, [fragment.selectionSet], types, found, seen);
    }
  return found;
}

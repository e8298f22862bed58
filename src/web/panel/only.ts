import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The part of a query that asks for what stands at some paths of its answer, such as `meeting.statements`. */
export function only(document: DocumentNode, paths: readonly string[]): string {
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])),
  );
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!;
  const kept: OperationDefinitionNode = {
    ...operation,
    selectionSet: within(
      operation.selectionSet,
      paths.map((path) => path.split('.')),
      fragments,
    ),
  };
  const used = fragmentsOf(kept, fragments);
  const variables = new Set<string>();
  for (const part of [kept, ...used])
    visit(part, {
      // Where a variable is declared is not where it is used.
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
    });
  return print({
    ...document,
    definitions: [
      {
        ...kept,
        variableDefinitions: operation.variableDefinitions?.filter((v) =>
          variables.has(v.variable.name.value),
        ),
      },
      ...used,
    ],
  });
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Fields on the way to where the paths lead; what stands there is kept whole. */
function within(
  { selections, ...rest }: SelectionSetNode,
  paths: readonly (readonly string[])[],
  fragments: Fragments,
): SelectionSetNode {
  const keep = (node: SelectionNode): SelectionNode[] => {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inner = within(node.selectionSet, paths, fragments);
      return inner.selections.length ? [{ ...node, selectionSet: inner }] : [];
    }
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const { typeCondition, selectionSet } = fragments.get(node.name.value)!;
      return keep({ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet });
    }
    const name = (node.alias ?? node.name).value;
    const leading = paths.filter(([first]) => first === name).map((path) => path.slice(1));
    if (!leading.length) return [];
    if (!node.selectionSet || leading.some((path) => !path.length)) return [node];
    return [{ ...node, selectionSet: within(node.selectionSet, leading, fragments) }];
  };
  return { ...rest, selections: selections.flatMap(keep) };
}

function fragmentsOf(operation: OperationDefinitionNode, fragments: Fragments): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const add = (from: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(from, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || used.has(value)) return;
        used.set(value, fragment);
        add(fragment);
      },
    });
  add(operation);
  return [...used.values()];
}

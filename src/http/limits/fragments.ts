import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** A document's fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((d) =>
      d.kind === 'FragmentDefinition' ? [[d.name.value, d] as const] : [],
    ),
  );

/**
 * Measures selections with their fragments expanded: `of` gives a field's measure from that of what stands below it, and
 * `join` puts two that stand side by side together. A fragment is measured once, however often it is spread, so that
 * spreads of spreads, which expand to 2^n fields, cost what they are long.
 */
export function measure(
  fragments: Fragments,
  of: (field: FieldNode, below: number) => number,
  join: (a: number, b: number) => number,
): (selection: SelectionSetNode | undefined) => number {
  const measured = new Map<string, number>();
  const selection = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((all, node) => join(all, one(node)), 0);
  const one = (node: SelectionNode): number => {
    if (node.kind === 'Field') return of(node, selection(node.selectionSet));
    if (node.kind === 'InlineFragment') return selection(node.selectionSet);
    const name = node.name.value;
    if (!measured.has(name)) {
      // Fragments that go round in a circle are graphql's to report; here the circle ends where it closes.
      measured.set(name, 0);
      measured.set(name, selection(fragments.get(name)?.selectionSet));
    }
    return measured.get(name)!;
  };
  return selection;
}

/** The fields that selections have together, each fragment once, as a response merges them. */
export function merged(fragments: Fragments, sets: readonly SelectionSetNode[]): FieldNode[] {
  const fields: FieldNode[] = [];
  const seen = new Set<string>();
  const add = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (node.kind === 'Field') fields.push(node);
      else if (node.kind === 'InlineFragment') add(node.selectionSet);
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        add(fragments.get(node.name.value)?.selectionSet);
      }
    }
  };
  sets.forEach(add);
  return fields;
}

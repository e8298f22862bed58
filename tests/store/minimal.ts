import {
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

const REMOVABLE = new Set(['selections', 'arguments', 'directives', 'fields', 'values']);
const MOST_TRIES = 300;

/** A query cut down as far as it still fails: for whoever reads the failure. */
export async function minimal(
  schema: GraphQLSchema,
  source: string,
  fails: (source: string) => Promise<boolean>,
): Promise<string> {
  let best = parse(source);
  let tries = 0;
  for (let at = 0; at < size(best) && tries < MOST_TRIES;) {
    const smaller = pruned(without(best, at));
    const valid = isWhole(smaller) && !validate(schema, smaller, specifiedRules).length;
    if (valid) tries++;
    if (valid && (await fails(print(smaller)))) best = smaller;
    else at++;
  }
  return print(best);
}

// What was cut to nothing is still a document, but its text is none.
function isWhole(document: DocumentNode): boolean {
  try {
    return parse(print(document)).definitions.length > 0;
  } catch {
    return false;
  }
}

/** Removes the nth thing that can be removed, or counts them. */
function edit(document: DocumentNode, remove: (index: number) => boolean): DocumentNode {
  let index = 0;
  return visit(document, {
    enter(_node: ASTNode, key, _parent, path): null | undefined {
      const list = path[path.length - 2];
      return typeof key === 'number' && REMOVABLE.has(String(list)) && remove(index++) ? null : undefined;
    },
  });
}

const without = (document: DocumentNode, at: number) => edit(document, (index) => index === at);

function size(document: DocumentNode): number {
  let count = 0;
  edit(document, () => (count++, false));
  return count;
}

/** Without fragments and variables that nothing uses any more. */
function pruned(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: (node) => void used.add(`...${node.name.value}`),
    Variable: (node, key) => void (key === 'variable' || used.add(`$${node.name.value}`)),
  });
  const cut = visit(document, {
    FragmentDefinition: (node) => (used.has(`...${node.name.value}`) ? undefined : null),
    VariableDefinition: (node) => (used.has(`$${node.variable.name.value}`) ? undefined : null),
  });
  return cut.definitions.length < document.definitions.length ? pruned(cut) : cut;
}

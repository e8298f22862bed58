import { print, type FieldNode, type SelectionNode } from 'graphql';
import { included, type Operation } from './selection.js';

/** What was asked of one response key, as a tree for people: fields with alias and arguments, as they were written. */
export function printSelection(operation: Operation, nodes: readonly FieldNode[]): string {
  return `${[line(nodes[0]!), ...nodes.flatMap((node) => inner(operation, node))].join('\n')}\n`;
}

function inner(operation: Operation, node: { selectionSet?: FieldNode['selectionSet'] }): string[] {
  const selections = (node.selectionSet?.selections ?? []).filter((s) => included(operation, s));
  return selections.flatMap((s) => selected(operation, s)).map((text) => `  ${text}`);
}

function selected(operation: Operation, node: SelectionNode): string[] {
  if (node.kind === 'Field') return [line(node), ...inner(operation, node)];
  if (node.kind === 'InlineFragment') {
    const { typeCondition } = node;
    return [`...${typeCondition ? ` on ${typeCondition.name.value}` : ''}`, ...inner(operation, node)];
  }
  const fragment = operation.fragments[node.name.value]!;
  return [`...${node.name.value} on ${fragment.typeCondition.name.value}`, ...inner(operation, fragment)];
}

function line({ alias, name, arguments: given = [] }: FieldNode): string {
  // A block of text as a value would break the line.
  const args = given.map((argument) => print(argument).replace(/\s*\n\s*/g, ' ')).join(', ');
  return `${alias ? `${alias.value}: ` : ''}${name.value}${args ? `(${args})` : ''}`;
}

import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { Fragments } from './fragments.js';

type Variables = Readonly<Record<string, unknown>>;

/** What surrounds a selection that is asked with these variables. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly variables: Variables;
}

/** A selection and the type that it stands on. */
export interface Selected {
  readonly on: GraphQLCompositeType;
  readonly set: SelectionSetNode;
}

/** A field as it stands in a selection: its definition, and the concrete types that have it there. */
export interface Taken {
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly types: readonly string[];
}

/** The variables with the defaults of those that are not given. Values stay as they came: execution checks them. */
export function withDefaults(operation: OperationDefinitionNode, given: Variables): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue && given[variable.name.value] === undefined
      ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const]
      : [],
  );
  return defaults.length ? { ...given, ...Object.fromEntries(defaults) } : given;
}

/** The names of the concrete types that a value of a type may have. */
const concretes = (schema: GraphQLSchema, type: GraphQLCompositeType): readonly string[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type).map((t) => t.name) : [type.name];

/** The fields of selections by response key, with fragments expanded; what @skip and @include leave out is not there. */
export function collect(asked: Asked, selections: readonly Selected[]): Map<string, Taken[]> {
  const { schema, fragments, variables } = asked;
  const found = new Map<string, Taken[]>();
  const seen = new Set<string>();
  const add = (on: GraphQLCompositeType, set: SelectionSetNode, types: readonly string[]): void => {
    for (const node of set.selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === 'Field') {
        const definition =
          isObjectType(on) || isInterfaceType(on) ? on.getFields()[node.name.value] : undefined;
        if (!definition) continue;
        const key = (node.alias ?? node.name).value;
        const taken = found.get(key);
        if (taken) taken.push({ node, definition, types });
        else found.set(key, [{ node, definition, types }]);
      } else if (node.kind === 'InlineFragment')
        within(on, node.typeCondition?.name.value, node.selectionSet, types);
      else {
        const fragment = fragments.get(node.name.value);
        const once = `${node.name.value} ${types.join()}`;
        if (!fragment || seen.has(once)) continue;
        seen.add(once);
        within(on, fragment.typeCondition.name.value, fragment.selectionSet, types);
      }
    }
  };
  const within = (
    on: GraphQLCompositeType,
    condition: string | undefined,
    set: SelectionSetNode,
    types: readonly string[],
  ) => {
    const inner = condition ? (schema.getType(condition) as GraphQLCompositeType) : on;
    const allowed = concretes(schema, inner);
    const narrowed = inner === on ? types : types.filter((t) => allowed.includes(t));
    if (narrowed.length) add(inner, set, narrowed);
  };
  for (const { on, set } of selections) add(on, set, concretes(schema, on));
  return found;
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  return (node.directives ?? []).every(({ name, arguments: [condition] = [] }) => {
    if (!condition || (name.value !== 'skip' && name.value !== 'include')) return true;
    return valueFromASTUntyped(condition.value, variables) !== (name.value === 'skip');
  });
}

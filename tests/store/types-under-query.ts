import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

export type WithFields = GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType;

/** Every type with fields that a query can come to: of answers, arguments, and the interfaces that fragments name. */
export function typesUnderQuery(schema: GraphQLSchema): readonly WithFields[] {
  const seen = new Set<GraphQLNamedType>();
  const found: WithFields[] = [];
  const walk = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return;
    found.push(type);
    for (const field of Object.values(type.getFields())) {
      walk(getNamedType(field.type as GraphQLType));
      if ('args' in field) for (const arg of field.args) walk(getNamedType(arg.type as GraphQLType));
    }
    if (isInterfaceType(type)) for (const possible of schema.getPossibleTypes(type)) walk(possible);
    if (!isInputObjectType(type)) for (const parent of type.getInterfaces()) walk(parent);
  };
  walk(schema.getQueryType()!);
  return found;
}

import 'reflect-metadata';
import { GraphQLInterfaceType, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { Catalogue } from '../model/catalogue.js';
import { EnumTypes } from './enum-types.js';
import { Inputs } from './inputs.js';
import { Outputs } from './outputs.js';
import { mutations } from './mutations.js';
import { queries } from './queries.js';

/** type-graphql wants one where there are subscriptions; the feed is the log (feed.ts), and nothing is published. */
const nobody = { publish: () => undefined, subscribe: () => [] };

/**
 * The GraphQL schema of a catalogue, made once per process: type-graphql keeps its types in one place. It has no
 * resolvers: operations are carried out by execute.ts.
 */
export function buildApi(catalogue: Catalogue): GraphQLSchema {
  const enums = new EnumTypes(catalogue);
  const outputs = new Outputs(catalogue, new Inputs(catalogue, enums), enums);
  const resolvers = [queries(catalogue, outputs), mutations(outputs)];
  const orphanedTypes = catalogue.concrete.map((c) => c.type);
  const schema = buildSchemaSync({ resolvers, orphanedTypes, validate: false, pubSub: nobody } as never);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLInterfaceType) type.resolveType = undefined;
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      delete field.resolve;
      delete field.subscribe;
    }
    type.isTypeOf = undefined;
  }
  return schema;
}

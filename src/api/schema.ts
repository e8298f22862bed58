import 'reflect-metadata';
import {
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { Catalogue } from '../model/catalogue.js';
import { TYPE } from './assemble.js';
import { EnumTypes } from './enum-types.js';
import { Inputs } from './inputs.js';
import { Outputs } from './outputs.js';
import { queries } from './queries.js';

/** How a root field of Query is answered: by asking the store for what is selected. */
export type Ask = GraphQLFieldResolver<unknown, unknown>;

/** The GraphQL schema of a catalogue, made once per process: type-graphql keeps its types in one place. */
export function buildApi(catalogue: Catalogue, ask: Ask): GraphQLSchema {
  const enums = new EnumTypes(catalogue);
  const outputs = new Outputs(catalogue, new Inputs(catalogue, enums), enums);
  const resolver = queries(catalogue, outputs);
  const orphanedTypes = catalogue.concrete.map((c) => c.type);
  const schema = buildSchemaSync({ resolvers: [resolver], orphanedTypes, validate: false } as never);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLInterfaceType)
      type.resolveType = (value) => (value as Record<symbol, string>)[TYPE];
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    // Answers come with the response's own keys, so that two aliases of one field each find theirs.
    const resolve: Ask =
      type === schema.getQueryType()
        ? ask
        : (source, _args, _context, info) => (source as Record<string, unknown>)[info.path.key];
    for (const field of Object.values(type.getFields())) field.resolve = resolve;
    type.isTypeOf = undefined;
  }
  return schema;
}

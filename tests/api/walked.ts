import {
  execute,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import { about } from '../../src/api/about.js';
import { answer } from '../../src/api/answer/answer.js';
import { objects, TYPE } from '../../src/api/answer/making.js';
import { told } from '../../src/api/answer/told.js';
import { candidates } from '../../src/api/candidates.js';
import { read } from '../../src/api/read.js';
import { buildApi } from '../../src/api/schema.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { bound, plannedField } from '../../src/planner/plan.js';
import type { Store } from '../../src/store/port.js';

/** A schema whose root fields give objects, for graphql-js to walk as the specification says: what an answer must be. */
const schema = buildApi(catalogue);
for (const type of Object.values(schema.getTypeMap())) {
  if (type instanceof GraphQLInterfaceType)
    type.resolveType = (value) => (value as Record<symbol, string>)[TYPE];
  if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields()))
    field.resolve =
      type === schema.getQueryType()
        ? (_source, _args, store: Store, info) => {
            if (info.fieldName === 'about')
              return about(catalogue, store, '0.0.0', info).then(({ value }) => value);
            if (info.fieldName === 'candidates')
              return candidates(catalogue, store, info).then(({ value }) => value);
            const { planned, args } = plannedField(catalogue, info);
            const plan = bound(planned, args.params);
            return read(catalogue, store, plan).then((raw) => answer(objects, planned)(raw, told(plan)));
          }
        : (source, _args, _context, info) => (source as Record<string, unknown>)[info.path.key];
}

/** The answer of graphql-js itself. */
export const walked = async (
  store: Store,
  document: DocumentNode,
  variableValues: Record<string, unknown>,
): Promise<ExecutionResult> => execute({ schema, document, variableValues, contextValue: store });

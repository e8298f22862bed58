import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-env.js';

/** Documents of the page, typed from schema/. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Date: string; EDTF: string };
}>();

export { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from 'gql.tada';

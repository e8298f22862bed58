import { getVariableValues, parse, validate, type GraphQLSchema } from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import type { Store } from '../store/port.js';
import { PreparedOperation } from './prepared.js';

/** Root fields whose statements are made from what others find. */
const STEPWISE = /^(__|about$|candidates$)/;

/**
 * Has the engine plan the statements of a document's operations, so that whoever asks them first does not wait for it.
 * Variables that are not given count as they do in a request. @throws GraphQLError for what a request would be refused for
 */
export async function makeReady(
  catalogue: Catalogue,
  schema: GraphQLSchema,
  store: Store,
  source: string,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  const document = parse(source);
  const [wrong] = validate(schema, document);
  if (wrong) throw wrong;
  for (const operation of document.definitions) {
    if (operation.kind !== 'OperationDefinition' || operation.operation !== 'query') continue;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    if (errors) throw errors[0]!;
    for (const field of new PreparedOperation(catalogue, schema, document, operation).fields(coerced))
      if (!STEPWISE.test(field.root(coerced).fieldName)) await store.ready(field.ready(coerced).plan);
  }
}

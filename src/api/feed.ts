import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  locatedError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import type { Store } from '../store/port.js';
import { entriesOf, planLog, type Stretch } from '../planner/log.js';
import { collect } from '../planner/selection.js';
import { Answering } from './answering.js';
import { Head } from './head.js';

/** How often the log is looked at, in ms: what another process writes is seen too. */
const EVERY = 500;
const MOST = 200;

export interface Subscribing {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

export type Subscribe = (
  request: Subscribing,
) => AsyncGenerator<ExecutionResult> | { readonly errors: readonly GraphQLError[] };

/** Carries out subscriptions: each change that is written from now on, once, in the order of the log. */
export function subscribing(
  catalogue: Catalogue,
  schema: GraphQLSchema,
  store: Store,
  every = EVERY,
): Subscribe {
  const head = new Head(last, every);
  return ({ document, operationName, variables: given = {} }) => {
    const operation = getOperationAST(document, operationName ?? undefined);
    if (operation?.operation !== 'subscription')
      return { errors: [new GraphQLError('The document has no subscription of that name')] };
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 50,
    });
    if (errors) return { errors };
    const fragments = Object.fromEntries(
      document.definitions.flatMap((d) =>
        d.kind === 'FragmentDefinition' ? [[d.name.value, d] as const] : [],
      ),
    );
    const around = { schema, fragments, variables: coerced };
    const parentType = schema.getSubscriptionType()!;
    const [[key, fieldNodes]] = [
      ...collect(around, [operation.selectionSet], new Set([parentType.name])),
    ] as [[string, never]];
    const info = { schema, fragments, variableValues: coerced, fieldNodes, fieldName: 'changed', parentType };
    const { about } = getArgumentValues(parentType.getFields()['changed']!, fieldNodes[0], coerced) as {
      about?: string | null;
    };
    return ended((over) =>
      feed(
        over,
        async (id) => {
          try {
            const { text } = await new Answering(catalogue, undefined, info).change(store, id);
            return { data: { [key]: JSON.parse(text) as unknown } };
          } catch (error) {
            return { errors: [locatedError(error, fieldNodes, [key])] };
          }
        },
        about ?? undefined,
      ),
    );
  };

  async function* feed(
    over: AbortSignal,
    answer: (id: string) => Promise<ExecutionResult>,
    about: string | undefined,
  ): AsyncGenerator<ExecutionResult> {
    let seen = await last();
    while (!over.aborted) {
      // A store that does not answer is asked again: the feed outlives one that restarts.
      const place = (await head.at(over)) ?? seen;
      while (seen < place) {
        const upTo = Math.min(place, seen + MOST);
        for (const { id } of (await entries({ after: seen, upTo, about, most: MOST })).reverse())
          yield await answer(id);
        seen = upTo;
      }
    }
  }

  async function last(): Promise<number> {
    const [entry] = await entries({ most: 1 });
    return entry?.sequence ?? 0;
  }

  async function entries(stretch: Stretch) {
    const plan = planLog(catalogue, stretch);
    return entriesOf(plan, await store.read(plan));
  }
}

/**
 * A generator that ends when its listener leaves. By itself it would hear of that no sooner than it has something to
 * give, which may be never, and go on looking until then.
 */
function ended<T>(begin: (over: AbortSignal) => AsyncGenerator<T>): AsyncGenerator<T> {
  const over = new AbortController();
  const inner = begin(over.signal);
  const leave = inner.return.bind(inner);
  inner.return = (value) => {
    over.abort();
    return leave(value);
  };
  return inner;
}

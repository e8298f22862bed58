import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { begins } from '../plan/layout.js';
import { planEntities } from '../planner/entities.js';
import { collect, selectionsOf, type Operation } from '../planner/selection.js';
import { candidates as find, type Candidate } from '../reading/linking/candidates.js';
import type { Store } from '../store/port.js';
import { record, TYPE, type Answered } from './assemble.js';

interface Arguments {
  readonly name: string;
  readonly kinds?: readonly string[] | null;
  readonly on?: string | null;
  readonly context?: string | null;
  readonly first?: number | null;
}

const USUAL = 10;
const LARGEST = 100;

/** Who a name could be, from two statements: the scoring lies between who is found and what is shown of the best. */
export async function candidates(
  catalogue: Catalogue,
  store: Store,
  info: GraphQLResolveInfo,
): Promise<Answered[]> {
  const field = info.parentType.getFields()[info.fieldName]!;
  const { name, kinds, on, context, first } = getArgumentValues(
    field,
    info.fieldNodes[0]!,
    info.variableValues,
  ) as unknown as Arguments;
  const size = first ?? USUAL;
  if (size < 1 || size > LARGEST)
    throw new RapporteurError('BAD_USER_INPUT', `first: ${size} is out of range; it takes 1 to ${LARGEST}`);
  const concepts = kinds && entities(catalogue, kinds);
  if (concepts && !concepts.length) return [];
  const asked = {
    name,
    kinds: concepts ?? undefined,
    on: on ?? undefined,
    context: context ?? undefined,
  };
  return shown(catalogue, store, info, await find(store, catalogue, asked, size));
}

/** The concepts of these kinds that have names. */
function entities(catalogue: Catalogue, kinds: readonly string[]): string[] {
  const named = catalogue.concept('Entity').concretes.map((c) => catalogue.concept(c));
  return named.filter((c) => kinds.includes(c.kind)).map((c) => c.name);
}

async function shown(
  catalogue: Catalogue,
  store: Store,
  info: GraphQLResolveInfo,
  found: readonly Candidate[],
): Promise<Answered[]> {
  const operation: Operation = {
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
  };
  const fields = [...collect(operation, selectionsOf(info.fieldNodes), new Set(['Candidate']))];
  const places = fields.filter(([, nodes]) => nodes[0]!.name.value === 'entity');
  if (!found.length) return [];
  const plan = planEntities(
    catalogue,
    operation,
    found.map((c) => c.id),
    places.map(([, nodes]) => selectionsOf(nodes)),
  );
  const [rows] = (places.length ? await store.read(plan) : [[]]) as [readonly (readonly unknown[])[]];
  const byId = new Map(rows.map((row) => [(row[0] as string[])[0], row]));
  const at = begins(plan.page);
  const answer = (candidate: Candidate) =>
    Object.fromEntries(
      fields.map(([key, nodes]): [string, unknown] => {
        const field = nodes[0]!.name.value;
        const place = places.findIndex(([k]) => k === key);
        if (place >= 0) return [key, record(plan.page.rows[place]!, byId.get(candidate.id)!, at[place])];
        return [key, field === '__typename' ? 'Candidate' : candidate[field as 'score' | 'reason']];
      }),
    );
  // Whoever went between the two statements is no candidate any more.
  return found
    .filter((c) => !places.length || byId.has(c.id))
    .map((c) => ({ [TYPE]: 'Candidate', ...answer(c) }));
}

import { getArgumentValues } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { planEntities } from '../planner/entities.js';
import type { RootField } from '../planner/plan.js';
import { collect, selectionsOf, type Operation } from '../planner/selection.js';
import { candidates as find, type Candidate } from '../reading/linking/candidates.js';
import type { Asked } from '../reading/linking/asked.js';
import type { Store } from '../store/port.js';
import { objects, TYPE, type Answered } from './answer/making.js';
import { Records } from './answer/record.js';
import { told } from './answer/told.js';
import type { Values } from './answer/values.js';

interface Arguments {
  readonly name: string;
  readonly kinds?: readonly string[] | null;
  readonly on?: string | null;
  readonly context?: string | null;
  readonly first?: number | null;
}

const USUAL = 10;
const LARGEST = 100;
const NOBODY = { value: [], records: 0 };

/** Who a name could be, from two statements: the scoring lies between who is found and what is shown of the best. */
export async function candidates(
  catalogue: Catalogue,
  store: Store,
  info: RootField,
): Promise<Values<Answered[]>> {
  const { first, ...asked } = askedOf(catalogue, info);
  if (asked.kinds && !asked.kinds.length) return NOBODY;
  return shown(catalogue, store, info, await find(store, catalogue, asked, first));
}

/** The arguments, checked. @throws BAD_USER_INPUT */
export function askedOf(catalogue: Catalogue, info: RootField): Asked & { readonly first: number } {
  const field = info.parentType.getFields()[info.fieldName]!;
  const args = getArgumentValues(field, info.fieldNodes[0]!, info.variableValues) as unknown as Arguments;
  const first = args.first ?? USUAL;
  if (first < 1 || first > LARGEST)
    throw new RapporteurError('BAD_USER_INPUT', `first: ${first} is out of range; it takes 1 to ${LARGEST}`);
  return {
    name: args.name,
    kinds: args.kinds ? entities(catalogue, args.kinds) : undefined,
    on: args.on ?? undefined,
    context: args.context ?? undefined,
    first,
  };
}

/** The concepts of these kinds that have names. */
function entities(catalogue: Catalogue, kinds: readonly string[]): string[] {
  const named = catalogue.concept('Entity').concretes.map((c) => catalogue.concept(c));
  return named.filter((c) => kinds.includes(c.kind)).map((c) => c.name);
}

async function shown(
  catalogue: Catalogue,
  store: Store,
  info: RootField,
  found: readonly Candidate[],
): Promise<Values<Answered[]>> {
  const operation: Operation = {
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
  };
  const fields = [...collect(operation, selectionsOf(info.fieldNodes), new Set(['Candidate']))];
  const places = fields.filter(([, nodes]) => nodes[0]!.name.value === 'entity');
  if (!found.length) return NOBODY;
  const { plan, views } = planEntities(
    catalogue,
    operation,
    found.map((c) => c.id),
    places.map(([, nodes]) => selectionsOf(nodes)),
  );
  const rows = (places.length ? await store.read(plan) : []) as (readonly unknown[] | null)[];
  const byId = new Map(found.map(({ id }, i) => [id, rows[i]]));
  const records = new Records(objects);
  const of = told(plan);
  const answer = (candidate: Candidate) =>
    Object.fromEntries(
      fields.map(([key, nodes]): [string, unknown] => {
        const field = nodes[0]!.name.value;
        const place = places.findIndex(([k]) => k === key);
        if (place >= 0) return [key, records.of(views[place]!)(byId.get(candidate.id)!, 0, of)];
        return [key, field === '__typename' ? 'Candidate' : candidate[field as 'score' | 'reason']];
      }),
    );
  // Whoever went between the two statements is no candidate any more.
  const value = found
    .filter((c) => !places.length || byId.get(c.id))
    .map((c) => ({ [TYPE]: 'Candidate', ...answer(c) }));
  return { value, records: of.records };
}

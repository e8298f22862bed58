import type { GraphQLResolveInfo } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Plan } from '../plan/plan.js';
import { planField } from '../planner/plan.js';
import type { Store } from '../store/port.js';
import { ShelfReader } from '../store/shelf-reader.js';
import { about } from './about.js';
import { lookup, page } from './assemble.js';
import { explaining, type Context } from './explain.js';
import { found } from './found.js';
import { candidates } from './candidates.js';
import type { Ask } from './schema.js';
import { neighbours, paths } from './ties.js';

/** Answers a root field of Query with one statement: plan, read, assemble. What lies on the shelf takes a few more. */
export function asking(catalogue: Catalogue, given: Store, version: string): Ask {
  return async (_source, args, context, info: GraphQLResolveInfo) => {
    const store = explaining(catalogue, given, context as Context | undefined, info);
    if (info.fieldName === 'about') return about(catalogue, store, version, info);
    if (info.fieldName === 'candidates') return candidates(catalogue, store, info);
    const plan = planField(catalogue, info);
    const raw = await store.read(plan);
    const shelf = new ShelfReader(catalogue, store, plan.params);
    const { text, name } = args as { readonly text: string; readonly name: string };
    if (plan.root === 'lookup') return lookedUp(plan.lookup, await onShelf(shelf, plan.lookup, raw), name);
    if (plan.root === 'shelf') return page(plan.page, (await shelf.filled(plan.page, raw as never)) as never);
    if (plan.root === 'neighbours') return neighbours(plan.neighbours, raw as never);
    if (plan.root === 'paths') return paths(plan.paths, raw as never);
    return page(plan.page, raw as never, 'search' in plan.page.from ? found(text) : undefined);
  };
}

type Lookup = Extract<Plan, { root: 'lookup' }>['lookup'];

/** What a look-up by id found, with what was rejected. */
async function onShelf(shelf: ShelfReader, { by, shape }: Lookup, raw: unknown): Promise<unknown> {
  if (by === 'ids') return shelf.unshelved(shape, (raw ?? []) as never);
  return by === 'id' ? (await shelf.unshelved(shape, [raw as never]))[0] : raw;
}

function lookedUp(plan: Lookup, raw: unknown, name: string): unknown {
  const found = lookup(plan, raw);
  if ('answer' in found) return found.answer;
  const names = found.ambiguous
    .map(({ id, name, description }) => `${name} (${id}${description ? `, ${description}` : ''})`)
    .join('; ');
  throw new RapporteurError('AMBIGUOUS_NAME', `'${name}' could be ${names}; ask by id`, {
    candidates: found.ambiguous,
  });
}

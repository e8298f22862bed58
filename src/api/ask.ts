import type { GraphQLResolveInfo } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { planField } from '../planner/plan.js';
import type { Store } from '../store/port.js';
import { about } from './about.js';
import { lookup, page } from './assemble.js';
import { candidates } from './candidates.js';
import type { Ask } from './schema.js';

/** Answers a root field of Query with one statement: plan, read, assemble. */
export function asking(catalogue: Catalogue, store: Store, version: string): Ask {
  return async (_source, args, _context, info: GraphQLResolveInfo) => {
    if (info.fieldName === 'about') return about(catalogue, store, version, info);
    if (info.fieldName === 'candidates') return candidates(catalogue, store, info);
    const plan = planField(catalogue, info);
    const raw = await store.read(plan);
    if (plan.root === 'page') return page(plan.page, raw as never);
    const found = lookup(plan.lookup, raw);
    if ('answer' in found) return found.answer;
    const names = found.ambiguous
      .map(({ id, name, description }) => `${name} (${id}${description ? `, ${description}` : ''})`)
      .join('; ');
    throw new RapporteurError(
      'AMBIGUOUS_NAME',
      `'${String((args as { name: string }).name)}' could be ${names}; ask by id`,
      { candidates: found.ambiguous },
    );
  };
}

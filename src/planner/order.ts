import { RapporteurError } from '../errors.js';
import type { Catalogue, Concept } from '../model/catalogue.js';
import type { Direction, OrderKey } from '../plan/plan.js';
import { hop } from './hop.js';

const types = { edtf: 'day', int: 'int', float: 'float' } as const;

/** The keys of a list's order: those asked for, then the id in the direction of the last. */
export function order(
  catalogue: Catalogue,
  concept: Concept,
  orderBy: readonly Record<string, unknown>[] | null | undefined,
): OrderKey[] {
  const keys = (orderBy ?? []).map((element) => key(catalogue, concept, element));
  return [...keys, { by: 'id', direction: keys.at(-1)?.direction ?? 'ASC' }];
}

function key(catalogue: Catalogue, concept: Concept, element: Record<string, unknown>): OrderKey {
  const entries = Object.entries(element).filter(([, value]) => value !== null && value !== undefined);
  if (entries.length !== 1) {
    const names = entries.map(([name]) => name).join(', ') || 'none';
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `orderBy takes one key an element, as in [{name: ASC}, {…}]; this one has ${names}`,
    );
  }
  const [name, value] = entries[0]!;
  const field = concept.fields.get(name)!;
  if (field.is === 'relation') {
    const step = hop(catalogue, field);
    const inner = value as { name?: Direction; count?: Direction };
    return field.sort === 'name'
      ? { by: 'name', hop: step, direction: inner.name! }
      : { by: 'count', hop: step, direction: inner.count! };
  }
  const direction = value as Direction;
  const type = types[field.type as keyof typeof types] ?? 'text';
  const keys = { edtf: direction === 'ASC' ? `${name}_asc` : `${name}_from`, text: `${name}_fold` };
  const column = keys[field.type as keyof typeof keys] ?? name;
  // A date's keys say themselves where the unknown one stands.
  return { by: 'column', column, type, nullable: field.nullable && type !== 'day', direction };
}

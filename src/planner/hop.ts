import type { Catalogue, Relation } from '../model/catalogue.js';
import type { Hop } from '../plan/plan.js';

const known = [new WeakMap<Relation, Hop>(), new WeakMap<Relation, Hop>()] as const;

/** The step that a relation of the catalogue takes, made once; only a filter follows a deep one to any depth. */
export function hop(catalogue: Catalogue, relation: Relation, deep = false): Hop {
  const before = known[Number(deep)]!.get(relation);
  if (before) return before;
  const made = step(catalogue, relation, deep);
  known[Number(deep)]!.set(relation, made);
  return made;
}

function step(catalogue: Catalogue, relation: Relation, deep: boolean): Hop {
  return Object.freeze({
    name: relation.name,
    direction: relation.stored[0]?.symmetric ? 'both' : relation.direction,
    many: relation.many,
    stored: relation.stored,
    to: catalogue.concept(relation.to).concretes,
    deep: deep && relation.deep,
  });
}

/** One step for the same field of several concepts. */
export function joined(catalogue: Catalogue, relations: readonly Relation[]): Hop {
  const stored = [...new Set(relations.flatMap((r) => r.stored))];
  return step(catalogue, { ...relations[0]!, stored }, false);
}

import type { Catalogue, Concept } from '../../model/catalogue.js';
import { structs } from '../../model/structs.js';
import type { Written } from '../../store/apply/encode.js';

/** A record as a line of a graph: `type`, `id`, its fields in the order of the catalogue, and so within them. */
export function lineOf(catalogue: Catalogue, { type, id, fields }: Written): string {
  return JSON.stringify({ type, id, ...ordered(catalogue.concept(type), fields) });
}

function ordered(concept: Concept, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const field of concept.fields.values()) {
    const value = given[field.name];
    if (value === undefined || value === null) continue;
    out[field.name] =
      field.is === 'property' && field.struct
        ? (value as object[]).map((one) => structured(field.struct!, one))
        : value;
  }
  return out;
}

function structured(struct: string, given: object): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(structs[struct]!)) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    out[name] = field.struct ? structured(field.struct, value) : value;
  }
  return out;
}

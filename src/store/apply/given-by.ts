import type { Concept } from '../../model/catalogue.js';
import { structs } from '../../model/structs.js';

/** The structures that a relation which nobody writes follows from: `evidenceIn` from the `article` of `evidence`. */
export function givenBy(
  concept: Concept,
  relation: string,
): { readonly field: string; readonly key: string } | undefined {
  for (const field of concept.fields.values())
    if (field.is === 'property' && field.struct)
      for (const [key, { link }] of Object.entries(structs[field.struct]!))
        if (link?.via === relation) return { field: field.name, key };
  return undefined;
}

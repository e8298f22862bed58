import type { Catalogue, Concept, Property } from './catalogue.js';

/** The properties that full text finds a record by. */
export const searchedBy = (concept: Concept): Property[] =>
  [...concept.fields.values()].filter((field): field is Property => field.is === 'property' && field.search);

/** Records that full text looks through together. */
export interface SearchFamily {
  readonly family: string;
  /** The concept or interface that they all are. */
  readonly label: string;
  readonly concepts: readonly Concept[];
}

/** The families that full text knows, in the order of the catalogue. */
export function searchFamilies(catalogue: Catalogue): SearchFamily[] {
  const searched = catalogue.concrete.filter((c) => searchedBy(c).length);
  return [...new Set(searched.map((c) => c.family))].map((family) => {
    const concepts = searched.filter((c) => c.family === family);
    return { family, label: family === 'entity' ? 'Entity' : concepts[0]!.name, concepts };
  });
}

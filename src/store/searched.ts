import type { Catalogue, Concept, Property } from '../model/catalogue.js';
import { searchText } from '../model/search-text.js';
import type { Row } from './row.js';

/** What full text keeps of a record: the words, and where it stands among the others. */
export interface Searched {
  /** Newest first, in ascending order; what has no date is last. */
  readonly key: string;
  readonly text: string;
}

/** The properties that full text finds a record by. */
export const searchedBy = (concept: Concept): Property[] =>
  [...concept.fields.values()].filter((field): field is Property => field.is === 'property' && field.search);

/** The families that full text knows, each with its concepts. */
export function searchFamilies(catalogue: Catalogue): Map<string, readonly Concept[]> {
  const found = new Map<string, Concept[]>();
  for (const concept of catalogue.concrete.filter((c) => searchedBy(c).length))
    found.set(concept.family, [...(found.get(concept.family) ?? []), concept]);
  return found;
}

export function searched(concept: Concept, row: Row): Searched {
  const texts =
    concept.family === 'entity'
      ? row.names.map((name) => name.text)
      : searchedBy(concept).flatMap(({ name }) => (row.values[name] as string | null) ?? []);
  const day = concept.chronology ? String(row.values[`${concept.chronology}_from`] ?? '') : '';
  return { key: newestFirst(day), text: searchText(concept.kind, texts) };
}

// Each digit by what it lacks to nine: one direction for days and ids, so that an index serves both.
const newestFirst = (day: string) => (day ? day.replace(/\d/g, (d) => String(9 - Number(d))) : '~');

import type { Concept } from '../model/catalogue.js';
import { searchedBy } from '../model/search-families.js';
import { searchText } from '../model/search-text.js';
import type { Row } from './row.js';

/** What full text keeps of a record: the words, and where it stands among the others. */
export interface Searched {
  /** Newest first, in ascending order; what has no date is last. */
  readonly key: string;
  readonly text: string;
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

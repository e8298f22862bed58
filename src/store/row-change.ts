import type { Catalogue, Concept } from '../model/catalogue.js';
import type { Row } from './row.js';
import { searchedBy } from '../model/search-families.js';

/** What of a row is to be written: of one that was not there, all; else what differs. */
export interface RowChange {
  readonly row: Row;
  /** It was there. What is written anew has to go first. */
  readonly known: boolean;
  readonly names: boolean;
  readonly searched: boolean;
  /** The fields of its relations that lead elsewhere, or under another sort key. */
  readonly relations: readonly string[];
}

export function rowChange(catalogue: Catalogue, row: Row, before: Row | undefined): RowChange {
  const concept = catalogue.concept(row.concept);
  const fields = Object.keys(row.relations);
  const searches = searchedBy(concept);
  if (!before)
    return {
      row,
      known: false,
      names: row.names.length > 0,
      searched: searches.length > 0,
      relations: fields.filter((field) => row.relations[field]!.length),
    };
  const moved = sortKey(concept, row) !== sortKey(concept, before);
  const names = JSON.stringify(row.names) !== JSON.stringify(before.names);
  return {
    row,
    known: true,
    names,
    searched:
      searches.length > 0 &&
      (moved || names || searches.some(({ name }) => row.values[name] !== before.values[name])),
    relations: fields.filter(
      (field) => moved || row.relations[field]!.join() !== (before.relations[field] ?? []).join(),
    ),
  };
}

/** Whether a row has other values of its own than it had. */
export const hasOtherValues = (row: Row, before: Row | undefined): boolean =>
  !before ||
  Object.keys({ ...row.values, ...before.values }).some(
    (name) => (row.values[name] ?? null) !== (before.values[name] ?? null),
  );

/** What its relations are sorted by: its day, or nothing. */
export const sortKey = ({ chronology }: Concept, row: Row): string =>
  chronology ? String(row.values[`${chronology}_from`] ?? '') : '';

import type { Visitor } from './visitor.js';

/** One person in one visit. */
export interface Sighting {
  readonly visit: string;
  /** The place among those whom the visitor's words name, from 0. */
  readonly index: number;
  /** The first day of the visit, YYYY-MM-DD. */
  readonly day: string;
  /** The id of the country the visitor came from. */
  readonly country: string;
  readonly visitor: Visitor;
}

/** How a sighting is written: `855`, and `855.2` for the second person of that visit. */
export const sightingKey = (visit: string, index: number): string =>
  index ? `${visit}.${index + 1}` : visit;

/** Somebody the graph has already. */
export interface KnownPerson {
  readonly id: string;
  readonly names: readonly string[];
  /** Id of the country. */
  readonly country?: string;
  /** EDTF */
  readonly born?: string;
  readonly died?: string;
}

/** A year with its fraction, so that days can be counted in years. */
export const yearOf = (day: string): number => {
  const [year, month = '7', date = '1'] = day.split('-');
  return Number(year) + (Number(month) - 1) / 12 + Number(date) / 372;
};

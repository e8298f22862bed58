import type { Sighting } from '../../../../src/exchange/historyatstate/people/sighting.js';
import { splitVisitor } from '../../../../src/exchange/historyatstate/people/visitor.js';
import { factsOf } from '../sources.js';

export interface PrintedVisit {
  readonly id: string;
  readonly day: string;
  readonly country: string;
  readonly visitor: string;
}

export const visits = async (): Promise<PrintedVisit[]> =>
  (await factsOf('visits')).visits.map(({ id, start, from, visitor }) => ({
    id,
    day: start,
    country: from.id,
    visitor,
  }));

export const sightingsOf = (all: readonly PrintedVisit[]): Sighting[] =>
  all.flatMap(({ id, day, country, visitor }) =>
    splitVisitor(visitor).map((one, index) => ({
      visit: id,
      index,
      day,
      country: `country:${country}`,
      visitor: one,
    })),
  );

export const officers = async () => (await factsOf('pocom')).officers;
export const presidents = async () => (await factsOf('travels')).presidents;

/** States that are one line here; the territories of gsh say which in the import. */
const lines = [
  ['korea', 'korea-south'],
  ['czechoslovakia', 'czech-republic', 'czechia'],
  ['czechoslovakia', 'slovakia'],
  ['turkey', 'turkiye'],
  ['macedonia', 'north-macedonia'],
  ['samoa', 'somoa'],
  ['swaziland', 'eswatini'],
].map((line) => new Set(line.map((c) => `country:${c}`)));

export const sameLine = (a: string, b: string): boolean => a === b || lines.some((l) => l.has(a) && l.has(b));

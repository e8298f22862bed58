import { fold } from '../../../model/fold.js';
import type { TerritoryRef } from '../facts.js';
import { readTable, refuse } from './table.js';

/** A line of seeds/record/decisions/territories.tsv: what an id means on some days, where gsh does not say. */
export interface TerritoryLine {
  readonly id: string;
  /** Only where these words are printed with the id; empty: whatever is printed. */
  readonly printed: string;
  /** Years or days, both inclusive; empty: open. */
  readonly from: string;
  readonly to: string;
  /** Missing: a territory that was no state then. */
  readonly country?: string;
  readonly reason: string;
  readonly at: string;
}

const columns = ['id', 'printed', 'from', 'to', 'country', 'reason'] as const;

/** Reads territories.tsv; throws BAD_RECORD naming every line that is malformed, knows no such country or overlaps another. */
export function readTerritories(text: string, file: string, countries: ReadonlySet<string>): TerritoryLine[] {
  const lines = readTable(text, file, columns).map(({ at, cell }) => ({ ...cell, at }));
  const problems: string[] = [];
  lines.forEach((line, i) => {
    const wrong = (what: string) => problems.push(`${line.at}: ${what}`);
    if (!line.id) wrong('an id is missing');
    if (!line.reason) wrong('a reason is missing');
    if (line.country !== 'none' && !countries.has(line.country))
      wrong(`no country '${line.country}' in states.tsv or the seeds; 'none' says that it was no state`);
    for (const day of [line.from, line.to])
      if (day && !/^\d{4}(-\d\d-\d\d)?$/.test(day)) wrong(`'${day}' is no year or day, 1918 or 1918-12-01`);
    if (line.from && line.to && first(line.from) > last(line.to)) wrong(`${line.from} is after ${line.to}`);
    const other = lines.slice(0, i).find((before) => overlap(before, line));
    if (other) wrong(`overlaps ${other.at}: both say what '${line.id}' means on the same day`);
  });
  refuse(problems);
  return lines.map((line) => ({ ...line, country: line.country === 'none' ? undefined : line.country }));
}

/** The line that says what was meant; one with the printed words goes before one without. */
export function lineFor(
  lines: readonly TerritoryLine[],
  ref: TerritoryRef,
  day: string,
): TerritoryLine | undefined {
  const fit = lines.filter((line) => line.id === ref.id && holds(line, day));
  return (
    fit.find((line) => line.printed && fold(line.printed) === fold(ref.printed)) ??
    fit.find((line) => !line.printed)
  );
}

type Days = Pick<TerritoryLine, 'from' | 'to'>;
const first = (day: string) => (day || '0000').padEnd(7, '-01').padEnd(10, '-01');
const last = (day: string) => (day ? (day.length === 4 ? `${day}-12-31` : day) : '9999-12-31');
const holds = (line: Days, day: string) => first(line.from) <= first(day) && first(day) <= last(line.to);
const overlap = (a: TerritoryLine, b: TerritoryLine) =>
  a.id === b.id &&
  fold(a.printed) === fold(b.printed) &&
  first(a.from) <= last(b.to) &&
  first(b.from) <= last(a.to);

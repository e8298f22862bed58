import type { Territory } from '../facts.js';
import type { Known } from './known.js';
import { readTable, refuse } from './table.js';

/** A line of seeds/record/decisions/states.tsv: which state a territory of gsh is. */
export interface StateLine {
  /** The id in gsh, or the record of another repository that names a state gsh lacks: `pocom it-1840-roge-01`. */
  readonly territory: string;
  readonly country: string;
  readonly as: 'today' | 'renamed' | 'former';
  readonly name?: string;
  /** EDTF years */
  readonly began?: string;
  readonly ended?: string;
  /** Ids of countries; replaces what gsh links. */
  readonly from?: readonly string[];
  readonly reason: string;
  readonly at: string;
}

const columns = ['territory', 'country', 'iso2', 'as', 'name', 'began', 'ended', 'from', 'reason'] as const;

/** Reads states.tsv and holds it against gsh and the countries of the seeds; throws BAD_RECORD with every line at fault. */
export function readStates(
  text: string,
  file: string,
  territories: readonly Territory[],
  { countries }: Known,
): StateLine[] {
  const lines = readTable(text, file, columns).map(({ at, cell }) => ({ ...cell, at }));
  const inGsh = new Set(territories.map(({ id }) => id));
  const own = new Set(lines.filter((line) => line.as !== 'renamed').map((line) => line.country));
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const { at, territory, country, iso2, as, began, ended, from, reason } of lines) {
    const wrong = (what: string) => problems.push(`${at}: ${what}`);
    const key = `${territory} ${as === 'renamed' ? '' : country}`;
    if (seen.has(territory)) wrong(`territory '${territory}' stands in ${seen.get(territory)} already`);
    if (as !== 'renamed' && seen.has(key)) wrong(`country '${country}' stands in ${seen.get(key)} already`);
    seen.set(territory, at).set(key, at);
    if (!inGsh.has(territory) && !/^(pocom|visits|travels) \S+$/.test(territory))
      wrong(
        `gsh has no territory '${territory}'; a state it lacks is named by a record, 'pocom it-1840-roge-01'`,
      );
    if (!/^country:[a-z0-9-]+$/.test(country))
      wrong(`'${country}' is no id of a country, 'country:soviet-union'`);
    if (as === 'today' && !countries.has(country)) wrong(`no seeds have the country '${country}'`);
    if (as === 'today' && countries.get(country)?.iso2 !== (iso2 || undefined))
      wrong(`'${country}' has the code ${countries.get(country)?.iso2 ?? '(none)'}, not '${iso2}'`);
    if (as === 'former' && countries.has(country)) wrong(`'${country}' is a state of today in the seeds`);
    if (as === 'renamed' && !own.has(country))
      wrong(`'${country}' has no line of its own that says today or former`);
    if (!['today', 'renamed', 'former'].includes(as)) wrong(`'${as}' is none of today, renamed, former`);
    if (as !== 'today' && !reason) wrong('a reason is missing');
    for (const year of [began, ended])
      if (year && !/^\d{4}$/.test(year)) wrong(`'${year}' is no year, as 1918`);
    for (const other of ids(from) ?? [])
      if (!own.has(other)) wrong(`'${other}' has no line of its own that says today or former`);
  }
  refuse(problems);
  return lines.map(({ territory, country, as, name, began, ended, from, reason, at }) => ({
    territory,
    country,
    as: as as StateLine['as'],
    name: name || undefined,
    began: began || undefined,
    ended: ended || undefined,
    from: ids(from),
    reason,
    at,
  }));
}

const ids = (cell: string) => (cell === '' ? undefined : cell === '-' ? [] : cell.split(' '));

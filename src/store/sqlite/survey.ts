import type { Survey } from '../../plan/plan.js';
import { quote } from './ddl.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** What the graph holds, as a list: of it what is asked for. */
export function survey(printer: Printer, { counts, days, memories, lastChange }: Survey): string {
  const families = [...new Set(printer.catalogue.concrete.map((c) => quote(c.family)))];
  const all = families
    .map((f) => `SELECT concept, count(*) AS count FROM ${f} GROUP BY concept`)
    .join(' UNION ALL ');
  const day = (of: string) => `(SELECT ${of} FROM statement)`;
  const change = lastChange ? printer.rows(lastChange, lastChange.limit!, '') : 'NULL';
  const begins = memories === undefined ? '' : parameter(memories);
  return `json_array(${[
    counts ? `(SELECT json_group_array(json_array(concept, count)) FROM (${all}))` : 'NULL',
    days ? day('min(earliest)') : 'NULL',
    days ? day('max(latest)') : 'NULL',
    begins
      ? `(SELECT json_group_array(json_array(key, value)) FROM meta WHERE key >= ${begins} AND key < ${begins} || '~')`
      : 'NULL',
    change,
  ].join(', ')})`;
}

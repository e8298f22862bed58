import type { Survey } from '../../plan/plan.js';
import { quote } from './ddl.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** What the graph holds, as a list: of it what is asked for. */
export function survey(printer: Printer, { counts, days, memories, lastChange }: Survey): string {
  const { concrete } = printer.catalogue;
  const families = [...new Set(concrete.map((c) => c.family))];
  // Counting alone goes over the smallest index there is; by concept it reads every row.
  const all = families
    .map((family) => {
      const [only, ...others] = concrete.filter((c) => c.family === family);
      return others.length
        ? `SELECT concept, count(*) AS count FROM ${quote(family)} GROUP BY concept`
        : `SELECT '${only!.name}' AS concept, count(*) AS count FROM ${quote(family)}`;
    })
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

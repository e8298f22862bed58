import type { Survey } from '../../plan/plan.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** What the graph holds, as a list: of it what is asked for. */
export function survey(printer: Printer, { counts, days, memories, lastChange }: Survey): string[] {
  const all = printer.catalogue.concrete.map((c) => `['${c.name}', COUNT { (:${c.name}) }]`).join(', ');
  const day = (of: string, order: string) =>
    `head(COLLECT { MATCH (s:Statement) WHERE s.${of} IS NOT NULL RETURN s.${of} ORDER BY s.${of}${order} LIMIT 1 })`;
  const meta =
    memories === undefined
      ? 'null'
      : `COLLECT { MATCH (m:Meta) WHERE m.key STARTS WITH ${parameter(memories)} RETURN [m.key, m.value] }`;
  const rows = lastChange
    ? ['CALL () {', ...printer.rows(lastChange, lastChange.limit!, 'change').map((l) => `  ${l}`), '}']
    : [];
  return [
    ...rows,
    `RETURN [${[
      counts ? `[${all}]` : 'null',
      days ? day('earliest', '') : 'null',
      days ? day('latest', ' DESC') : 'null',
      meta,
      lastChange ? 'change' : 'null',
    ].join(', ')}] AS answer`,
  ];
}

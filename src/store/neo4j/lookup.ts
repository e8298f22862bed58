import type { Lookup } from '../../plan/plan.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** A record by its id or url, records by their ids, or who has a name: own names first, then states of today. */
export function lookup(printer: Printer, { by, param, shape }: Lookup): string[] {
  const n = printer.names.next();
  const p = parameter(param);
  const { lines, values } = printer.shape(shape, n);
  const value = values.join(', ');
  const kinds = shape.concepts.join('|');
  const among = shape.concepts.map((c) => `'${c}'`).join(', ');
  if (by === 'id')
    return [
      `MATCH (${n}:Node {id: ${p}})`,
      `WHERE ${n}:${kinds}`,
      ...lines,
      `RETURN [${value}] AS answer`,
      // What was rejected is not in the graph: the shelf has it, as a text.
      'UNION ALL',
      `MATCH (s:Shelf {id: ${p}}) WHERE s.concept IN [${among}] RETURN s.row AS answer`,
    ];
  if (by === 'url') {
    return [
      `MATCH (${n}:${kinds} {url: ${p}})`,
      `WITH ${n} ORDER BY ${n}.recordedAt DESC, ${n}.id DESC LIMIT 1`,
      ...lines,
      `RETURN [${value}] AS answer`,
    ];
  }
  if (by === 'ids') {
    return [
      `UNWIND range(0, size(${p}) - 1) AS i`,
      `OPTIONAL MATCH (${n}:Node {id: ${p}[i]})`,
      `WHERE ${n}:${kinds}`,
      ...lines,
      `WITH i, CASE WHEN ${n} IS NULL THEN coalesce(head(COLLECT { MATCH (s:Shelf {id: ${p}[i]}) WHERE s.concept IN [${among}] RETURN s.row }), [null]) ELSE [${value}] END AS row ORDER BY i`,
      'RETURN collect(row) AS answer',
    ];
  }
  return [
    `MATCH (x:Name {fold: ${p}})<-[:NAMED]-(${n})`,
    `WHERE ${n}:${kinds}`,
    `WITH ${n}, max(CASE WHEN x.own THEN 1 ELSE 0 END) AS own`,
    `WITH ${n}, 2 - 2 * own + CASE WHEN coalesce(${n}.ended_to, '') <> '' THEN 1 ELSE 0 END AS rank ORDER BY rank, ${n}.id LIMIT 11`,
    ...lines,
    `WITH rank, ${n}.id AS id, [rank, ${n}.id, ${n}.name, ${n}.description, ${value}] AS row ORDER BY rank, id`,
    'RETURN collect(row) AS answer',
  ];
}

import type { Lookup, Shape } from '../../plan/plan.js';
import { quote } from './ddl.js';
import { either, jsonArray } from './expressions.js';
import type { Printer, Read } from './print.js';
import { familyOf, parameter } from './source.js';

/** A record by its id or url, records by their ids, or who has a name: own names first, then states of today. */
export function lookup(printer: Printer, { by, param, shape }: Lookup): string {
  const p = parameter(param);
  const n = printer.alias();
  if (by === 'id' || by === 'ids') {
    const read = printer.anywhere([shape], `${n}.id`);
    // What was rejected is not in the graph: the shelf has it, as a text.
    const among = shape.concepts.map((c) => `'${c}'`).join(', ');
    const shelved = `(SELECT json_quote(s."row") FROM shelf s WHERE s.id = ${n}.id AND s.concept IN (${among}))`;
    const row = `CASE WHEN ${isOf(printer, shape, read)} THEN ${jsonArray(printer.shape(shape, read))} ELSE ${shelved} END`;
    if (by === 'id') return `(SELECT ${row} FROM (SELECT ${p} AS id) ${n}${read.joins.join('')})`;
    const given = `(SELECT key, value AS id FROM json_each(${p}))`;
    return `(SELECT json_group_array(json(${row}) ORDER BY ${n}.key) FROM ${given} ${n}${read.joins.join('')})`;
  }
  const family = quote(familyOf(printer.catalogue, shape.concepts));
  const read = printer.table(n);
  if (by === 'url') {
    const inner = `SELECT * FROM ${family} WHERE url = ${p} ORDER BY recordedAt DESC, id DESC LIMIT 1`;
    return `(SELECT ${jsonArray(printer.shape(shape, read))} FROM (${inner}) ${n}${read.joins.join('')})`;
  }
  const rank = `2 - 2 * max(x.own) + (coalesce(${n}.ended_to, '') <> '')`;
  const concepts = shape.concepts.map((c) => `'${c}'`).join(', ');
  const inner = `SELECT ${n}.*, ${rank} AS rank FROM name x JOIN ${family} ${n} ON ${n}.id = x.entity WHERE x.fold = ${p} AND ${n}.concept IN (${concepts}) GROUP BY ${n}.id ORDER BY rank, ${n}.id LIMIT 11`;
  const values = jsonArray([
    `${n}.rank`,
    `${n}.id`,
    `${n}.name`,
    `${n}.description`,
    ...printer.shape(shape, read),
  ]);
  return `(SELECT json_group_array(${values}) FROM (${inner}) ${n}${read.joins.join('')})`;
}

/** Whether there is a record, and of a concept that the shape takes. */
function isOf(printer: Printer, shape: Shape, read: Read): string {
  const concept = either(printer.familiesOf(shape.concepts).map((f) => `${read.of(f)}.concept`));
  return `${concept} IN (${shape.concepts.map((c) => `'${c}'`).join(', ')})`;
}

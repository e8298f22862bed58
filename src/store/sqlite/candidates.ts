import type { Candidates } from '../../plan/candidates.js';
import type { Param } from '../../plan/plan.js';
import { jsonArray } from './expressions.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** Who a name could be, as one JSON text. A list within a row is a JSON text too: SQLite has no lateral joins. */
export function candidates(printer: Printer, of: Candidates): string {
  const read = printer.table(printer.alias());
  const n = read.id;
  const values = jsonArray([`${n}.id`, ...printer.shape(of.shape, read)]);
  const joins = read.joins.join('');
  const held =
    of.day === undefined ? '' : printer.conditions.print({ is: 'held', surely: false, day: of.day }, 'r');
  const kinds =
    of.kinds === undefined
      ? () => ''
      : (id: string) =>
          ` AND substr(${id}, 1, instr(${id}, ':') - 1) IN (SELECT value FROM json_each(${parameter(of.kinds!)}))`;
  const named = (phrases: Param) =>
    `SELECT DISTINCT g.value AS phrase, o.id, o.name FROM json_each(${parameter(phrases)}) g JOIN name x ON x.fold = g.value JOIN entity o ON o.id = x.entity WHERE o.concept IN ('Country', 'Organization', 'Meeting') ORDER BY g.value, o.id LIMIT ${parameter(of.most)}`;
  const listed = (phrases: Param) =>
    `(SELECT json_group_array(json_array(phrase, id, name)) FROM (${named(phrases)}))`;
  const exact = `SELECT DISTINCT x.entity AS id, 1000 AS fits, 0 AS size FROM name x WHERE x.fold IN (SELECT value FROM json_each(${parameter(of.folds)}))${kinds('x.entity')} ORDER BY x.entity LIMIT ${parameter(of.most)}`;
  const page = `SELECT json_group_array(json_array(entity, size)) FROM (SELECT entity, size FROM name_key WHERE key = k.value${kinds('entity')} ORDER BY size, entity LIMIT ${parameter(of.most)})`;
  const alike = `SELECT e.value ->> 0 AS id, 1 AS fits, e.value ->> 1 AS size FROM json_each(${parameter(of.keys)}) k, json_each((${page})) e`;
  const until = of.day === undefined ? '' : ` AND began_from <= ${parameter(of.day)}`;
  const last = `SELECT id, "to", began_from, title_words FROM role WHERE "of" = o.id${until} ORDER BY began_from DESC, id DESC LIMIT ${parameter(of.offices)}`;
  const said = `SELECT b.id, b."to", b.began_from, (SELECT count(*) FROM json_each(${parameter(of.words)}) w WHERE instr(b.title_words, ' ' || w.value || ' ') > 0) AS said FROM (${last}) b`;
  // Whether it was held is asked last, of the few whose titles fit best: it reads the office's other holders.
  const fitting = `SELECT json_group_array(id) FROM (SELECT id FROM (${said}) WHERE said > 0 ORDER BY said + 2 * coalesce("to" IN (SELECT id FROM (${named(of.phrases)})), 0) DESC, began_from DESC, id DESC LIMIT ${parameter(of.fitting)})`;
  const holders = `SELECT DISTINCT r.person AS id, 100 AS fits, 0 AS size FROM (${named(of.phrases)}) o, json_each((${fitting})) e JOIN role r ON r.id = e.value WHERE 1${held && ` AND (${held})`}${kinds('r.person')} ORDER BY r.person LIMIT ${parameter(of.most)}`;
  const all = [exact, alike, holders].map((way) => `SELECT * FROM (${way})`).join(' UNION ALL ');
  const best = `SELECT id, sum(fits) AS fits, min(size) AS size FROM (${all}) GROUP BY id ORDER BY fits DESC, size, id LIMIT ${parameter(of.most)}`;
  const rows = `(SELECT json_group_array(${values}) FROM (${best}) c JOIN entity ${n} ON ${n}.id = c.id${joins})`;
  return `json_array(${listed(of.phrases)}, ${listed(of.context)}, ${rows})`;
}

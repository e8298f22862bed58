import { isFact, ties } from '../../model/ties.js';
import type { Period, Steps } from '../../plan/ties.js';
import { overlap } from '../overlap.js';
import { makers } from './makers.js';
import { jsonArray } from './expressions.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** How many of the facts that make a tie are shown. */
const SHOWN = 3;

/**
 * What is taken of each step that `source` gives by near, relation and far: one JSON list a step, and the joins it
 * needs beside `s`.
 */
export function steps(
  printer: Printer,
  { from, to, facts }: Steps,
  source: string,
  during?: Period,
): { from: string; value: string } {
  const joins: string[] = [];
  const end = (shapes: Steps['from'], id: string) => {
    if (!shapes.length) return [];
    const n = printer.alias();
    const read = { ...printer.table(n), joins };
    joins.push(` JOIN entity ${n} ON ${n}.id = ${id}`);
    return shapes.flatMap((shape) => printer.shape(shape, read));
  };
  const values = ['s.relation', ...end(from, 's.near'), ...end(to, 's.far')];
  if (!facts.length) return { from: `(${source}) s${joins.join('')}`, value: jsonArray(values) };
  const read = printer.anywhere(facts, 'm.id');
  const fact = jsonArray(facts.flatMap((shape) => printer.shape(shape, read)));
  const found = `SELECT id, day FROM (${made(printer, during)}) ORDER BY day DESC, id DESC LIMIT ${SHOWN}`;
  values.push(
    `(SELECT json_group_array(${fact} ORDER BY m.day DESC, m.id DESC) FROM (${found}) m${read.joins.join('')})`,
  );
  return { from: `(${directed(printer, source)}) s${joins.join('')}`, value: jsonArray(values) };
}

const list = (names: readonly string[]) => `(${[...new Set(names)].map((name) => `'${name}'`).join(', ')})`;

/**
 * The steps with the ends as the fact has them, and which of the two has fewer ties: its facts are read. The LIMIT
 * keeps SQLite from working this out again wherever it is used.
 */
function directed({ catalogue }: Printer, source: string): string {
  const inverse = list(ties(catalogue).map((tie) => tie.inverse));
  const turned = `SELECT e.*, CASE WHEN relation IN ${inverse} THEN far ELSE near END AS a, CASE WHEN relation IN ${inverse} THEN near ELSE far END AS b FROM (${source}) e`;
  return `SELECT c.*, (SELECT p.degree <= q.degree FROM tied p, tied q WHERE p.entity = a AND q.entity = b) AS rarer FROM (${turned}) c LIMIT -1`;
}

/**
 * The ids and days of what makes the tie `s`: facts, or the entity whose own relation it is. What does not concern a
 * step is kept out by the key a scan starts from: as a condition of its own it would be looked at on every row.
 */
function made({ catalogue }: Printer, during: Period | undefined): string {
  const facts = ties(catalogue).filter(isFact);
  const period = during && { from: parameter(during.from), to: parameter(during.to) };
  const found = facts.flatMap((tie) => {
    const day = `f.${catalogue.concept(tie.owner).chronology}_from`;
    return (['near', 'far'] as const).flatMap((drive) => {
      const [rarer, end] = drive === 'near' ? ['s.rarer', 's.a'] : ['NOT s.rarer', 's.b'];
      const key = `CASE WHEN ${rarer} AND s.relation IN ${list([tie.relation, tie.inverse])} THEN ${end} END`;
      return makers(catalogue, tie, drive, key).map(({ from, where, near, far }) => {
        const other = drive === 'near' ? `+${far} = s.b` : `+${near} = s.a`;
        const all = [...where, other, ...(period ? [overlap(catalogue, tie.owner, 'f', period)!] : [])];
        return `SELECT * FROM (SELECT f.id, ${day} AS day FROM ${from} WHERE ${all.join(' AND ')} ORDER BY day DESC, f.id DESC LIMIT ${SHOWN})`;
      });
    });
  });
  const names = list(facts.flatMap((tie) => [tie.relation, tie.inverse]));
  return [...found, `SELECT s.a AS id, '' AS day WHERE s.relation NOT IN ${names}`].join(' UNION ALL ');
}

import type { Paths } from '../../plan/ties.js';
import { FRONTIER, READ } from '../frontier.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';
import { steps } from './steps.js';

/**
 * Paths by length, from both ends: one step is looked up, two are the neighbours that the ends have in common, three
 * and four join the ends' frontiers. A longer length is looked at only where the shorter ones gave too few: a guard
 * stands in the key that a scan starts from.
 */
export function paths(printer: Printer, plan: Paths): string {
  const found = search(plan);
  const walked = `SELECT path, place, near, far, (SELECT relation FROM tie t WHERE t.near = w.near AND t.far = w.far AND t.fact ORDER BY t.weight DESC, t.relation LIMIT 1) AS relation FROM walked w`;
  const { from, value } = steps(printer, plan.steps, walked);
  const one = `SELECT s.path, json_group_array(${value} ORDER BY s.place) AS steps FROM ${from} GROUP BY s.path`;
  return `WITH ${found} SELECT json_group_array(json(steps) ORDER BY path) AS answer FROM (${one})`;
}

function search(plan: Paths): string {
  const [from, to, longest, limit] = [plan.from, plan.to, plan.longest, plan.limit].map(parameter);
  const missing = (length: number, ...before: string[]) =>
    `${longest} >= ${length} AND ${before.map((b) => `(SELECT count(*) FROM ${b})`).join(' + ')} < ${limit}`;
  const table = (name: string, of: string) => `${name} AS MATERIALIZED (${of})`;
  const degree = (of: string) => `(SELECT degree FROM tied WHERE entity = ${of})`;
  const frontier = (end: string, other: string) => {
    const around = `SELECT DISTINCT far FROM tie WHERE near = CASE WHEN ${from} <> ${to} AND ${missing(3, 'upto2')} THEN ${end} END AND far <> ${other} AND fact`;
    return `SELECT id, degree, sum(degree) OVER (ORDER BY degree, id) AS read FROM (SELECT c.far AS id, d.degree FROM (${around}) c JOIN tied d ON d.entity = c.far ORDER BY d.degree, c.far LIMIT ${FRONTIER})`;
  };
  // Of all who lead to one entity the first few suffice: any other gives a path behind theirs.
  const beyond = (frontier: string) => {
    const ties = `SELECT DISTINCT t.far AS id, x.id AS through, x.degree FROM ${frontier} x CROSS JOIN tie t ON t.near = CASE WHEN ${missing(4, 'upto2', 'of3')} THEN x.id END WHERE x.read <= ${READ} AND t.fact AND t.far <> ${from} AND t.far <> ${to}`;
    return `SELECT * FROM (SELECT id, through, degree, row_number() OVER (PARTITION BY id ORDER BY degree, through) AS place FROM (${ties})) WHERE place <= ${limit} + 1`;
  };
  return [
    // The end with fewer ties is walked, the other is probed.
    table(
      'ends(few, many)',
      `SELECT iif(turned, ${to}, ${from}), iif(turned, ${from}, ${to}) FROM (SELECT ${degree(from!)} > ${degree(to!)} AS turned) WHERE ${from} <> ${to}`,
    ),
    table(
      'upto2(length, rank, x, y, z)',
      `SELECT 1, 0, '', '', '' FROM ends WHERE EXISTS (SELECT 1 FROM tie WHERE near = few AND far = many AND fact) UNION ALL SELECT * FROM (SELECT 2, d.degree, c.far, '', '' FROM (SELECT DISTINCT t.far, many FROM ends CROSS JOIN tie t ON t.near = few WHERE t.fact AND ${longest} >= 2) c JOIN tied d ON d.entity = c.far WHERE EXISTS (SELECT 1 FROM tie u WHERE u.near = c.many AND u.far = c.far AND u.fact) ORDER BY d.degree, c.far LIMIT ${limit})`,
    ),
    table('near_from', frontier(from!, to!)),
    table('near_to', frontier(to!, from!)),
    table(
      'of3(length, rank, x, y, z)',
      `SELECT 3, a.degree + b.degree AS rank, a.id, b.id, '' FROM near_from a CROSS JOIN near_to b WHERE EXISTS (SELECT 1 FROM tie t WHERE t.near = a.id AND t.far = b.id AND t.fact) ORDER BY rank, a.id, b.id LIMIT ${limit}`,
    ),
    table('beyond_from', beyond('near_from')),
    table('beyond_to', beyond('near_to')),
    table(
      'of4(length, rank, x, y, z)',
      `SELECT 4, a.degree + d.degree + b.degree AS rank, a.through, a.id, b.through FROM beyond_from a JOIN beyond_to b ON b.id = a.id AND b.through <> a.through JOIN tied d ON d.entity = a.id ORDER BY rank, a.through, a.id, b.through LIMIT ${limit}`,
    ),
    table(
      'path',
      `SELECT row_number() OVER (ORDER BY length, rank, x, y, z) AS path, * FROM (SELECT * FROM upto2 UNION ALL SELECT * FROM of3 UNION ALL SELECT * FROM of4) ORDER BY path LIMIT ${limit}`,
    ),
    table(
      'walked(path, place, near, far)',
      ['x', 'y', 'z', to]
        .map((next, i) => {
          const near = [from, 'x', 'y', 'z'][i];
          return `SELECT path, ${i + 1}, ${near}, iif(length = ${i + 1}, ${to}, ${next}) FROM path WHERE length >= ${i + 1}`;
        })
        .join(' UNION ALL '),
    ),
  ].join(', ');
}

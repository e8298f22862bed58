import { indent } from '../../plan/lines.js';
import type { Paths } from '../../plan/ties.js';
import { FRONTIER, READ } from '../frontier.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';
import { steps } from './steps.js';
import { degree } from './ties.js';

/**
 * Paths by length, from both ends: one step is looked up, two are the neighbours that the ends have in common, three
 * and four join the ends' frontiers. A longer length is looked at only where the shorter ones gave too few. A path is
 * found as its rank and the nodes between.
 */
export function paths(printer: Printer, plan: Paths): string[] {
  const { lines, value } = steps(printer, plan.steps);
  return [
    `MATCH (a:Node {id: ${parameter(plan.from)}}) MATCH (b:Node {id: ${parameter(plan.to)}}) WHERE a <> b`,
    ...upTo2(plan),
    ...frontiers(plan),
    ...of3(plan),
    ...of4(plan),
    `WITH a, b, (upto2 + of3 + of4)[..${parameter(plan.limit)}] AS found`,
    'UNWIND range(0, size(found) - 1) AS path',
    'WITH path, [a] + found[path] + [b] AS nodes',
    'UNWIND range(0, size(nodes) - 2) AS place',
    'WITH path, place, nodes[place] AS near, nodes[place + 1] AS far',
    'CALL (near, far) {',
    '  MATCH (near)-[r:TIE {p: near.id, s: far.id}]->(far) WHERE r.fact',
    '  RETURN r.relation AS relation ORDER BY r.rank, relation LIMIT 1',
    '}',
    ...lines,
    `WITH path, place, ${value} AS row ORDER BY path, place`,
    'WITH path, collect(row) AS rows ORDER BY path',
    'RETURN collect(rows) AS answer',
  ];
}

function upTo2({ longest, limit }: Paths): string[] {
  return [
    'CALL (a, b) {',
    ...indent([
      'CALL (a, b) {',
      '  MATCH (a)-[r:TIE {p: a.id, s: b.id}]->(b) WHERE r.fact',
      '  RETURN DISTINCT 0 AS rank, [] AS nodes',
      '  UNION ALL',
      `  WITH a, b, ${degree('a')} > ${degree('b')} AS turned WHERE ${parameter(longest)} >= 2`,
      '  WITH CASE WHEN turned THEN b ELSE a END AS few, CASE WHEN turned THEN a ELSE b END AS many',
      '  MATCH (few)-[r:TIE]->(x) WHERE r.fact',
      '  WITH DISTINCT x, many',
      '  MATCH (many)-[r:TIE {p: many.id, s: x.id}]->(x) WHERE r.fact',
      `  WITH DISTINCT x WITH x, ${degree('x')} AS rank ORDER BY rank, x.id LIMIT ${parameter(limit)}`,
      '  RETURN rank, [x] AS nodes',
      '}',
      'WITH rank, nodes ORDER BY size(nodes), rank, [n IN nodes | n.id]',
      'RETURN collect(nodes) AS upto2',
    ]),
    '}',
  ];
}

/** The neighbours of each end with the fewest ties, with how many those and all before them have. */
function frontiers({ longest, limit }: Paths): string[] {
  const around = (end: string, other: string, name: string) => [
    `CALL (${end}, ${other}, upto2) {`,
    ...indent([
      `WITH ${end}, ${other} WHERE ${parameter(longest)} >= 3 AND size(upto2) < ${parameter(limit)}`,
      `MATCH (${end})-[r:TIE]->(x) WHERE r.fact AND x <> ${other}`,
      `WITH DISTINCT x WITH x, ${degree('x')} AS degree ORDER BY degree, x.id LIMIT ${FRONTIER}`,
      `RETURN collect([x, degree]) AS ${name}`,
    ]),
    '}',
  ];
  return [...around('a', 'b', 'nearA'), ...around('b', 'a', 'nearB')];
}

function of3({ limit }: Paths): string[] {
  return [
    'CALL (nearA, nearB) {',
    ...indent([
      'UNWIND nearA AS p UNWIND nearB AS q',
      'WITH p[0] AS x, q[0] AS y, p[1] + q[1] AS rank',
      'MATCH (x)-[r:TIE {p: x.id, s: y.id}]->(y) WHERE r.fact',
      `WITH DISTINCT x, y, rank ORDER BY rank, x.id, y.id LIMIT ${parameter(limit)}`,
      'RETURN collect([x, y]) AS of3',
    ]),
    '}',
  ];
}

function of4({ longest, limit }: Paths): string[] {
  const side = (name: string, side: number) => [
    `UNWIND range(0, size(${name}) - 1) AS i`,
    `WITH i, ${name}[i] AS p, a, b`,
    `WHERE reduce(read = 0, q IN ${name}[0..i + 1] | read + q[1]) <= ${READ}`,
    'WITH p[0] AS x, p[1] AS degree, a, b',
    'MATCH (x)-[r:TIE]->(m) WHERE r.fact AND m <> a AND m <> b',
    `RETURN DISTINCT m, x, degree, ${side} AS side`,
  ];
  // Of all who lead to one entity the first few suffice: any other gives a path behind theirs.
  const first = (side: number) =>
    `collect(CASE WHEN side = ${side} THEN [x, degree] END)[..${parameter(limit)} + 1]`;
  return [
    'CALL (a, b, upto2, of3, nearA, nearB) {',
    ...indent([
      `WITH a, b, nearA, nearB WHERE ${parameter(longest)} >= 4 AND size(upto2) + size(of3) < ${parameter(limit)}`,
      'CALL (a, b, nearA, nearB) {',
      ...indent([...side('nearA', 0), 'UNION ALL', ...side('nearB', 1)]),
      '}',
      'WITH m, x, degree, side ORDER BY degree, x.id',
      `WITH m, ${first(0)} AS before, ${first(1)} AS behind WHERE size(before) > 0 AND size(behind) > 0`,
      'UNWIND before AS p UNWIND behind AS q',
      'WITH m, p, q WHERE p[0] <> q[0]',
      `WITH p[0] AS x, m, q[0] AS y, p[1] + ${degree('m')} + q[1] AS rank ORDER BY rank, x.id, m.id, y.id LIMIT ${parameter(limit)}`,
      'RETURN collect([x, m, y]) AS of4',
    ]),
    '}',
  ];
}

import type { Period, Steps } from '../../plan/ties.js';
import { Makers } from './makers.js';
import { call } from './lines.js';
import type { Printer } from './print.js';
import { degree } from './ties.js';

/** How many of the facts that make a tie are shown. */
const SHOWN = 3;

/** What is taken of a step, of which `near`, `relation` and `far` are bound: what to match before, and one list. */
export function steps(
  printer: Printer,
  { from, to, facts }: Steps,
  during?: Period,
): { lines: string[]; value: string } {
  const ends = [...from.map((s) => printer.shape(s, 'near')), ...to.map((s) => printer.shape(s, 'far'))];
  const values = ['relation', ...ends.flatMap((s) => s.values)];
  const lines = ends.flatMap((s) => s.lines);
  if (facts.length) {
    const shown = facts.map((shape) => printer.shape(shape, 'f'));
    const inner = [
      ...made(new Makers(printer.catalogue), during),
      `WITH f, day ORDER BY day DESC, f.id DESC LIMIT ${SHOWN}`,
      ...shown.flatMap((s) => s.lines),
      `WITH f, day, [${shown.flatMap((s) => s.values).join(', ')}] AS row ORDER BY day DESC, f.id DESC`,
      'RETURN collect(row) AS facts',
    ];
    lines.push(...call(['near', 'relation', 'far'], inner));
    values.push('facts');
  }
  return { lines, value: `[${values.join(', ')}]` };
}

/** The facts that make the tie, read from the end with fewer ties; or the entity whose own relation it is. */
function made(makers: Makers, during: Period | undefined): string[] {
  const turned = `relation IN ${makers.inverses}`;
  const where = [
    `relation + ' ' + near + ' ' + far IN ${makers.names}`,
    makers.counts('f', 'near'),
    ...(during ? [makers.within('f', during)] : []),
  ].join(' AND ');
  return [
    `WITH relation, CASE WHEN ${turned} THEN far ELSE near END AS a, CASE WHEN ${turned} THEN near ELSE far END AS b`,
    'CALL (relation, a, b) {',
    `  WITH relation, a, b WHERE ${degree('a')} <= ${degree('b')}`,
    `  MATCH (a)<-[n:${makers.near}]-(f)`,
    '  WITH relation, b, f, type(n) AS near',
    `  MATCH (f)-[x:${makers.far}]->(b)`,
    '  WITH relation, f, near, type(x) AS far',
    `  WHERE ${where}`,
    `  RETURN f, ${makers.day('f')} AS day`,
    '  UNION ALL',
    `  WITH relation, a, b WHERE ${degree('a')} > ${degree('b')}`,
    `  MATCH (b)<-[x:${makers.far}]-(f)`,
    // The type is said here: over a plain WITH the planner goes on, and begins at the other end after all.
    '  WITH relation, a, f, type(x) AS far',
    `  MATCH (f)-[n:${makers.near}]->(a)`,
    '  WITH relation, f, far, type(n) AS near',
    `  WHERE ${where}`,
    `  RETURN f, ${makers.day('f')} AS day`,
    '  UNION ALL',
    `  WITH relation, a AS f WHERE NOT relation IN ${makers.factNames}`,
    "  RETURN f, '' AS day",
    '}',
  ];
}

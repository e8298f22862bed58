import type { Candidates } from '../../plan/candidates.js';
import type { Param } from '../../plan/plan.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';

/** Who a name could be. Each way has its limit inside, in the order of an index. */
export function candidates(printer: Printer, of: Candidates): string[] {
  const n = printer.names.next();
  const { lines, values } = printer.shape(of.shape, n);
  const held =
    of.day === undefined ? '' : printer.conditions.print({ is: 'held', surely: false, day: of.day }, 'r');
  const kinds = (id: string) =>
    of.kinds === undefined ? [] : [`split(${id}, ':')[0] IN ${parameter(of.kinds)}`];
  const where = (conditions: readonly string[]) =>
    conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
  const most = parameter(of.most);
  const named = (phrases: Param) => [
    `UNWIND ${parameter(phrases)} AS phrase`,
    'MATCH (:Name {fold: phrase})<-[:NAMED]-(o:Country|Organization|Meeting)',
    `WITH DISTINCT phrase, o ORDER BY phrase, o.id LIMIT ${most}`,
  ];
  const listed = (phrases: Param, out: string) => [
    'CALL () {',
    ...named(phrases).map((l) => `  ${l}`),
    `  RETURN collect([phrase, o.id, o.name]) AS ${out}`,
    '}',
  ];
  const until = of.day === undefined ? 'b.d IS NOT NULL' : `b.d <= ${parameter(of.day)}`;
  const said = `size([w IN ${parameter(of.words)} WHERE r.title_words CONTAINS ' ' + w + ' '])`;
  return [
    ...listed(of.phrases, 'named'),
    ...listed(of.context, 'context'),
    'CALL (named) {',
    '  CALL (named) {',
    `    UNWIND ${parameter(of.folds)} AS fold MATCH (:Name {fold: fold})<-[:NAMED]-(e:Entity)${where(kinds('e.id'))}`,
    `    WITH DISTINCT e.id AS id ORDER BY id LIMIT ${most}`,
    '    RETURN id, 1000 AS fits, 0 AS size',
    '    UNION ALL',
    `    UNWIND ${parameter(of.keys)} AS key`,
    '    CALL (key) {',
    `      MATCH ()-[s:SOUNDS {key: key}]->()${where(['s.size IS NOT NULL', 's.s IS NOT NULL', ...kinds('s.s')])}`,
    `      WITH s ORDER BY s.key, s.size, s.s LIMIT ${most}`,
    '      RETURN s.s AS id, s.size AS size',
    '    }',
    '    RETURN id, 1 AS fits, size',
    '    UNION ALL',
    ...named(of.phrases).map((l) => `    ${l}`),
    '    CALL (o, named) {',
    `      MATCH (r)-[b:OFFICE_OF {p: o.id}]->() WHERE ${until} AND b.s IS NOT NULL`,
    `      WITH r, b, named ORDER BY b.p DESC, b.d DESC, b.s DESC LIMIT ${parameter(of.offices)}`,
    `      WITH r, named, ${said} AS said WHERE said > 0`,
    // Whether it was held is asked last, of the few whose titles fit best: it reads the office's other holders.
    '      OPTIONAL MATCH (r)-[:ACCREDITED_TO]->(t)',
    '      WITH r, said + CASE WHEN t.id IN [x IN named | x[1]] THEN 2 ELSE 0 END AS fits',
    `      WITH r ORDER BY fits DESC, r.began_from DESC, r.id DESC LIMIT ${parameter(of.fitting)}`,
    '      RETURN r',
    '    }',
    ...(held ? [`    WITH r WHERE ${held}`] : []),
    `    MATCH (r)-[:HELD_BY_PERSON]->(e)${where(kinds('e.id'))}`,
    `    WITH DISTINCT e.id AS id ORDER BY id LIMIT ${most}`,
    '    RETURN id, 100 AS fits, 0 AS size',
    '  }',
    `  WITH id, sum(fits) AS fits, min(size) AS size ORDER BY fits DESC, size, id LIMIT ${most}`,
    `  MATCH (${n}:Node {id: id})`,
    ...lines.map((l) => `  ${l}`),
    `  RETURN collect([${[`${n}.id`, ...values].join(', ')}]) AS rows`,
    '}',
    'RETURN [named, context, rows] AS answer',
  ];
}

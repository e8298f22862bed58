import type { Way } from './access.js';

/** A list of rows `n`, in pieces of SQL: their columns with the keys of an order, and that order. */
export interface Listed {
  readonly from: string;
  readonly where: readonly string[];
  readonly columns: string;
  readonly order: string;
}

/** A page of a filtered list. */
export interface Raced {
  readonly n: string;
  /** The list as it is walked in its order, and as it is where ids lead to its rows. */
  readonly walk: Listed;
  readonly list: Listed;
  /** What is asked of the rows that are walked. */
  readonly filter: readonly string[];
  readonly ways: readonly PrintedWay[];
  /** The order, where its keys are columns already. */
  readonly sorted: string;
  /** One more than the page. */
  readonly limit: string;
}

/** A way with what its rows have to fulfil besides, as SQL. */
export type PrintedWay = Way & { readonly filter: readonly string[] };

/** So many rows by each way are counted; where every way leads to as many, the next many are. The last are counted after the try. */
const FEW = 128;
const SOME = 4096;
const MANY = 65_536;

/**
 * The ids and keys of a page's rows, by whichever is shorter: through the list in its order until the page is full, or by
 * one of the ways that its filter opens. Nothing is assumed of how conditions go together: the list is tried for a quarter of
 * the shortest way's rows, and what was found there tells how far it would be. A guard is a LIMIT, which is read once;
 * as a condition SQLite would ask it of every row.
 */
export function race({ n, walk, list, filter, ways, sorted, limit }: Raced): string {
  const least = leastOf(ways);
  const next = `(SELECT ${walk.columns} FROM ${walk.from}${clause(walk.where)} ORDER BY ${walk.order} LIMIT (SELECT ${least} / 4 FROM some)) ${n}`;
  const tables = [
    counted('few', ways, FEW),
    counted('some', ways, SOME, 'few', `(SELECT CASE ${least} WHEN ${FEW} THEN ${SOME} ELSE 0 END FROM few)`),
    `tried AS MATERIALIZED (SELECT * FROM ${next}${clause(filter)} LIMIT ${limit})`,
    `fit(hits) AS MATERIALIZED (SELECT count(*) FROM tried)`,
    counted(
      'many',
      ways,
      MANY,
      'some',
      `(SELECT CASE WHEN hits < ${limit} AND ${least} = ${SOME} THEN ${MANY} ELSE 0 END FROM some, fit)`,
    ),
    `chosen(way) AS MATERIALIZED (SELECT CASE WHEN hits >= ${limit} THEN ${TRIED} WHEN ${limit} * (SELECT ${least} / 4 FROM some) < hits * ${least} THEN ${WALKED} ELSE ${shortest(ways)} END FROM many, fit)`,
  ];
  const when = (way: number, most: string) =>
    `(SELECT CASE way WHEN ${way} THEN ${most} ELSE 0 END FROM chosen)`;
  const branches = [
    `SELECT * FROM (SELECT * FROM tried LIMIT ${when(TRIED, '-1')})`,
    `SELECT * FROM (SELECT ${walk.columns} FROM ${walk.from}${clause([...walk.where, ...filter])} ORDER BY ${walk.order} LIMIT ${when(WALKED, limit)})`,
    ...ways.map(
      (way, i) =>
        `SELECT ${list.columns} FROM (${idsBy(way)} LIMIT ${when(i, '-1')}) ${n}i CROSS JOIN ${list.from} ON ${n}.id = ${n}i.id${clause([...list.where, ...way.filter])}`,
    ),
  ];
  return `WITH ${tables.join(', ')} SELECT * FROM (${branches.join(' UNION ALL ')}) ORDER BY ${sorted} LIMIT ${limit}`;
}

/** What is chosen besides the number of a way: the try was enough, or the list is walked on. */
const TRIED = -2;
const WALKED = -1;

/** The ids that the shortest of the ways leads to. */
export function byShortest(ways: readonly Way[]): string {
  if (ways.length === 1) return `(${idsBy(ways[0]!)})`;
  const of = ways.map(
    (way, i) =>
      `SELECT * FROM (${idsBy(way)} LIMIT (SELECT CASE way WHEN ${i} THEN -1 ELSE 0 END FROM chosen))`,
  );
  const tables = [
    counted('few', ways, FEW),
    counted(
      'many',
      ways,
      MANY,
      'few',
      `(SELECT CASE ${leastOf(ways)} WHEN ${FEW} THEN ${MANY} ELSE 0 END FROM few)`,
    ),
  ];
  return `(WITH ${tables.join(', ')}, chosen(way) AS MATERIALIZED (SELECT ${shortest(ways)} FROM many) ${of.join(' UNION ALL ')})`;
}

const idsBy = ({ id, from, twice }: Way) => `SELECT ${twice ? 'DISTINCT ' : ''}${id} AS id FROM ${from}`;

/** How many rows each way leads to, of at most so many; those that were counted `before` are no less. */
function counted(
  name: string,
  ways: readonly Way[],
  most: number,
  before?: string,
  limit = `${most}`,
): string {
  const sizes = ways.map(({ from }, i) => {
    const size = `(SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${limit}))`;
    return before ? `max(w${i}, ${size})` : size;
  });
  return `${name}(${named(ways)}) AS MATERIALIZED (SELECT ${sizes.join(', ')}${before ? ` FROM ${before}` : ''})`;
}

const named = (ways: readonly Way[]) => ways.map((_, i) => `w${i}`).join(', ');
// Of one value min() is an aggregate.
const leastOf = (ways: readonly Way[]) => (ways.length > 1 ? `min(${named(ways)})` : 'w0');
const shortest = (ways: readonly Way[]) =>
  ways.length > 1 ? `CASE ${leastOf(ways)} ${ways.map((_, i) => `WHEN w${i} THEN ${i}`).join(' ')} END` : '0';
const clause = (where: readonly string[]) => (where.length ? ` WHERE ${where.join(' AND ')}` : '');

import type { FullText } from '../../plan/full-text.js';
import type { Param, Search, SearchedFamily, Texts } from '../../plan/plan.js';
import type { Term } from '../../model/search-terms.js';
import { parameter } from './source.js';

/** The full-text table of a family. */
export const searchTable = (family: string) => `search_${family}`;

/**
 * As many hits are put in order; where there are more, the family is walked in its order, and a page is soon full. For h
 * hits among n that walk has page * n / h steps: it is shorter than the hits from the square root of page * n on.
 */
const few = (limit: Param) =>
  `SELECT max(1000, CAST(sqrt(${parameter(limit)} * (SELECT coalesce(max(doc), 0) FROM searched)) AS INTEGER))`;

/** What a search finds, as a table of id, tier and key; enough of them for the page. */
export function printSearch(
  search: Search,
  limit: Param,
  after: readonly Param[] | undefined,
  g: string,
): string {
  const { among, terms } = search;
  const tables = [`${g}n AS MATERIALIZED (${named(search)})`, `${g}few(n) AS MATERIALIZED (${few(limit)})`];
  const tier = (n: 2 | 3, family: SearchedFamily, enough: readonly string[]) => {
    const h = `${g}h${n}${family.family}`;
    const table = searchTable(family.family);
    const question = parameter(n === 2 ? family.all : family.any);
    tables.push(
      `${h} AS MATERIALIZED (SELECT rowid AS doc FROM ${table} WHERE ${table} MATCH ${question} LIMIT (SELECT n + 1 FROM ${g}few))`,
    );
    return tierOf(search, n, family, {
      h,
      names: `${g}n`,
      few: `(SELECT n FROM ${g}few)`,
      limit,
      after,
      guards: enough,
    });
  };
  const page = after
    ? ` WHERE s.tier = 0 AND ${isBeyond('s', 0, after)} OR s.tier = 1 AND ${isBeyond('s', 1, after)}`
    : '';
  const best = [
    `SELECT s.id, s.tier, s.key FROM ${g}n s${page}`,
    ...among.map((family) => tier(2, family, [])),
  ];
  tables.push(`${g}b AS MATERIALIZED (${best.join(' UNION ALL ')})`);
  const enough = [`(SELECT count(*) FROM ${g}b) < ${parameter(limit)}`];
  // With one term, some are all.
  const rest = terms.count > 1 ? among.map((family) => tier(3, family, enough)) : [];
  const found = [`SELECT id, tier, key FROM ${g}b`, ...rest].join(' UNION ALL ');
  return `(WITH ${tables.join(', ')} ${found})`;
}

/** Names that were typed whole, or that begin so. */
function named({ among, exact, begins, until, without }: Search): string {
  const entities = among.find((f) => f.family === 'entity');
  if (!entities) return 'SELECT NULL AS id, NULL AS tier, NULL AS key WHERE 0';
  const names = `SELECT entity, fold FROM name WHERE fold = ${parameter(exact)} UNION SELECT entity, fold FROM name WHERE fold >= ${parameter(begins)} AND fold < ${parameter(until)}`;
  const kept = [...wanted('s', entities), ...contains('s', without, 'none')].map((c) => ` AND ${c}`).join('');
  // From the names to what bears them, in this order: the other way round reads every entity.
  return `SELECT s.id, min(x.fold <> ${parameter(exact)}) AS tier, s.key FROM (${names}) x CROSS JOIN searched s WHERE s.id = x.entity${kept} GROUP BY s.id`;
}

interface Around {
  /** The table of the index's hits, and that of the names. */
  readonly h: string;
  readonly names: string;
  /** How many hits are few. */
  readonly few: string;
  readonly limit: Param;
  readonly after: readonly Param[] | undefined;
  /** What must hold for the tier to be looked at. */
  readonly guards: readonly string[];
}

/** What is found of a family by all terms, or by some of them and not all; names apart. */
function tierOf(
  { terms, without }: Search,
  n: 2 | 3,
  family: SearchedFamily,
  { h, names, few, limit, after, guards }: Around,
): string {
  const fits = [
    `s.id NOT IN (SELECT id FROM ${names})`,
    ...(n === 3 ? contains('s', terms, 'not all') : []),
    ...(after ? [isBeyond('s', n, after)] : []),
  ];
  const from = after
    ? [`s.key >= CASE WHEN ${parameter(after[0]!)} = ${n} THEN ${parameter(after[1]!)} ELSE '' END`]
    : [];
  const many = [
    `s.family = '${family.family}'`,
    ...from,
    ...wanted('s', family),
    ...contains('s', terms, n === 2 ? 'all' : 'any'),
    ...contains('s', without, 'none'),
    ...fits,
  ];
  const taken = `SELECT s.id, ${n} AS tier, s.key FROM`;
  // As a limit a condition is asked once; among the others, of every row.
  const when = (condition: string, rows: string) =>
    ` LIMIT CASE WHEN ${[condition, ...guards].join(' AND ')} THEN ${rows} ELSE 0 END`;
  const hits = `${taken} ${h} JOIN searched s ON s.doc = ${h}.doc WHERE ${fits.join(' AND ')}${when(`(SELECT count(*) FROM ${h}) <= ${few}`, '-1')}`;
  const walk = `${taken} searched s WHERE ${many.join(' AND ')} ORDER BY s.key, s.id${when(`(SELECT count(*) FROM ${h}) > ${few}`, parameter(limit))}`;
  return `SELECT * FROM (${hits}) UNION ALL SELECT * FROM (${walk})`;
}

const wanted = (s: string, { concepts, whole }: SearchedFamily): string[] =>
  whole ? [] : [`${s}.concept IN (SELECT value FROM json_each(${parameter(concepts)}))`];

/** Whether texts of a list stand in the searched text; one comparison each, since a sub-select for each row is slow. */
function contains(s: string, { param, count }: Texts, which: 'all' | 'any' | 'none' | 'not all'): string[] {
  const sign = which === 'all' || which === 'any' ? '>' : '=';
  const each = Array.from(
    { length: count },
    (_, i) => `instr(${s}.text, ${parameter(param)} ->> ${i}) ${sign} 0`,
  );
  if (which === 'all' || which === 'none') return each;
  return [each.length ? `(${each.join(' OR ')})` : '0'];
}

/** How many a search finds. */
export function printCount({ among }: Search): string {
  const counts = among.map(({ family, any }) => {
    const table = searchTable(family);
    return `(SELECT count(*) FROM ${table} WHERE ${table} MATCH ${parameter(any)})`;
  });
  return counts.join(' + ');
}

function isBeyond(s: string, tier: number, [t, key, id]: readonly Param[]): string {
  const [at, k, i] = [parameter(t!), parameter(key!), parameter(id!)];
  return `(${at} < ${tier} OR ${at} = ${tier} AND (${s}.key > ${k} OR ${s}.key = ${k} AND ${s}.id > ${i}))`;
}

/**
 * A full-text question in the language of FTS5, every word quoted.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function fts5({ asks, terms, without, kinds }: FullText): string {
  // A word that stands in no text: a search for nothing finds nothing.
  const asked = terms.length ? terms.map(phrase).join(asks === 'all' ? ' AND ' : ' OR ') : '"_none"';
  const among = kinds.length ? ` AND (${kinds.map((kind) => `"${kind}"`).join(' OR ')})` : '';
  return `((${asked})${among})${without.map((term) => ` NOT ${phrase(term)}`).join('')}`;
}

const phrase = ({ words, prefix }: Term) => `"${words.join(' ')}"${prefix ? ' *' : ''}`;

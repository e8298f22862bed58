import type { FullText } from '../../plan/full-text.js';
import type { Param, Search, SearchedFamily } from '../../plan/plan.js';
import type { Term } from '../../model/search-terms.js';

/** The full-text table of a family. */
export const searchTable = (family: string) => `search_${family}`;

/** As many hits are put in order; where there are more, the family is walked in its order, and a page is soon full. */
const FEW = 1000;

const parameter = (param: Param) => `?${param + 1}`;

/** What a search finds, as a table of id, tier and key; enough of them for the page. */
export function printSearch(
  { among, exact, begins, until, terms, without, several }: Search,
  limit: Param,
  after: readonly Param[] | undefined,
  g: string,
): string {
  const tables: string[] = [];
  const lacks = (s: string) => contained(s, without, 'NOT EXISTS', '> 0');
  const wanted = (s: string, { family, concepts }: SearchedFamily) =>
    `${s}.family = '${family}' AND ${s}.concept IN (SELECT value FROM json_each(${parameter(concepts)}))`;
  const beyond = (s: string, tier: number) => (after ? ` AND ${isBeyond(s, tier, after)}` : '');

  const entities = among.find((f) => f.family === 'entity');
  const nothing = 'SELECT NULL AS id, NULL AS tier, NULL AS key WHERE 0';
  const named = entities
    ? `SELECT s.id, min(x.fold <> ${parameter(exact)}) AS tier, s.key FROM name x JOIN searched s ON s.id = x.entity WHERE (x.fold = ${parameter(exact)} OR x.fold >= ${parameter(begins)} AND x.fold < ${parameter(until)}) AND ${wanted('s', entities)} AND ${lacks('s')} GROUP BY s.id`
    : nothing;
  tables.push(`${g}n AS MATERIALIZED (${named})`);

  const tier = (n: 2 | 3, family: SearchedFamily, enough: string): string => {
    const h = `${g}h${n}${family.family}`;
    const question = parameter(n === 2 ? family.all : family.any);
    const table = searchTable(family.family);
    tables.push(
      `${h} AS MATERIALIZED (SELECT rowid AS doc FROM ${table} WHERE ${table} MATCH ${question} LIMIT ${FEW + 1})`,
    );
    // Names are there already; of those that have some terms, the ones that have all.
    const others = `s.id NOT IN (SELECT id FROM ${g}n)${n === 3 ? ` AND ${contained('s', terms, 'EXISTS', '= 0')}` : ''}${enough}`;
    const has = n === 2 ? contained('s', terms, 'NOT EXISTS', '= 0') : contained('s', terms, 'EXISTS', '> 0');
    const from = after
      ? ` AND s.key >= CASE WHEN ${parameter(after[0]!)} = ${n} THEN ${parameter(after[1]!)} ELSE '' END`
      : '';
    const few = `SELECT s.id, ${n} AS tier, s.key FROM ${h} JOIN searched s ON s.doc = ${h}.doc WHERE (SELECT count(*) FROM ${h}) <= ${FEW} AND ${others}${beyond('s', n)}`;
    const many = `SELECT * FROM (SELECT s.id, ${n} AS tier, s.key FROM searched s WHERE (SELECT count(*) FROM ${h}) > ${FEW} AND ${wanted('s', family)} AND ${has} AND ${lacks('s')} AND ${others}${from}${beyond('s', n)} ORDER BY s.key, s.id LIMIT ${parameter(limit)})`;
    return `${few} UNION ALL ${many}`;
  };
  const best = [
    `SELECT s.id, s.tier, s.key FROM ${g}n s WHERE 1${after ? ` AND (${isBeyond('s', 0, after)} AND s.tier = 0 OR ${isBeyond('s', 1, after)} AND s.tier = 1)` : ''}`,
    ...among.map((family) => tier(2, family, '')),
  ];
  tables.push(`${g}b AS MATERIALIZED (${best.join(' UNION ALL ')})`);
  const enough = ` AND (SELECT count(*) FROM ${g}b) < ${parameter(limit)}`;
  const rest = several ? among.map((family) => tier(3, family, enough)) : [];
  const found = [`SELECT id, tier, key FROM ${g}b`, ...rest].join(' UNION ALL ');
  return `(WITH ${tables.join(', ')} ${found})`;
}

/** How many a search finds. */
export function printCount({ among }: Search): string {
  const counts = among.map(({ family, any }) => {
    const table = searchTable(family);
    return `(SELECT count(*) FROM ${table} WHERE ${table} MATCH ${parameter(any)})`;
  });
  return counts.join(' + ');
}

// Whether a text of the list is one for which it holds where it stands in the searched text.
const contained = (s: string, texts: Param, exists: string, holds: string) =>
  `${exists} (SELECT 1 FROM json_each(${parameter(texts)}) t WHERE instr(${s}.text, t.value) ${holds})`;

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

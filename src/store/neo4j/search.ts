import type { Catalogue } from '../../model/catalogue.js';
import type { Term } from '../../model/search-terms.js';
import type { FullText } from '../../plan/full-text.js';
import type { Param, Search, Texts } from '../../plan/plan.js';
import { searchedBy } from '../../model/search-families.js';
import { call } from './lines.js';
import { parameter, quoted } from './source.js';

/** The full-text index of a family. */
export const searchIndex = (family: string) => `search_${family}`;

/**
 * As many hits are put in order; where there are more, the family is walked in its order, and a page is soon full. For h
 * hits among n that walk has page * n / h steps: it is shorter than the hits from the square root of page * n on.
 */
const few = (limit: Param) =>
  `reduce(most = 1000, n IN [toInteger(sqrt(toFloat(${parameter(limit)}) * COUNT { (:Searched) }))] | CASE WHEN n > most THEN n ELSE most END)`;

/** Whether texts of a list stand in the searched text. */
const has = (m: string, { param }: Texts, quantifier: 'all' | 'any' | 'none') =>
  `${quantifier}(t IN ${parameter(param)} WHERE ${m}.searchText CONTAINS t)`;

/** Lines that bind what a search finds, enough of them for the page: `m`, and its tier as `mtier`. */
export function searchLines(
  search: Search,
  limit: Param,
  after: readonly Param[] | undefined,
  m: string,
): string[] {
  const { among, exact, begins, until, without, terms } = search;
  const isName = `x.fold = ${parameter(exact)} OR (x.fold >= ${parameter(begins)} AND x.fold < ${parameter(until)})`;
  const entities = among.find((f) => f.family === 'entity');
  const named = entities
    ? [
        // Apart: of an OR over one property the planner makes a scan.
        ...call(
          [],
          [
            `MATCH (x:Name {fold: ${parameter(exact)}}) RETURN x`,
            'UNION',
            `MATCH (x:Name) WHERE x.fold >= ${parameter(begins)} AND x.fold < ${parameter(until)} RETURN x`,
          ],
        ),
        `MATCH (x)<-[:NAMED]-(${m}:Entity)`,
        `WHERE ${m}.concept IN ${parameter(entities.concepts)} AND ${has(m, without, 'none')}`,
        `WITH ${m}, min(CASE WHEN x.fold = ${parameter(exact)} THEN 0 ELSE 1 END) AS tier`,
        ...(after ? [`WHERE ${isBeyond(m, 'tier', after)}`] : []),
        `WITH ${m}, tier ORDER BY tier, ${m}.searchKey, ${m}.id LIMIT ${parameter(limit)}`,
        `RETURN collect([${m}, tier]) AS named`,
      ]
    : ['RETURN [] AS named'];
  // Index, question for all terms, question for any, concepts: one text of a tier for every family.
  const families = among.map(({ family, all, any, concepts }) => {
    const values = [all, any, concepts].map(parameter);
    return `['${family}', '${searchIndex(family)}', ${values.join(', ')}]`;
  });
  const tier = (n: 2 | 3, out: string) => [
    `WITH ${few(limit)} AS few`,
    `UNWIND [${families.join(', ')}] AS f`,
    ...tierLines(search, n, isName, limit, after, m),
    `RETURN collect([${m}, ${n}]) AS ${out}`,
  ];
  const lines = [...call([], named), ...call([], tier(2, 'whole')), 'WITH named + whole AS found'];
  // With one term, some are all.
  if (terms.count > 1)
    lines.push(
      ...call(['found'], [`WITH found WHERE size(found) < ${parameter(limit)}`, ...tier(3, 'parts')]),
      'WITH found + parts AS found',
    );
  return [...lines, 'UNWIND found AS one', `WITH one[0] AS ${m}, one[1] AS ${m}tier`];
}

/** What is found of a family `f` by all terms, or by some of them and not all; names apart. */
function tierLines(
  { terms, without }: Search,
  n: 2 | 3,
  isName: string,
  limit: Param,
  after: readonly Param[] | undefined,
  m: string,
): string[] {
  const fits = [
    has(m, terms, n === 2 ? 'all' : 'any'),
    ...(n === 3 ? [`NOT ${has(m, terms, 'all')}`] : []),
    `NOT EXISTS { MATCH (${m})-[:NAMED]->(x:Name) WHERE ${isName} }`,
    ...(after ? [isBeyond(m, String(n), after)] : []),
  ].join(' AND ');
  const from = after
    ? `CASE WHEN ${parameter(after[0]!)} = ${n} THEN ${parameter(after[1]!)} ELSE '' END`
    : "''";
  return [
    ...call(
      ['f', 'few'],
      [
        `CALL db.index.fulltext.queryNodes(f[1], f[${n}], {limit: few + 1}) YIELD node`,
        'RETURN collect(node) AS hits',
      ],
    ),
    ...call(
      ['f', 'few', 'hits'],
      [
        `WITH hits, few WHERE size(hits) <= few`,
        `UNWIND hits AS ${m}`,
        // Lucene knows no phrase that ends in the beginning of a word: what it finds is looked at once more.
        `WITH ${m} WHERE ${fits}`,
        `RETURN ${m}`,
        'UNION ALL',
        // In the seek itself, where it ends the walk: as a filter it would be asked of every row.
        `WITH f, CASE WHEN size(hits) > few THEN f[0] END AS family`,
        `MATCH (${m}:Searched)`,
        `WHERE ${m}.searchFamily = family AND ${m}.searchKey >= ${from} AND ${m}.id IS NOT NULL AND ${m}.concept IN f[4] AND ${fits} AND ${has(m, without, 'none')}`,
        `WITH ${m} ORDER BY ${m}.searchFamily, ${m}.searchKey, ${m}.id LIMIT ${parameter(limit)}`,
        `RETURN ${m}`,
      ],
    ),
  ];
}

/** The texts in which a search found its words, as a list: an entity's names, or what the record says. */
export function searchTexts(catalogue: Catalogue, { among }: Search, m: string): string {
  const lists = among.map(({ family, label }) => {
    const columns = searchedBy(catalogue.concept(label)).map(({ name }) => `${m}.${quoted(name)}`);
    const list =
      family === 'entity'
        ? `COLLECT { MATCH (${m})-[r:NAMED]->(x:Name) RETURN x.text ORDER BY r.position }`
        : `[${columns.join(', ')}]`;
    return `WHEN ${m}:${label} THEN ${list}`;
  });
  return `CASE ${lists.join(' ')} END`;
}

/** How many a search finds, as lines that return it. */
export function countLines({ among, terms }: Search, out: string): string[] {
  const counts = among.flatMap(({ family, any }, i) => [
    ...(i ? ['UNION ALL'] : []),
    `CALL db.index.fulltext.queryNodes('${searchIndex(family)}', ${parameter(any)}) YIELD node AS m`,
    `WITH m WHERE ${has('m', terms, 'any')}`,
    'RETURN count(m) AS c',
  ]);
  return [...call([], counts), `RETURN sum(c) AS ${out}`];
}

function isBeyond(m: string, tier: string, [t, k, i]: readonly Param[]): string {
  const [at, day, id] = [parameter(t!), parameter(k!), parameter(i!)];
  const key = `${m}.searchKey`;
  return `(${at} < ${tier} OR (${at} = ${tier} AND (${key} > ${day} OR (${key} = ${day} AND ${m}.id > ${id}))))`;
}

/**
 * A full-text question in the language of Lucene's classic query parser; our words have no character that it reads.
 * https://lucene.apache.org/core/9_11_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html
 */
export function lucene({ asks, terms, without, kinds }: FullText): string {
  // A word that stands in no text: a search for nothing finds nothing.
  const asked = terms.length ? terms.flatMap((term) => parts(term, asks)) : ['_none'];
  const must = asks === 'all' ? asked.map((part) => `+${part}`) : [`+(${asked.join(' ')})`];
  const among = kinds.length ? [`+(${kinds.join(' ')})`] : [];
  return [...must, ...among, ...without.map((term) => `-${parts(term, 'any').join('')}`)].join(' ');
}

function parts({ words, prefix }: Term, asks: 'all' | 'any'): string[] {
  const phrase = (of: readonly string[]) => (of.length === 1 ? of[0]! : `"${of.join(' ')}"`);
  if (!prefix) return [phrase(words)];
  const last = `${words.at(-1)}*`;
  if (words.length === 1) return [last];
  const both = [phrase(words.slice(0, -1)), last];
  return asks === 'all' ? both : [`(${both.map((part) => `+${part}`).join(' ')})`];
}

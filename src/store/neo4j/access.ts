import type { Catalogue } from '../../model/catalogue.js';
import type { AccessPath, Found } from '../../plan/access-paths.js';
import type { Condition } from '../../plan/plan.js';
import type { Conditions } from './conditions.js';
import { call } from './lines.js';
import { parameter, pattern, type Names } from './source.js';

/** So many records between what is found and the rows are looked at to say how many rows a way leads to. */
const LOOKED_AT = 2000;

/** A list that is filtered: its label, and the ways into it. */
export interface Filtered {
  readonly label: string;
  readonly paths: readonly AccessPath[];
}

/** What becomes of the rows that a way leads to, from their WHERE on; `rest` is asked of them still. */
type Rows = (m: string, rest: Condition | undefined) => readonly string[];

/**
 * Prints the ways into a filtered list. Neo4j plans a statement once for all values, and so cannot know whether a way is
 * short: the statement holds every way, weighs them by the degrees of what is found, and takes one.
 */
export class Access {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly conditions: Conditions,
    private readonly names: Names,
  ) {}

  /** Lines that match the rows as `m`, by the shortest way; undefined where only the list itself leads to them. */
  shortest({ label, paths }: Filtered, m: string): string[] | undefined {
    if (!paths.length) return undefined;
    const kept: Rows = (row, rest) => [`WHERE ${this.all([`${row}:${label}`], rest, row)}`];
    if (paths.length === 1) return this.by(paths[0]!, m, kept);
    const sizes = paths.map(() => this.names.next());
    const way = this.names.next();
    return [
      ...this.sizes(paths, sizes),
      `WITH ${least(sizes)} AS ${way}`,
      ...this.branches(
        way,
        m,
        paths.map((path, i) => [i, this.by(path, m, kept)]),
      ),
    ];
  }

  /**
   * Lines that match a page's rows as `m`: by the shortest way, or through the list in its order where the page will be full
   * before that. How far that is, is reckoned as though conditions had nothing to do with each other.
   * @param walked the way whose own order is walked, instead of the whole list's. @param walk the lines of that.
   * @param page what makes a page of rows that a way leads to.
   */
  page(
    { label, paths, walked }: Filtered & { readonly walked?: AccessPath | undefined },
    m: string,
    limit: string,
    walk: readonly string[],
    page: Rows,
  ): string[] | undefined {
    if (!paths.length) return undefined;
    const sizes = paths.map(() => this.names.next());
    const way = this.names.next();
    const share = (size: string) => `toFloat(COUNT { (:${label}) }) / (${size} + 1)`;
    const others = sizes.filter((_, i) => paths[i] !== walked);
    const far = [`toFloat(${limit})`, ...others.map(share)].join(' * ');
    const shorter = sizes.map((size) => `${far} < ${size}`).join(' AND ');
    return [
      ...this.sizes(paths, sizes),
      `WITH CASE WHEN ${shorter} THEN -1 ELSE ${least(sizes)} END AS ${way}`,
      // In a sub-select of its own: after the UNWIND the index does not give the order any more.
      ...this.branches(way, m, [
        [-1, call([way], [...walk, `RETURN ${m}`])],
        ...paths.map((path, i) => [i, this.by(path, m, page)] as const),
      ]),
    ];
  }

  /** A condition that holds of all its parts. */
  all(parts: readonly string[], rest: Condition | undefined, m: string): string {
    return [...parts, ...(rest ? [this.conditions.print(rest, m)] : [])].join(' AND ');
  }

  private branches(way: string, m: string, of: readonly (readonly [number, readonly string[]])[]): string[] {
    const lines = of.flatMap(([i, rows], at) => [
      ...(at ? ['UNION ALL'] : []),
      // As an UNWIND, for as a WHERE it is asked of what was matched already, be it the whole list.
      `UNWIND [x IN [${way}] WHERE x = ${i}] AS ${way}is`,
      ...rows,
      `RETURN ${m}`,
    ]);
    return call([way], lines);
  }

  private by({ found, steps, rest }: AccessPath, m: string, rows: Rows): string[] {
    let at = steps.length ? this.names.next() : m;
    const lines = [matched(found, at)];
    for (const [i, { hop, where }] of [...steps.entries()].reverse()) {
      const near = i ? this.names.next() : m;
      if (where) lines.push(`WHERE ${this.conditions.print(where, at)}`);
      lines.push(`WITH DISTINCT ${at}`, `MATCH ${pattern(this.catalogue, hop, near, at)}`);
      at = near;
    }
    return [...lines, `WITH DISTINCT ${m}`, ...rows(m, rest)];
  }

  private sizes(paths: readonly AccessPath[], sizes: readonly string[]): string[] {
    return paths.flatMap((path, i) => call([], this.size(path, sizes[i]!)));
  }

  /** How many rows a way leads to: degrees, of the first of those between, as many as there are of them. */
  private size({ found, steps }: AccessPath, out: string): string[] {
    let at = this.names.next();
    const of = `${at}of`;
    const lines = [matched(found, at)];
    const [first, ...between] = steps;
    if (!first) return [...lines, `RETURN count(${at}) AS ${out}`];
    const degree = (hop: (typeof first)['hop'], n: string) =>
      `COUNT { ${pattern(this.catalogue, hop, '', n)} }`;
    for (const [i, { hop, where }] of [...between.entries()].reverse()) {
      const near = this.names.next();
      if (where) lines.push(`WHERE ${this.conditions.print(where, at)}`);
      if (i === between.length - 1) lines.push(`WITH ${at}, ${degree(hop, at)} AS ${of}`);
      lines.push(`MATCH ${pattern(this.catalogue, hop, near, at)}`, `WITH ${near}, ${of} LIMIT ${LOOKED_AT}`);
      at = near;
    }
    if (first.where) lines.push(`WHERE ${this.conditions.print(first.where, at)}`);
    if (!between.length) return [...lines, `RETURN sum(${degree(first.hop, at)}) AS ${out}`];
    return [
      ...lines,
      `RETURN toInteger(sum(${degree(first.hop, at)}) * CASE WHEN max(${of}) > ${LOOKED_AT} THEN max(${of}) / ${LOOKED_AT}.0 ELSE 1 END) AS ${out}`,
    ];
  }
}

function matched({ by, param }: Found, e: string): string {
  const p = parameter(param);
  if (by === 'id') return `MATCH (${e}:Node {id: ${p}})`;
  if (by === 'ids') return `MATCH (${e}:Node) WHERE ${e}.id IN ${p} WITH ${e}`;
  return `MATCH (:Name {fold: ${p}})<-[:NAMED]-(${e})`;
}

/** The number of the least of these. */
function least(sizes: readonly string[]): string {
  const cases = sizes.slice(0, -1).map((size, i) => {
    const others = sizes.slice(i + 1).map((other) => `${size} <= ${other}`);
    return `WHEN ${others.join(' AND ')} THEN ${i}`;
  });
  return cases.length ? `CASE ${cases.join(' ')} ELSE ${cases.length} END` : '0';
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Grouping, GroupKey, Hop, Level, Shape } from '../../plan/plan.js';
import { reachesTwice } from '../reaches-twice.js';
import { linkTable, quote } from './ddl.js';
import { familyOf } from './source.js';

/** The list that is grouped: what it reads as `n`, and what it keeps. */
export interface Grouped {
  readonly n: string;
  readonly from: string;
  readonly where: readonly string[];
}

/** The values of a group's node, and what has to be joined for them. */
type Project = (shapes: readonly Shape[], m: string) => { values: string[]; joins: readonly string[] };

/**
 * Groups as SQL: each level counts once over the list by its key and those before it, and keeps the first groups in each
 * kept group of the level before. Gives the levels' rows, flat; each row has the number of the row it lies in.
 */
export class Groups {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly alias: () => string,
    private readonly project: Project,
  ) {}

  print({ levels, limit }: Grouping, list: Grouped): string {
    const first = `?${limit + 1}`;
    const g = this.alias();
    const keys: string[] = [];
    const joins: string[] = [];
    const where = [...list.where];
    const tables: string[] = [];
    levels.forEach((level, i) => {
      keys.push(this.key(level.key, list.n, joins));
      where.push(...level.pairs.map((j) => `${keys[i]} <> ${keys[j]}`));
      const named = keys.map((key, j) => `${key} AS k${j + 1}`);
      const sort = level.key.is === 'value' && level.key.sort;
      const columns = [...named, `${count(levels.slice(0, i + 1), list.n)} AS c`];
      if (sort) columns.push(`min(${list.n}.${quote(sort)}) AS o`);
      const kept = where.length ? ` WHERE ${where.join(' AND ')}` : '';
      const counted = `SELECT ${columns.join(', ')} FROM ${list.from}${joins.join('')}${kept} GROUP BY ${keys.map((_, j) => j + 1).join(', ')}`;
      tables.push(`${g}l${i + 1} AS (${firstOf(counted, i, order(level, i), first, g)})`);
    });
    const rows = levels.map((level, i) => this.rows(level, i, `${g}l${i + 1}`));
    return `(WITH ${tables.join(', ')} SELECT json_array(${rows.join(', ')}))`;
  }

  private key(key: GroupKey, n: string, joins: string[]): string {
    if (key.is === 'concept') return `${n}.concept`;
    if (key.is === 'value') return `${n}.${quote(key.column)}`;
    if (key.is === 'time') {
      const part = (end: string) => `substr(${n}.${quote(`${key.column}_${end}`)}, 1, ${key.length})`;
      return `CASE WHEN ${n}.${quote(`${key.column}_from`)} <> '' AND ${part('from')} = ${part('to')} THEN ${part('from')} END`;
    }
    return key.hops.reduce(
      (at, hop, i) => this.step(hop, i === key.hops.length - 1 ? key.only : undefined, at, i === 0, joins),
      n,
    );
  }

  /** The id that a step leads to. What leads nowhere stays, as null. */
  private step(hop: Hop, only: string | undefined, at: string, isFirst: boolean, joins: string[]): string {
    const { many, label, field, owner } = hop.stored[0]!;
    const among = (id: string) => {
      const { prefix } = this.catalogue.concept(only!);
      // An id begins with what it is; the letter after the colon is the semicolon.
      return `${id} >= '${prefix}:' AND ${id} < '${prefix};'`;
    };
    const m = this.alias();
    if (many) {
      const to = `${m}."to"`;
      const from = isFirst ? `${at}.id` : at;
      joins.push(
        ` LEFT JOIN ${linkTable(label)} ${m} ON ${m}."from" = ${from}${only ? ` AND ${among(to)}` : ''}`,
      );
      return to;
    }
    if (!isFirst)
      joins.push(` LEFT JOIN ${quote(familyOf(this.catalogue, [owner]))} ${m} ON ${m}.id = ${at}`);
    const to = `${isFirst ? at : m}.${quote(field)}`;
    return only ? `CASE WHEN ${among(to)} THEN ${to} END` : to;
  }

  private rows({ key, rows }: Level, i: number, table: string): string {
    const x = this.alias();
    const known = [`${x}.p`, `${x}.k${i + 1}`, `${x}.c`];
    const sorted = (values: readonly string[], from: string) =>
      `(SELECT json_group_array(json_array(${values.join(', ')}) ORDER BY ${x}.r) FROM ${table} ${x}${from})`;
    if (key.is !== 'node') return sorted([...known, 'NULL'], '');
    const m = this.alias();
    const { values, joins } = this.project(rows, m);
    const family = quote(familyOf(this.catalogue, key.hops.at(-1)!.to));
    return sorted(
      [...known, `${m}.${quote(key.label)}`, ...values],
      ` LEFT JOIN ${family} ${m} ON ${m}.id = ${x}.k${i + 1}${joins.join('')}`,
    );
  }
}

function order({ key }: Level, i: number): string {
  const k = `k${i + 1}`;
  if (key.is === 'time') return `${k} IS NULL, ${k}`;
  return `c DESC, ${k} IS NULL, ${key.is === 'value' && key.sort ? `o, ${k}` : k}`;
}

/** The first groups in their order, with the number `r` of each and the number `p` of the one it lies in. */
function firstOf(counted: string, i: number, by: string, first: string, g: string): string {
  if (i === 0)
    return `SELECT 1 AS p, k1, c, row_number() OVER (ORDER BY ${by}) AS r FROM (${counted}) ORDER BY r LIMIT ${first}`;
  const keys = Array.from({ length: i + 1 }, (_, j) => `k${j + 1}`);
  const same = keys.slice(0, -1).map((k) => `x.${k} IS q.${k}`);
  const within = `SELECT q.r AS p, x.*, row_number() OVER (PARTITION BY q.r ORDER BY ${by.replace(/\b(k\d|c|o)\b/g, 'x.$1')}) AS s FROM (${counted}) x JOIN ${g}l${i} q ON ${same.join(' AND ')}`;
  return `SELECT p, ${keys.join(', ')}, c, row_number() OVER (ORDER BY p, s) AS r FROM (${within}) WHERE s <= ${first}`;
}

/** How many things: a thing that reaches a key in two ways counts once. */
function count(levels: readonly Level[], n: string): string {
  return levels.some(({ key }) => reachesTwice(key)) ? `count(DISTINCT ${n}.id)` : 'count(*)';
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Grouping, Level, Shape } from '../../plan/plan.js';
import { reachesTwice } from '../reaches-twice.js';
import { call } from './lines.js';
import { parameter, pattern, quoted, type Names } from './source.js';

/** The list that is grouped: the lines that match it as `m`, with all it keeps. */
export interface Grouped {
  readonly m: string;
  readonly lines: readonly string[];
  /** Whether a record may be matched twice. */
  readonly twice: boolean;
}

type Project = (
  shapes: readonly Shape[],
  m: string,
) => { lines: readonly string[]; values: readonly string[] };

/**
 * Groups as Cypher: each level counts once over the list by its key and those before it, and keeps the first groups in
 * each kept group of the level before. A kept group is [number of the one it lies in, key, count, keys so far].
 */
export class Groups {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly names: Names,
    private readonly project: Project,
  ) {}

  print(
    { levels, limit }: Grouping,
    list: Grouped,
    parent: string | undefined,
  ): { lines: string[]; value: string } {
    const kept = levels.map(() => this.names.next());
    const keys = levels.map(() => this.names.next());
    const lines = levels.flatMap((_, i) =>
      call([parent, i ? kept[i - 1] : undefined], this.level(levels, i, list, keys, kept, parameter(limit))),
    );
    const shown = levels.map((level, i) => this.rows(level, kept[i]!));
    return {
      lines: [...lines, ...shown.flatMap((s) => s.lines)],
      value: `[${shown.map((s) => s.value).join(', ')}]`,
    };
  }

  private level(
    levels: readonly Level[],
    i: number,
    list: Grouped,
    keys: readonly string[],
    kept: readonly string[],
    first: string,
  ): string[] {
    const here = levels.slice(0, i + 1);
    const { key } = levels[i]!;
    const grouped: string[] = [];
    const lines = [...list.lines];
    here.forEach((level, j) => {
      const compared = here.some((later) => later.pairs.includes(j));
      const step = this.key(level, list.m, keys, j, compared);
      lines.push(...step.lines);
      grouped.push(step.key === keys[j] ? step.key : `${step.key} AS ${keys[j]}`);
    });
    const twice = list.twice || here.some((l) => reachesTwice(l.key));
    const sort = key.is === 'value' && key.sort ? [`min(${list.m}.${quoted(key.sort)}) AS o`] : [];
    const before = i ? [kept[i - 1]!] : [];
    const counted = [...before, ...grouped, `count(${twice ? 'DISTINCT ' : ''}${list.m}) AS c`, ...sort];
    const scalar = (j: number) => (levels[j]!.key.is === 'node' ? `${keys[j]}.id` : keys[j]!);
    const scalars = here.map((_, j) => `${scalar(j)} AS s${j + 1}`);
    const s = `s${i + 1}`;
    const order = key.is === 'time' ? s : `c DESC, ${sort.length ? `o, ${s}` : s}`;
    const path = (length: number) =>
      `[${here
        .slice(0, length)
        .map((_, j) => `coalesce(s${j + 1}, '')`)
        .join(', ')}]`;
    const carried = ['c', ...(sort.length ? ['o'] : [])];
    lines.push(`WITH ${counted.join(', ')}`);
    if (!i)
      return [
        ...lines,
        `WITH ${[...scalars, ...carried].join(', ')} ORDER BY ${order} LIMIT ${first}`,
        `RETURN collect([1, s1, c, ${path(1)}]) AS ${kept[0]}`,
      ];
    const [all] = before;
    lines.push(
      `WITH ${[...scalars, ...carried, all].join(', ')}`,
      `WITH *, head([i IN range(0, size(${all}) - 1) WHERE ${all}[i][3] = ${path(i)} | i + 1]) AS p`,
      'WHERE p IS NOT NULL',
      `WITH * ORDER BY p, ${order}`,
      `WITH p, collect([p, ${s}, c, ${path(i + 1)}])[0..${first}] AS some ORDER BY p`,
      'UNWIND some AS one',
      `RETURN collect(one) AS ${kept[i]}`,
    );
    return lines;
  }

  private key(
    { key, pairs }: Level,
    m: string,
    keys: readonly string[],
    i: number,
    compared: boolean,
  ): { lines: string[]; key: string } {
    const k = keys[i]!;
    const others = (own: string) => pairs.map((j) => `${own} <> ${keys[j]}`).join(' AND ');
    if (key.is === 'node') {
      const last = key.hops.length - 1;
      let at = m;
      const lines = key.hops.map((hop, j) => {
        const to = j === last ? k : `${k}h${j}`;
        const narrowed = j === last && key.only ? `${to}:${key.only}` : to;
        const step = pattern(this.catalogue, hop, at, narrowed);
        at = to;
        return j === last && pairs.length ? `MATCH ${step} WHERE ${others(k)}` : `OPTIONAL MATCH ${step}`;
      });
      return { lines, key: k };
    }
    const value = this.value(key, m);
    if (!pairs.length && !compared) return { lines: [], key: value };
    return { lines: [`WITH *, ${value} AS ${k}`, ...(pairs.length ? [`WHERE ${others(k)}`] : [])], key: k };
  }

  private value(key: Exclude<Level['key'], { is: 'node' }>, m: string): string {
    if (key.is === 'concept') return `${m}.concept`;
    if (key.is === 'value') return `${m}.${quoted(key.column)}`;
    const part = (end: string) => `left(${m}.${key.column}_${end}, ${key.length})`;
    return `CASE WHEN ${m}.${key.column}_from <> '' AND ${part('from')} = ${part('to')} THEN ${part('from')} END`;
  }

  /** A level's kept groups with what is taken of their nodes. */
  private rows({ key, rows }: Level, kept: string): { lines: string[]; value: string } {
    if (key.is !== 'node') return { lines: [], value: `[g IN ${kept} | [g[0], g[1], g[2], null]]` };
    const out = this.names.next();
    const m = this.names.next();
    const { lines, values } = this.project(rows, m);
    const inner = [
      `UNWIND range(0, size(${kept}) - 1) AS ${m}i`,
      `WITH ${m}i, ${kept}[${m}i] AS ${m}g`,
      `OPTIONAL MATCH (${m}:Node {id: ${m}g[1]})`,
      ...lines,
      `WITH ${m}i, [${[`${m}g[0]`, `${m}g[1]`, `${m}g[2]`, `${m}.${quoted(key.label)}`, ...values].join(', ')}] AS ${m}row ORDER BY ${m}i`,
      `RETURN collect(${m}row) AS ${out}`,
    ];
    return { lines: call([kept], inner), value: out };
  }
}

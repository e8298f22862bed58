import type { Catalogue } from '../../model/catalogue.js';
import { accessPaths, type AccessPath, type Found, type Step } from '../../plan/access-paths.js';
import type { Condition } from '../../plan/plan.js';
import type { Conditions } from './conditions.js';
import { linkTable, quote } from './ddl.js';
import { familyOf, isAlone, owners, parameter } from './source.js';

/** A way into a list: the ids it leads to, and what the rows have to fulfil besides. */
export interface Way {
  readonly id: string;
  readonly from: string;
  /** Whether it may lead to a row twice. */
  readonly twice: boolean;
  readonly rest: Condition | undefined;
}

/** Prints the ways into a filtered list. A CROSS JOIN is read from left to right: from what is found to the list's rows. */
export class Access {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly conditions: Conditions,
    private readonly alias: () => string,
  ) {}

  /** @param concepts of the list's rows. */
  ways(where: Condition | undefined, concepts: readonly string[]): Way[] {
    return accessPaths(where).flatMap((path) => this.way(path, concepts) ?? []);
  }

  private way({ found, steps, rest }: AccessPath, concepts: readonly string[]): Way | undefined {
    const e = this.alias();
    const tables = [`${ids(found)} ${e}`];
    const where: string[] = [];
    let at = `${e}.id`;
    for (const [i, step] of [...steps.entries()].reverse()) {
      const near = i ? steps[i - 1]!.hop.to : concepts;
      const next = this.back(step, near, at, tables, where);
      if (!next) return undefined;
      at = next;
    }
    const from = `${tables.join(' CROSS JOIN ')}${where.length ? ` WHERE ${where.join(' AND ')}` : ''}`;
    return { id: at, from, twice: found.by !== 'id' || steps.some(({ hop }) => hop.many), rest };
  }

  /** From the far end of a step, whose id is `at`, back to the id of its near end. */
  private back(
    { hop, where: asked }: Step,
    near: readonly string[],
    at: string,
    tables: string[],
    where: string[],
  ): string | undefined {
    const [{ many, label, field }] = hop.stored as [Step['hop']['stored'][number]];
    const isOut = hop.direction === 'out';
    const guards = many && !isOut && !isAlone(this.catalogue, hop);
    const far = this.alias();
    if (asked || guards || (!many && !isOut)) {
      if (this.isMixed(hop.to)) return undefined;
      tables.push(`${quote(familyOf(this.catalogue, hop.to))} ${far}`);
      where.push(`${far}.id = ${at}`);
      if (guards) where.push(...owners(this.catalogue, hop, far));
      if (asked) where.push(this.conditions.print(asked, far));
    }
    const n = this.alias();
    if (!many && !isOut) {
      where.push(...owners(this.catalogue, hop, far), `${far}.${quote(field)} IS NOT NULL`);
      return `${far}.${quote(field)}`;
    }
    if (!many) {
      if (this.isMixed(near)) return undefined;
      tables.push(`${quote(familyOf(this.catalogue, near))} ${n}`);
      where.push(`${n}.${quote(field)} = ${at}`, ...owners(this.catalogue, hop, n));
      return `${n}.id`;
    }
    tables.push(`${linkTable(label)} ${n}`);
    where.push(`${n}."${isOut ? 'to' : 'from'}" = ${at}`);
    const id = `${n}."${isOut ? 'from' : 'to'}"`;
    if (!isOut || isAlone(this.catalogue, hop)) return id;
    if (this.isMixed(near)) return undefined;
    const m = this.alias();
    tables.push(`${quote(familyOf(this.catalogue, near))} ${m}`);
    where.push(`${m}.id = ${id}`, ...owners(this.catalogue, hop, m));
    return id;
  }

  private isMixed(concepts: readonly string[]): boolean {
    return new Set(concepts.map((c) => this.catalogue.concept(c).family)).size > 1;
  }
}

function ids({ by, param }: Found): string {
  const p = parameter(param);
  if (by === 'id') return `(SELECT ${p} AS id)`;
  if (by === 'ids') return `(SELECT value AS id FROM json_each(${p}))`;
  return `(SELECT entity AS id FROM name WHERE fold = ${p})`;
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Condition } from '../../plan/plan.js';
import { quote } from './ddl.js';
import { familyOf, source } from './source.js';

/**
 * Conditions as SQL of two values: what is absent fulfils none, and so its NOT holds. Brackets stand only where
 * an OR needs them: SQLite's parser holds 100 open things, and a condition may lie deep in a selection.
 */
export class Conditions {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly alias: () => string,
  ) {}

  print(condition: Condition, n: string): string {
    switch (condition.is) {
      case 'and':
        return condition.of.length ? condition.of.map((c) => this.print(c, n)).join(' AND ') : '1';
      case 'or':
        return condition.of.length ? `(${condition.of.map((c) => this.print(c, n)).join(' OR ')})` : '0';
      case 'not':
        return `NOT (${this.print(condition.of, n)})`;
      case 'compare':
        return this.compare(condition, n);
      case 'known':
        return `${n}.${quote(condition.column)} <> ''`;
      case 'kind':
        return `${n}.concept IN (${condition.concepts.map((c) => `'${c}'`).join(', ')})`;
      case 'related':
        return `EXISTS (${this.related(condition, n, '1')})`;
      case 'count':
        return `(${this.related(condition, n, 'count(*)')}) ${condition.op === 'in' ? `IN (SELECT value FROM json_each(?${condition.param + 1}))` : `${condition.op} ?${condition.param + 1}`}`;
      case 'named': {
        const x = this.alias();
        return `EXISTS (SELECT 1 FROM name ${x} WHERE ${x}.entity = ${n}.id AND ${this.print(condition.where, x)})`;
      }
      case 'held':
        return this.held(n, `?${condition.day + 1}`, condition.surely);
    }
  }

  private compare({ column, op, param }: Extract<Condition, { is: 'compare' }>, n: string): string {
    const c = `${n}.${quote(column)}`;
    const p = `?${param + 1}`;
    const test =
      op === 'contains'
        ? `instr(${c}, ${p}) > 0`
        : op === 'starts'
          ? `substr(${c}, 1, length(${p})) = ${p}`
          : op === 'in'
            ? `${c} IN (SELECT value FROM json_each(${p}))`
            : `${c} ${op} ${p}`;
    return column === 'id' || /_(from|to)$/.test(column) ? test : `${c} IS NOT NULL AND ${test}`;
  }

  private related(
    { hop, where }: Extract<Condition, { is: 'related' | 'count' }>,
    n: string,
    what: string,
  ): string {
    const m = this.alias();
    if (hop.deep) {
      const table = quote(familyOf(this.catalogue, hop.to));
      const field = quote(hop.stored[0]!.field);
      const up = `${m}up`;
      const filter = where ? ` WHERE ${this.print(where, m)}` : '';
      return `WITH RECURSIVE ${up}(id) AS (SELECT ${n}.${field} UNION SELECT p.${field} FROM ${table} p JOIN ${up} ON p.id = ${up}.id) SELECT ${what} FROM ${up} JOIN ${table} ${m} ON ${m}.id = ${up}.id${filter}`;
    }
    const read = source(this.catalogue, hop, n, m);
    const conditions = [...read.where, ...(where ? [this.print(where, m)] : [])];
    return `SELECT ${what} FROM ${read.from} WHERE ${conditions.join(' AND ')}`;
  }

  private held(n: string, day: string, surely: boolean): string {
    const attested = `EXISTS (SELECT 1 FROM json_each(${n}.attested_days) d WHERE substr(d.value, 1, 10) <= ${day} AND substr(d.value, 12) >= ${day})`;
    const taken = `${n}.ending <> 'NOT_TAKEN_UP'`;
    const sure = `${attested} OR ${n}.began_from <> '' AND ${n}.began_to <= ${day} AND (${n}.ended_from > ${day} OR ${n}.ending = 'ONGOING')`;
    if (surely) return `${taken} AND (${sure})`;
    const begun = `coalesce(nullif(${n}.began_from, ''), max(${n}.arrived_from, ${n}.appointed_from))`;
    const x = this.alias();
    const next = `EXISTS (SELECT 1 FROM role ${x} WHERE ${begun} < ${x}.began_from AND ${x}.office = ${n}.office AND ${x}.ending <> 'NOT_TAKEN_UP' AND ${x}.began_from <= ${day} AND ${x}.began_from <> '')`;
    const bounded = `${begun} <= ${day} AND (${n}.ended_to >= ${day} OR ${n}.ended_to = '' AND (${n}.ending = 'ONGOING' OR NOT ${next}))`;
    return `${taken} AND (${sure} OR ${bounded})`;
  }
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Condition } from '../../plan/plan.js';
import { parameter, pattern, quoted, type Names } from './source.js';

/** Conditions as Cypher of two values: what is absent fulfils none, and so its NOT holds. */
export class Conditions {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly names: Names,
  ) {}

  print(condition: Condition, n: string): string {
    switch (condition.is) {
      case 'and':
        return condition.of.length ? `(${condition.of.map((c) => this.print(c, n)).join(' AND ')})` : 'true';
      case 'or':
        return condition.of.length ? `(${condition.of.map((c) => this.print(c, n)).join(' OR ')})` : 'false';
      case 'not':
        return `NOT (${this.print(condition.of, n)})`;
      case 'compare':
        return this.compare(condition, n);
      case 'known':
        return `${n}.${quoted(condition.column)} <> ''`;
      case 'kind':
        return condition.concepts.length ? `${n}:${condition.concepts.join('|')}` : 'false';
      case 'related':
        return `EXISTS { ${this.related(condition, n)} }`;
      case 'count': {
        const op = condition.op === 'in' ? 'IN' : condition.op;
        return `COUNT { ${this.related(condition, n)} } ${op} ${parameter(condition.param)}`;
      }
      case 'named': {
        const x = this.names.next();
        return `EXISTS { MATCH (${n})-[:NAMED]->(${x}:Name) WHERE ${this.print(condition.where, x)} }`;
      }
      case 'held':
        return this.held(n, parameter(condition.day), condition.surely);
    }
  }

  private compare({ column, op, param }: Extract<Condition, { is: 'compare' }>, n: string): string {
    const c = `${n}.${quoted(column)}`;
    const words = { contains: 'CONTAINS', starts: 'STARTS WITH', in: 'IN' } as const;
    const test = `${c} ${words[op as keyof typeof words] ?? op} ${parameter(param)}`;
    return column === 'id' || /_(from|to)$/.test(column) ? test : `(${c} IS NOT NULL AND ${test})`;
  }

  related({ hop, where }: Pick<Extract<Condition, { is: 'related' }>, 'hop' | 'where'>, n: string): string {
    const m = this.names.next();
    const filter = where ? ` WHERE ${this.print(where, m)}` : '';
    // The far end of a step without a filter is not looked at: the count is then the degree.
    const match = `MATCH ${pattern(this.catalogue, hop, n, where || hop.direction === 'both' ? m : '')}${filter}`;
    return hop.direction === 'both' ? `${match} RETURN DISTINCT ${m}` : match;
  }

  private held(n: string, day: string, surely: boolean): string {
    const attested = `any(d IN ${n}.attested_spans WHERE left(d, 10) <= ${day} AND substring(d, 11) >= ${day})`;
    const taken = `${n}.ending <> 'NOT_TAKEN_UP'`;
    const sure = `(${attested} OR (${n}.began_from <> '' AND ${n}.began_to <= ${day} AND (${n}.ended_from > ${day} OR ${n}.ending = 'ONGOING')))`;
    if (surely) return `(${taken} AND ${sure})`;
    const later = `CASE WHEN ${n}.arrived_from > ${n}.appointed_from THEN ${n}.arrived_from ELSE ${n}.appointed_from END`;
    const begun = `CASE WHEN ${n}.began_from <> '' THEN ${n}.began_from ELSE ${later} END`;
    const x = this.names.next();
    const next = `EXISTS { MATCH (${x}:Role {office: ${n}.office}) WHERE ${x}.ending <> 'NOT_TAKEN_UP' AND ${x}.began_from > ${begun} AND ${x}.began_from <= ${day} AND ${x}.began_from <> '' }`;
    const bounded = `${begun} <= ${day} AND (${n}.ended_to >= ${day} OR (${n}.ended_to = '' AND (${n}.ending = 'ONGOING' OR NOT ${next})))`;
    return `(${taken} AND (${sure} OR (${bounded})))`;
  }
}

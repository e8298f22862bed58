import type { Catalogue } from '../../model/catalogue.js';
import type { Hop } from '../../plan/plan.js';
import { linkTable, quote } from './ddl.js';

/** The one table in which records of these concepts lie. */
export function familyOf(catalogue: Catalogue, concepts: readonly string[]): string {
  return catalogue.concept(concepts[0]!).family;
}

/** What a step reads: the far end `m` of a relation from the row `n`, or inward from what has this `id`. */
export function source(
  catalogue: Catalogue,
  hop: Hop,
  n: string,
  m: string,
  id = `${n}.id`,
): { from: string; where: string[]; position: string } {
  const [first] = hop.stored;
  const far = quote(familyOf(catalogue, hop.to));
  if (first!.many) {
    const [near, other] = hop.direction === 'out' ? ['from', 'to'] : ['to', 'from'];
    const table = linkTable(first!.label);
    const links =
      hop.direction === 'both'
        ? `(SELECT "from", "to", position FROM ${table} UNION SELECT "to", "from", position FROM ${table})`
        : table;
    const mixed = new Set(hop.to.map((c) => catalogue.concept(c).family)).size > 1;
    const l = `${m}l`;
    const where = [`${l}."${near}" = ${id}`];
    if (hop.direction === 'both')
      return {
        from: `(SELECT DISTINCT "from", "to" FROM ${links}) ${l} JOIN ${far} ${m} ON ${m}.id = ${l}."from"`,
        where,
        position: `${m}.id`,
      };
    // The far records of a change are of every family: there the link stands for the record.
    if (mixed)
      return {
        from: `(SELECT "${near}" AS near, "${other}" AS id FROM ${links}) ${m}`,
        where: [`${m}.near = ${id}`],
        position: `${m}.id`,
      };
    // With a +: else SQLite may begin with all records of the concept instead of those that are linked.
    const kinds = hop.direction === 'in' && !isAlone(catalogue, hop) ? owners(catalogue, hop, `+${m}`) : [];
    return {
      from: `${links} ${l} JOIN ${far} ${m} ON ${m}.id = ${l}."${other}"`,
      where: [...where, ...kinds],
      position: `${l}.position`,
    };
  }
  if (hop.direction === 'out')
    return { from: `${far} ${m}`, where: [`${m}.id = ${n}.${quote(first!.field)}`], position: `${m}.id` };
  return {
    from: `${far} ${m}`,
    where: [`${m}.${quote(first!.field)} = ${id}`, ...owners(catalogue, hop, m)],
    position: `${m}.id`,
  };
}

/** Whether no other concept's relations lie in the same table of links. */
export const isAlone = (catalogue: Catalogue, hop: Hop): boolean =>
  catalogue.stored.every(
    (s) => s.label !== hop.stored[0]!.label || hop.stored.some((h) => h.owner === s.owner),
  );

/** The column of a shared table belongs to several concepts. */
export function owners(catalogue: Catalogue, hop: Hop, m: string): string[] {
  const names = [...new Set(hop.stored.map((s) => s.owner))];
  const family = catalogue.concept(names[0]!).family;
  const whole = catalogue.concrete.filter((c) => c.family === family).length === names.length;
  return whole ? [] : [`${m}.concept IN (${names.map((name) => `'${name}'`).join(', ')})`];
}

/** A plan's parameter as SQL names it. */
export const parameter = (param: number) => `?${param + 1}`;

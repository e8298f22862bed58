import type { Catalogue } from '../../model/catalogue.js';
import type { Hop, Lookup, OrderKey, Page, Plan, Shape, Slot, Survey } from '../../plan/plan.js';
import { beyond } from '../keyset.js';
import { Conditions } from './conditions.js';
import { quote } from './ddl.js';
import { familyOf, source } from './source.js';

/**
 * Prints a Plan as one SQL statement that gives one JSON text. Nested parts are scalar subqueries, limits inside.
 * What they give is JSON already, and no call stands around it without need: SQLite's parser holds 100 open things.
 */
export function printSql(catalogue: Catalogue, plan: Plan): string {
  const printer = new Printer(catalogue);
  if (plan.root === 'survey') return `SELECT ${printer.survey(plan.survey)} AS answer`;
  return `SELECT ${plan.root === 'page' ? printer.page(plan.page) : printer.lookup(plan.lookup)} AS answer`;
}

class Printer {
  private aliases = 0;
  private readonly conditions: Conditions;

  constructor(private readonly catalogue: Catalogue) {
    this.conditions = new Conditions(catalogue, () => this.alias());
  }

  private alias(): string {
    return `n${++this.aliases}`;
  }

  survey({ lastChange }: Survey): string {
    const families = [...new Set(this.catalogue.concrete.map((c) => quote(c.family)))];
    const counts = families
      .map((f) => `SELECT concept, count(*) AS count FROM ${f} GROUP BY concept`)
      .join(' UNION ALL ');
    const day = (of: string) => `(SELECT ${of} FROM statement)`;
    const change = lastChange ? this.rows(lastChange, lastChange.limit!, '') : 'NULL';
    return `json_array((SELECT json_group_array(json_array(concept, count)) FROM (${counts})), ${day('min(earliest)')}, ${day('max(latest)')}, (SELECT json_group_array(json_array(key, value)) FROM meta), ${change})`;
  }

  page(page: Page, parent = ''): string {
    return `json_array(${page.limit === undefined ? 'NULL' : this.rows(page, page.limit, parent)}, ${page.total ? this.total(page, parent) : 'NULL'})`;
  }

  private from(page: Page, parent: string, n: string): { from: string; where: string[] } {
    if ('hop' in page.from) return source(this.catalogue, page.from.hop, parent, n);
    const { concepts } = page.from;
    const family = familyOf(this.catalogue, concepts);
    const whole = this.catalogue.concrete.filter((c) => c.family === family).length === concepts.length;
    return {
      from: `${quote(family)} ${n}`,
      where: whole ? [] : [`${n}.concept IN (${concepts.map((c) => `'${c}'`).join(', ')})`],
    };
  }

  private rows(page: Page, limit: number, parent: string): string {
    const n = this.alias();
    const { from, where } = this.from(page, parent, n);
    const keys = page.order.map((key) => this.key(key, n));
    if (page.where) where.push(this.conditions.print(page.where, n));
    if (page.after) where.push(beyond(keys, page.order, page.after, false, parameter));
    if (page.before) where.push(beyond(keys, page.order, page.before, true, parameter));
    const order = keys.map(
      (key, i) => `${key} ${(page.order[i]!.direction === 'DESC') !== page.backward ? 'DESC' : 'ASC'}`,
    );
    const several = isMixed(this.catalogue, page);
    const columns = [several ? `${n}.id` : `${n}.*`, ...keys.map((key, i) => `${key} AS key${i}`)];
    const inner = `SELECT ${columns.join(', ')} FROM ${from}${clause(where)} ORDER BY ${order.join(', ')} LIMIT ?${limit + 1}`;
    const values = keys.map((_, i) => `${n}.key${i}`).join(', ');
    const shapes = page.rows.map((shape) => (several ? this.byId(shape, `${n}.id`) : this.shape(shape, n)));
    return `(SELECT json_group_array(${jsonArray([`json_array(${values})`, ...shapes])}) FROM (${inner}) ${n})`;
  }

  private total(page: Page, parent: string): string {
    const n = this.alias();
    const { from, where } = this.from(page, parent, n);
    if (page.where) where.push(this.conditions.print(page.where, n));
    return `(SELECT count(*) FROM ${from}${clause(where)})`;
  }

  /** An expression that sorts what is unknown last, and is never null. */
  private key(key: OrderKey, n: string): string {
    if (key.by === 'id') return `${n}.id`;
    const last = key.direction === 'ASC';
    if (key.by === 'count') {
      const m = this.alias();
      const { from, where } = source(this.catalogue, key.hop, n, m);
      return `(SELECT count(*) FROM ${from}${clause(where)})`;
    }
    if (key.by === 'name') {
      const m = this.alias();
      const { from, where } = source(this.catalogue, key.hop, n, m);
      return `coalesce((SELECT ${m}.name_fold FROM ${from}${clause(where)}), ${last ? 'char(65535)' : "''"})`;
    }
    const column = `${n}.${quote(key.column)}`;
    if (!key.nullable) return column;
    return `coalesce(${column}, ${last ? 2 ** 31 : -(2 ** 31) - 1})`;
  }

  /** A record's values in their slots, the name of its concept first. */
  shape(shape: Shape, n: string, family = familyOf(this.catalogue, shape.concepts)): string {
    const here = this.catalogue.concrete.filter((c) => c.family === family).map((c) => c.name);
    const slots = shape.slots.map((slot) => {
      const concepts = slot.concepts.filter((c) => here.includes(c));
      if (!concepts.length) return 'NULL';
      const value = this.slot(slot, n);
      const guarded =
        here.length > 1 && concepts.length < shape.concepts.filter((c) => here.includes(c)).length;
      return guarded && slot.is !== 'column'
        ? `CASE WHEN ${n}.concept IN (${concepts.map((c) => `'${c}'`).join(', ')}) THEN ${value} END`
        : value;
    });
    return jsonArray([`${n}.concept`, ...slots]);
  }

  private slot(slot: Slot, n: string): string {
    if (slot.is === 'column') return `${n}.${quote(slot.column)}`;
    if (slot.is === 'page') return this.page(slot.page, n);
    return slot.is === 'one' ? this.one(slot.hop, slot.shape, n) : this.list(slot.hop, slot.shape, n);
  }

  private one(hop: Hop, shape: Shape, n: string): string {
    const m = this.alias();
    const { from, where } = source(this.catalogue, hop, n, m);
    return `(SELECT ${this.shape(shape, m)} FROM ${from}${clause(where)})`;
  }

  private list(hop: Hop, shape: Shape, n: string): string {
    const m = this.alias();
    const { from, where, position } = source(this.catalogue, hop, n, m);
    return `(SELECT json_group_array(json_array(${m}.id, ${this.shape(shape, m)}) ORDER BY ${position}) FROM ${from}${clause(where)})`;
  }

  private byId(shape: Shape, id: string): string {
    const families = [...new Set(shape.concepts.map((c) => this.catalogue.concept(c).family))];
    const found = families.map((family) => {
      const n = this.alias();
      const concepts = shape.concepts.filter((c) => this.catalogue.concept(c).family === family);
      const whole = this.catalogue.concrete.filter((c) => c.family === family).length === concepts.length;
      const kind = whole ? '' : ` AND ${n}.concept IN (${concepts.map((c) => `'${c}'`).join(', ')})`;
      return `(SELECT ${this.shape(shape, n, family)} FROM ${quote(family)} ${n} WHERE ${n}.id = ${id}${kind})`;
    });
    return `json(${found.length > 1 ? `coalesce(${found.join(', ')})` : found[0]})`;
  }

  lookup({ by, param, shape }: Lookup): string {
    const p = `?${param + 1}`;
    if (by === 'id') return this.byId(shape, p);
    if (by === 'ids')
      return `(SELECT json_group_array(${this.byId(shape, 'v.value')} ORDER BY v.key) FROM json_each(${p}) v)`;
    const n = this.alias();
    const family = quote(familyOf(this.catalogue, shape.concepts));
    if (by === 'url') {
      return `(SELECT ${this.shape(shape, n)} FROM ${family} ${n} WHERE ${n}.url = ${p} ORDER BY ${n}.recordedAt DESC, ${n}.id DESC LIMIT 1)`;
    }
    const rank = `2 - 2 * max(x.own) + (coalesce(${n}.ended_to, '') <> '')`;
    const concepts = shape.concepts.map((c) => `'${c}'`).join(', ');
    const inner = `SELECT ${n}.*, ${rank} AS rank FROM name x JOIN ${family} ${n} ON ${n}.id = x.entity WHERE x.fold = ${p} AND ${n}.concept IN (${concepts}) GROUP BY ${n}.id ORDER BY rank, ${n}.id LIMIT 11`;
    return `(SELECT json_group_array(json_array(${n}.rank, ${n}.id, ${n}.name, ${n}.description, ${this.shape(shape, n)})) FROM (${inner}) ${n})`;
  }
}

const parameter = (param: number) => `?${param + 1}`;

const isMixed = (catalogue: Catalogue, page: Page) =>
  'hop' in page.from && new Set(page.from.hop.to.map((c) => catalogue.concept(c).family)).size > 1;

const clause = (where: readonly string[]) => (where.length ? ` WHERE ${where.join(' AND ')}` : '');

// A function of SQLite takes at most 127 arguments: a wide selection is put together from pieces.
function jsonArray(values: readonly string[]): string {
  if (values.length <= 100) return `json_array(${values.join(', ')})`;
  const first = values.slice(0, 100).join(', ');
  const more = values.slice(100).map((value) => `, '$[#]', ${value}`);
  let out = `json_array(${first})`;
  for (let i = 0; i < more.length; i += 50) out = `json_insert(${out}${more.slice(i, i + 50).join('')})`;
  return out;
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Hop, Page, Plan, Search, Shape, Slot } from '../../plan/plan.js';
import { Access } from './access.js';
import { searchedBy } from '../../model/search-families.js';
import { candidates } from './candidates.js';
import { Conditions } from './conditions.js';
import { quote } from './ddl.js';
import { either, jsonArray } from './expressions.js';
import { Groups } from './groups.js';
import { printCount, printSearch } from './search.js';
import { printShelf } from './shelf.js';
import { lookup } from './lookup.js';
import { neighbours } from './neighbours.js';
import { ordered } from './ordered.js';
import { byShortest } from './race.js';
import { paths } from './paths.js';
import { familyOf, source } from './source.js';
import { survey } from './survey.js';

/**
 * Prints a Plan as one SQL statement that gives one JSON text. To-one relations are joins beside the page's rows, to-many
 * ones are scalar subqueries with their limits inside. SQLite's parser holds 100 open things: what need not nest, does not.
 */
export function printSql(catalogue: Catalogue, plan: Plan): string {
  const printer = new Printer(catalogue);
  if (plan.root === 'candidates') return `SELECT ${candidates(printer, plan.candidates)} AS answer`;
  if (plan.root === 'survey') return `SELECT ${survey(printer, plan.survey)} AS answer`;
  if (plan.root === 'shelf') return `SELECT ${printShelf(plan.page, plan.kinds)} AS answer`;
  if (plan.root === 'neighbours') return neighbours(printer, plan.neighbours);
  if (plan.root === 'paths') return paths(printer, plan.paths);
  return `SELECT ${plan.root === 'page' ? `json_array(${printer.page(plan.page, '').join(', ')})` : lookup(printer, plan.lookup)} AS answer`;
}

/** A row that is read: where its id is, and where the columns of each family are. */
export interface Read {
  readonly id: string;
  readonly of: (family: string) => string;
  readonly joins: string[];
}

export class Printer {
  private aliases = 0;
  readonly conditions: Conditions;
  private readonly groups: Groups;
  readonly access: Access;

  constructor(readonly catalogue: Catalogue) {
    this.conditions = new Conditions(catalogue, () => this.alias());
    this.access = new Access(catalogue, this.conditions, () => this.alias());
    this.groups = new Groups(
      catalogue,
      () => this.alias(),
      (shapes, m) => {
        const read = this.table(m);
        return { values: shapes.flatMap((shape) => this.shape(shape, read)), joins: read.joins };
      },
    );
  }

  alias(): string {
    return `n${++this.aliases}`;
  }

  /** Rows and count, each null where it is not asked for, and the groupings. */
  page(page: Page, parent: string): string[] {
    return [
      page.limit === undefined ? 'NULL' : this.rows(page, page.limit, parent),
      page.total ? this.total(page, parent) : 'NULL',
      ...page.groupings.map((grouping) => this.groups.print(grouping, this.kept(page, parent))),
    ];
  }

  /** All of the list that a page is of. */
  private kept(page: Page, parent: string): { n: string; from: string; where: string[] } {
    const n = this.alias();
    return { n, ...this.filtered(page, parent, n) };
  }

  /** The list that is left of a page's by its filter, read by the shortest of the ways into it. */
  filtered(page: Page, parent: string, n: string): { from: string; where: string[] } {
    const { from, where } = this.from(page, parent, n);
    const ways = 'concepts' in page.from ? this.access.ways(page.where, page.from.concepts) : [];
    const filter = ways.length === 1 ? ways[0]!.rest : page.where;
    if (filter) where.push(this.conditions.print(filter, n));
    if (!ways.length) return { from, where };
    return { from: `${byShortest(ways)} ${n}i CROSS JOIN ${from} ON ${n}.id = ${n}i.id`, where };
  }

  /** Whether the rows may be of several families. */
  isMixed({ from }: Page): boolean {
    if ('search' in from || 'proposed' in from) return true;
    return 'hop' in from && new Set(from.hop.to.map((c) => this.catalogue.concept(c).family)).size > 1;
  }

  from(page: Page, parent: string, n: string): { from: string; where: string[] } {
    if ('hop' in page.from) return source(this.catalogue, page.from.hop, parent, n);
    if ('search' in page.from)
      return { from: `${printSearch(page.from.search, page.limit!, page.after, n)} ${n}`, where: [] };
    if ('proposed' in page.from) {
      const families = this.familiesOf(page.from.proposed).map(
        (f) => `SELECT id, concept, "recordedAt" FROM ${quote(f)} WHERE review = 'PROPOSED'`,
      );
      return {
        from: `(${families.join(' UNION ALL ') || `SELECT NULL AS id, NULL AS concept, NULL AS "recordedAt" WHERE 0`}) ${n}`,
        where: [],
      };
    }
    const { concepts } = page.from;
    const family = familyOf(this.catalogue, concepts);
    const whole = this.catalogue.concrete.filter((c) => c.family === family).length === concepts.length;
    return {
      from: `${quote(family)} ${n}`,
      where: whole ? [] : [`${n}.concept IN (${concepts.map((c) => `'${c}'`).join(', ')})`],
    };
  }

  rows(page: Page, limit: number, parent: string): string {
    const n = this.alias();
    const inner = ordered(this, page, limit, parent, n);
    const read = this.isMixed(page) ? this.anywhere(page.rows, `${n}.id`) : this.table(n);
    const values = [
      `json_array(${page.order.map((_, i) => `${n}.key${i}`).join(', ')})`,
      ...('search' in page.from && page.from.search.texts ? [this.texts(page.from.search, `${n}.id`)] : []),
      ...page.rows.flatMap((shape) => this.shape(shape, read)),
    ];
    return `(SELECT json_group_array(${jsonArray(values)}) FROM (${inner}) ${n}${read.joins.join('')})`;
  }

  /** The texts in which a search found its words, as a list: an entity's names, or what the record says. */
  private texts({ among }: Search, id: string): string {
    const lists = among.map(({ family, label }) => {
      if (family === 'entity')
        return `(SELECT json_group_array(text ORDER BY position) FROM name WHERE entity = ${id} HAVING count(*))`;
      const columns = searchedBy(this.catalogue.concept(label)).map(({ name }) => quote(name));
      return `(SELECT json_array(${columns.join(', ')}) FROM ${quote(family)} WHERE id = ${id})`;
    });
    return `json(${either(lists)})`;
  }

  table(n: string): Read {
    return { id: n, of: () => n, joins: [] };
  }

  /** A record of any family: the one table that has its id gives its values. */
  anywhere(shapes: readonly Shape[], id: string): Read {
    const aliases = new Map<string, string>();
    const joins: string[] = [];
    for (const family of new Set(
      shapes.flatMap((s) => s.concepts).map((c) => this.catalogue.concept(c).family),
    )) {
      const n = this.alias();
      aliases.set(family, n);
      joins.push(` LEFT JOIN ${quote(family)} ${n} ON ${n}.id = ${id}`);
    }
    return { id: id.replace(/\.\w+$/, ''), of: (family) => aliases.get(family)!, joins };
  }

  private total(page: Page, parent: string): string {
    if ('search' in page.from) return printCount(page.from.search);
    const { from, where } = this.kept(page, parent);
    return `(SELECT count(*) FROM ${from}${clause(where)})`;
  }

  /** A record's values, the name of its concept first and then its slots; see layout. */
  shape(shape: Shape, read: Read): string[] {
    const families = this.familiesOf(shape.concepts);
    const concept = families.map((f) => `${read.of(f)}.concept`);
    return [either(concept), ...shape.slots.flatMap((slot) => this.slot(slot, shape, read))];
  }

  familiesOf(concepts: readonly string[]): string[] {
    return [...new Set(concepts.map((c) => this.catalogue.concept(c).family))];
  }

  private slot(slot: Slot, shape: Shape, read: Read): string[] {
    const families = this.familiesOf(slot.concepts);
    if (slot.is === 'column') return [either(families.map((f) => `${read.of(f)}.${quote(slot.column)}`))];
    // What records of several families have in common is reached by their id.
    const n = families.length > 1 ? read.id : read.of(families[0]!);
    const all = shape.concepts.filter((c) => this.catalogue.concept(c).family === families[0]);
    const guard =
      families.length > 1 || slot.concepts.length >= all.length
        ? ''
        : `${n}.concept IN (${slot.concepts.map((c) => `'${c}'`).join(', ')})`;
    if (slot.is === 'one') return this.one(slot.hop, slot.shape, n, guard, read);
    const values = slot.is === 'page' ? this.page(slot.page, n) : [this.list(slot.hop, slot.shape, n)];
    return guard
      ? values.map((value) => (value === 'NULL' ? value : `CASE WHEN ${guard} THEN ${value} END`))
      : values;
  }

  private one(hop: Hop, shape: Shape, n: string, guard: string, read: Read): string[] {
    const m = this.alias();
    const { from, where } = source(this.catalogue, hop, n, m);
    read.joins.push(` LEFT JOIN ${from} ON ${[...where, ...(guard ? [guard] : [])].join(' AND ')}`);
    return this.shape(shape, { id: m, of: () => m, joins: read.joins });
  }

  private list(hop: Hop, shape: Shape, n: string): string {
    const m = this.alias();
    const { from, where, position } = source(this.catalogue, hop, n, m);
    const read = this.table(m);
    const values = jsonArray([`${m}.id`, ...this.shape(shape, read)]);
    return `(SELECT json_group_array(${values} ORDER BY ${position}) FROM ${from}${read.joins.join('')}${clause(where)})`;
  }
}

const clause = (where: readonly string[]) => (where.length ? ` WHERE ${where.join(' AND ')}` : '');

import type { Catalogue } from '../../model/catalogue.js';
import type { Hop, OrderKey, Page, Plan, Search, Shape, Slot } from '../../plan/plan.js';
import { accessPaths } from '../../plan/access-paths.js';
import { hubList } from '../hub-list.js';
import { beyond } from '../keyset.js';
import { Access, type Filtered } from './access.js';
import { candidates } from './candidates.js';
import { Conditions } from './conditions.js';
import { constant } from './constant.js';
import { Groups, type Grouped } from './groups.js';
import { countLines, searchLines, searchTexts } from './search.js';
import { lookup } from './lookup.js';
import { relationIndex } from '../relation-index.js';
import { shelfLines } from './shelf.js';
import { neighbours } from './neighbours.js';
import { paths } from './paths.js';
import { Names, parameter, pattern, quoted } from './source.js';
import { survey } from './survey.js';

/** Prints a Plan as one Cypher statement that gives positional lists. Limits stand inside, before what hangs on a row. */
export function printCypher(catalogue: Catalogue, plan: Plan): string {
  const printer = new Printer(catalogue);
  return ['CYPHER 5', ...lines(printer, plan)].join('\n');
}

function lines(printer: Printer, plan: Plan): string[] {
  switch (plan.root) {
    case 'survey':
      return survey(printer, plan.survey);
    case 'page':
      return printer.root(plan.page);
    case 'neighbours':
      return neighbours(printer, plan.neighbours);
    case 'paths':
      return paths(printer, plan.paths);
    case 'shelf':
      return shelfLines(plan.page, plan.kinds);
    case 'candidates':
      return candidates(printer, plan.candidates);
    case 'lookup':
      return lookup(printer, plan.lookup);
  }
}

interface Printed {
  /** What has to be matched before the values can be said. */
  readonly lines: readonly string[];
  readonly values: readonly string[];
}

export class Printer {
  readonly names = new Names();
  readonly conditions: Conditions;
  private readonly groups: Groups;
  private readonly access: Access;

  constructor(readonly catalogue: Catalogue) {
    this.conditions = new Conditions(catalogue, this.names);
    this.access = new Access(catalogue, this.conditions, this.names);
    this.groups = new Groups(catalogue, this.names, (shapes, m) => {
      const printed = shapes.map((shape) => this.shape(shape, m));
      return { lines: printed.flatMap((s) => s.lines), values: printed.flatMap((s) => s.values) };
    });
  }

  root(page: Page): string[] {
    const { lines, values } = this.page(page);
    return [...lines, `RETURN [${values.join(', ')}] AS answer`];
  }

  private page(page: Page, parent?: string): Printed {
    const lines: string[] = [];
    let rows = 'null';
    let total = 'null';
    if (page.limit !== undefined) {
      rows = this.names.next();
      lines.push(
        `CALL (${parent ?? ''}) {`,
        ...this.rows(page, page.limit, rows, parent).map((l) => `  ${l}`),
        '}',
      );
    }
    if (page.total) {
      total = this.names.next();
      lines.push(`CALL (${parent ?? ''}) {`, ...this.total(page, parent, total).map((l) => `  ${l}`), '}');
    }
    const groupings = page.groupings.map((grouping) =>
      this.groups.print(grouping, this.grouped(page, parent), parent),
    );
    lines.push(...groupings.flatMap((g) => g.lines));
    return { lines, values: [rows, total, ...groupings.map((g) => g.value)] };
  }

  private total(page: Page, parent: string | undefined, out: string): string[] {
    if ('search' in page.from) return countLines(page.from.search, out);
    if ('hop' in page.from && !page.where)
      return [
        `RETURN COUNT { ${this.conditions.related({ hop: page.from.hop, where: undefined }, parent!)} } AS ${out}`,
      ];
    const { m, lines, twice } = this.grouped(page, parent);
    return [`${lines.join(' ')} RETURN count(${twice ? 'DISTINCT ' : ''}${m}) AS ${out}`];
  }

  /** All of the list that a page is of. */
  private grouped(page: Page, parent?: string): Grouped {
    const m = this.names.next();
    const lines = this.access.shortest(filtered(page), m);
    if (lines) return { m, lines, twice: false };
    const match =
      'hop' in page.from
        ? pattern(this.catalogue, page.from.hop, parent!, m)
        : `(${m}:${labelOf(page.from)})`;
    const filter = page.where ? [`WHERE ${this.conditions.print(page.where, m)}`] : [];
    const twice = 'hop' in page.from && page.from.hop.direction === 'both';
    return { m, lines: [`MATCH ${match}`, ...filter], twice };
  }

  rows(page: Page, limit: number, out: string, parent?: string): string[] {
    const m = this.names.next();
    if ('search' in page.from) return this.found(page, page.from.search, limit, out, m);
    const hop = 'hop' in page.from ? page.from.hop : undefined;
    if (hop && relationIndex(this.catalogue, hop, page)) {
      const { lines, keys } = this.hub(page, hop, `${parent}.id`, limit, m);
      return [...lines, ...this.collected(page, keys, m, out, [])];
    }
    const listed = 'concept' in page.from && hubList(this.catalogue, page, page.from.concepts);
    const hub = listed
      ? this.hub({ ...page, where: listed.rest }, listed.hop, parameter(listed.param), limit, m)
      : undefined;
    if (hub && listed && listed.paths.length === 1)
      return [...hub.lines, ...this.collected(page, hub.keys, m, out, [])];
    const made: string[] = [];
    const keys = page.order.map((key, i) => {
      if (key.by === 'column' || key.by === 'id') return this.column(key, m);
      const name = `${m}k${i}`;
      made.push(`${this.computed(key, m)} AS ${name}`);
      return name;
    });
    const cursors = beyondCursors(page, keys);
    const order = (of: readonly string[]) =>
      `${of.join(', ')} ORDER BY ${keys.map((key, i) => `${key}${direction(page, page.order[i]!)}`).join(', ')} LIMIT ${parameter(limit)}`;
    const match = `MATCH ${hop ? pattern(this.catalogue, hop, parent!, m) : `(${m}:${labelOf(page.from)})`}`;
    const where = this.access.all(this.there(page, m), page.where, m);
    const distinct = hop?.direction === 'both' ? 'DISTINCT ' : '';
    if (made.length) {
      const carried = [m, ...keys.filter((_, i) => !['column', 'id'].includes(page.order[i]!.by))];
      const lines = [
        ...(this.access.shortest(filtered(page), m) ?? [match, ...(where ? [`WHERE ${where}`] : [])]),
        `WITH ${distinct}${[m, ...made].join(', ')}`,
        ...(cursors.length ? [`WHERE ${cursors.join(' AND ')}`] : []),
        `WITH ${order(carried)}`,
      ];
      return [...lines, ...this.collected(page, keys, m, out, [])];
    }
    const kept = [...(where ? [where] : []), ...cursors].join(' AND ');
    const walk = hub?.lines ?? [match, ...(kept ? [`WHERE ${kept}`] : []), `WITH ${distinct}${order([m])}`];
    const byWay = (row: string, rest: Page['where']) => [
      `WHERE ${this.access.all([`${row}:${labelOf(page.from)}`, ...cursors], rest, row)}`,
      `WITH ${order([row])}`,
    ];
    const ways = listed ? { label: labelOf(page.from), paths: listed.paths } : filtered(page);
    const raced = this.access.page(
      { ...ways, walked: listed ? listed.path : undefined },
      m,
      parameter(limit),
      walk,
      byWay,
    );
    return [...(raced ? [...raced, `WITH ${order([m])}`] : walk), ...this.collected(page, keys, m, out, [])];
  }

  /** A page of a hub by the index of its relations, which has them in their order. */
  private hub(
    page: Page,
    hop: Hop,
    id: string,
    limit: number,
    m: string,
  ): { lines: string[]; keys: string[] } {
    const indexed = relationIndex(this.catalogue, hop, page)!;
    const r = `${m}r`;
    const [{ label }] = hop.stored as [Hop['stored'][number]];
    const keys = indexed.map((key) => `${r}.${key}`);
    const others = hop.stored.filter(({ owner }) => !hop.to.includes(owner));
    const kind = others.length ? [`${m}:${hop.to.join('|')}`] : [];
    const where = this.access.all([...keys.map((key) => `${key} IS NOT NULL`), ...kind], page.where, m);
    // The relation's constant first, or the whole hub is sorted.
    const order = [`${r}.p${direction(page, page.order[0]!)}`].concat(
      keys.map((key, i) => `${key}${direction(page, page.order[i]!)}`),
    );
    // Named, since the shorter index by id looks cheaper to the planner, which then reads and sorts the whole hub.
    // Of what never holds it keeps no predicate that the hint could stand on.
    const hint =
      constant(page.where) === false ? [] : [`USING INDEX ${r}:${label}(p, ${indexed.join(', ')})`];
    const lines = [
      `MATCH (${m})-[${r}:${label} {p: ${id}}]->()`,
      ...hint,
      `WHERE ${[where, ...beyondCursors(page, keys)].join(' AND ')}`,
      `WITH ${m}, ${r} ORDER BY ${order.join(', ')} LIMIT ${parameter(limit)}`,
    ];
    return { lines, keys };
  }

  /** What an index in the order of a list needs to know: that no row is without its keys. */
  private there({ order }: Page, m: string): string[] {
    return order.flatMap((key) => {
      if (key.by === 'id') return `${m}.id IS NOT NULL`;
      return key.by === 'column' && !key.nullable ? `${m}.${quoted(key.column)} IS NOT NULL` : [];
    });
  }

  /** What is taken of each row, and all rows in their order as one list. */
  private collected(page: Page, keys: readonly string[], m: string, out: string, texts: string[]): string[] {
    const shapes = page.rows.map((shape) => this.shape(shape, m));
    const sorted = keys.map((_, i) => `${m}s${i}`);
    const values = [`[${keys.join(', ')}]`, ...texts, ...shapes.flatMap((s) => s.values)];
    const named = keys.map((key, i) => `${key} AS ${sorted[i]}`);
    return [
      ...shapes.flatMap((s) => s.lines),
      `WITH ${named.join(', ')}, [${values.join(', ')}] AS ${m}row`,
      `ORDER BY ${sorted.map((key, i) => `${key}${direction(page, page.order[i]!)}`).join(', ')}`,
      `RETURN collect(${m}row) AS ${out}`,
    ];
  }

  private found(page: Page, search: Search, limit: number, out: string, m: string): string[] {
    const keys = [`${m}tier`, `${m}.searchKey`, `${m}.id`];
    return [
      ...searchLines(search, limit, page.after, m),
      `WITH ${m}, ${m}tier ORDER BY ${keys.join(', ')} LIMIT ${parameter(limit)}`,
      ...this.collected(page, keys, m, out, search.texts ? [searchTexts(this.catalogue, search, m)] : []),
    ];
  }

  /** A value that sorts what is unknown last, and is never null. */
  private column(key: Extract<OrderKey, { by: 'column' | 'id' }>, n: string): string {
    if (key.by === 'id') return `${n}.id`;
    const column = `${n}.${quoted(key.column)}`;
    if (!key.nullable) return column;
    const last = key.direction === 'ASC';
    return `coalesce(${column}, ${last ? 2 ** 31 : -(2 ** 31) - 1})`;
  }

  private computed(key: Extract<OrderKey, { by: 'name' | 'count' }>, n: string): string {
    if (key.by === 'count')
      return `COUNT { ${this.conditions.related({ hop: key.hop, where: undefined }, n)} }`;
    const m = this.names.next();
    return `coalesce(head(COLLECT { MATCH ${pattern(this.catalogue, key.hop, n, m)} RETURN ${m}.name_fold }), ${key.direction === 'ASC' ? "'\\uFFFF'" : "''"})`;
  }

  /** A record's values in their slots, the name of its concept first. */
  shape(shape: Shape, n: string): Printed {
    const slots = shape.slots.map((slot) => this.slot(slot, n));
    return {
      lines: slots.flatMap((s) => s.lines),
      values: [`${n}.concept`, ...slots.flatMap((s) => s.values)],
    };
  }

  private slot(slot: Slot, n: string): Printed {
    if (slot.is === 'column') return { lines: [], values: [`${n}.${quoted(slot.column)}`] };
    if (slot.is === 'page') return this.page(slot.page, n);
    return slot.is === 'one' ? this.one(slot.hop, slot.shape, n) : this.list(slot.hop, slot.shape, n);
  }

  private one(hop: Hop, shape: Shape, n: string): Printed {
    const m = this.names.next();
    const { lines, values } = this.shape(shape, m);
    return { lines: [`OPTIONAL MATCH ${pattern(this.catalogue, hop, n, m)}`, ...lines], values };
  }

  private list(hop: Hop, shape: Shape, n: string): Printed {
    const m = this.names.next();
    const { lines, values } = this.shape(shape, m);
    const inner = [
      `MATCH ${pattern(this.catalogue, hop, n, m, `${m}r`)}`,
      ...lines,
      `WITH ${m}r.position AS ${m}p, [${m}.id, ${values.join(', ')}] AS ${m}row ORDER BY ${m}p`,
      `RETURN collect(${m}row) AS ${m}l`,
    ];
    return { lines: [`CALL (${n}) {`, ...inner.map((l) => `  ${l}`), '}'], values: [`${m}l`] };
  }
}

/** A list of its own that is filtered; what hangs on a row is not. */
const filtered = ({ from, where }: Page): Filtered => ({
  label: labelOf(from),
  paths: 'concept' in from ? accessPaths(where) : [],
});

function beyondCursors({ order, after, before }: Page, keys: readonly string[]): string[] {
  const cursors: string[] = [];
  if (after) cursors.push(beyond(keys, order, after, false, parameter));
  if (before) cursors.push(beyond(keys, order, before, true, parameter));
  return cursors;
}

const labelOf = (from: Page['from']) =>
  'proposed' in from ? 'Proposed' : (from as { concept: string }).concept;

const direction = (page: Page, key: OrderKey) =>
  (key.direction === 'DESC') !== page.backward ? ' DESC' : '';

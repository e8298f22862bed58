import type { Catalogue } from '../../model/catalogue.js';
import type { Hop, Page, Plan, Search, Shape, Slot } from '../../plan/plan.js';
import { Access } from './access.js';
import { candidates } from './candidates.js';
import { Conditions } from './conditions.js';
import { Groups, type Grouped } from './groups.js';
import { countLines, searchLines, searchTexts } from './search.js';
import { lookup } from './lookup.js';
import { shelfLines } from './shelf.js';
import { neighbours } from './neighbours.js';
import { direction, filtered, labelOf, ordered } from './ordered.js';
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
  readonly access: Access;

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
    const { lines, keys } = ordered(this, page, limit, m, parent);
    return [...lines, ...this.collected(page, keys, m, out, [])];
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

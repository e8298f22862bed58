import { begins } from '../../plan/layout.js';
import type { EdgeField, Page, PageField } from '../../plan/plan.js';
import { writeCursor } from '../../planner/cursor.js';
import { found } from './found.js';
import { groups, type RawGroups } from './groups.js';
import type { Records, Row } from './record.js';
import type { Told } from './told.js';

export type RawPage = readonly [rows: Row[] | null, total: number | null, ...groupings: RawGroups[]];

/** A page's rows as they are shown, whether more follow, and what the engine said besides. */
interface Shown {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly raw: RawPage;
}

type Part<T> = (shown: Shown, told: Told) => T;

/** The makers of connections from a page's raw rows, count and groups. */
export class Pages<T> {
  constructor(private readonly records: Records<T>) {}

  of(plan: Page): (raw: RawPage, told: Told) => T {
    const { size, fields } = plan.answer;
    const object = this.records.make.object(fields.map((field) => field.key));
    const parts = fields.map((field) => this.part(plan, field));
    return (raw, told) => {
      const all = raw[0] ?? [];
      const rows = all.slice(0, size);
      if (plan.backward) rows.reverse();
      const shown = { rows, more: all.length > size, raw };
      return object(parts.map((part) => part(shown, told)));
    };
  }

  private part(plan: Page, field: PageField): Part<T> {
    const { make } = this.records;
    if (field.is === 'typename') return this.constant(plan.answer.typename);
    if (field.is === 'totalCount') return ({ raw }) => make.value(raw[1]);
    if (field.is === 'nodes') {
      const one = this.shown(plan, field.rows);
      return ({ rows }, told) => make.list(rows.map((row) => one(row, told)));
    }
    if (field.is === 'edges') {
      const object = make.object(field.fields.map(({ key }) => key));
      const parts = field.fields.map((f) => this.ofEdge(plan, f));
      return ({ rows }, told) => make.list(rows.map((row) => object(parts.map((part) => part(row, told)))));
    }
    if (field.is === 'groups') {
      const made = groups(this.records, plan.groupings[field.grouping]!.levels, field.fields);
      return ({ raw }, told) => made(raw[2 + field.grouping] as RawGroups, told);
    }
    const object = make.object(field.fields.map(({ key }) => key));
    const parts = field.fields.map(({ name }) => this.info(plan, name));
    return (shown, told) => object(parts.map((part) => part(shown, told)));
  }

  private constant(value: unknown): () => T {
    const made = this.records.make.value(value);
    return () => made;
  }

  private shown(plan: Page, place: number): (row: Row, told: Told) => T {
    const one = this.records.of(plan.rows[place]!);
    const at = begins(plan)[place]!;
    return (row, told) => one(row, at, told);
  }

  private ofEdge(plan: Page, { is, rows }: EdgeField): (row: Row, told: Told) => T {
    const { make } = this.records;
    if (is === 'typename') return this.constant(plan.answer.typename.replace(/Connection$/, 'Edge'));
    if (is === 'node') return this.shown(plan, rows);
    if (is === 'cursor') return (row, told) => make.value(cursor(plan, row, told));
    return (row, told) => make.value(found(plan, told.params)[is](row));
  }

  private info(plan: Page, name: string): Part<T> {
    const { make } = this.records;
    switch (name) {
      case 'startCursor':
        return ({ rows }, told) => make.value(cursor(plan, rows[0], told));
      case 'endCursor':
        return ({ rows }, told) => make.value(cursor(plan, rows.at(-1), told));
      case 'hasNextPage':
        return ({ more }) => make.value(plan.backward ? Boolean(plan.before) : more);
      case 'hasPreviousPage':
        return ({ more }) => make.value(plan.backward ? more : Boolean(plan.after));
      default:
        return this.constant('PageInfo');
    }
  }
}

const cursor = ({ answer }: Page, row: Row | undefined, { texts }: Told) =>
  row ? writeCursor(texts[answer.signature]!, row[0] as unknown[]) : null;

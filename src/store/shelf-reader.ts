import type { Catalogue } from '../model/catalogue.js';
import { layout } from '../plan/layout.js';
import type { Page, Plan, Shape, Slot } from '../plan/plan.js';
import type { Store } from './port.js';
import type { Row } from './row.js';

type Raw = readonly unknown[];

/**
 * Rejected records as the assembler takes them. They are in no table and have no relations, so what hangs on one is read
 * by the ids that it keeps: each of its relations once for all the records, each list of it by a statement.
 */
export class ShelfReader {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly store: Pick<Store, 'read'>,
    private readonly params: readonly unknown[],
  ) {}

  /** The raw rows of a shape, laid out as an engine gives them; see plan/layout.ts. */
  async rows(shape: Shape, records: readonly Row[]): Promise<Raw[]> {
    const columns = await Promise.all(shape.slots.map((slot) => this.slot(slot, shape, records)));
    return records.map((record, i) => [record.concept, ...columns.flatMap((values) => values[i]!)]);
  }

  /** A page of the shelf, with its rows as an engine would give them were they in the graph. */
  async filled(page: Page, [raw, total]: readonly [Raw[] | null, number | null]): Promise<Raw> {
    const records = (raw ?? []).map((row) => JSON.parse(row[1] as string) as Row);
    const shapes = await Promise.all(page.rows.map((shape) => this.rows(shape, records)));
    return [raw?.map(([keys], i) => [keys, ...shapes.flatMap((rows) => rows[i]!)]) ?? null, total];
  }

  /** For each record the places that a slot takes in its row. */
  private slot(slot: Slot, shape: Shape, records: readonly Row[]): Promise<Raw[]> {
    const has = (record: Row) => slot.concepts.includes(record.concept);
    if (slot.is === 'column') {
      const value = (r: Row) => (slot.column === 'id' ? r.id : (r.values[slot.column] ?? null));
      return Promise.resolve(records.map((r) => [has(r) ? value(r) : null]));
    }
    if (slot.is === 'page') {
      const none = [null, null, ...slot.page.groupings.map(() => null)];
      return Promise.all(records.map((r) => (has(r) ? this.page(slot.page, r) : none)));
    }
    const ids = (record: Row) =>
      has(record) && slot.hop.direction !== 'in' ? (record.relations[slot.hop.name] ?? []) : [];
    return slot.is === 'one'
      ? this.one(slot.shape, records.map(ids))
      : this.lists(slot.shape, records.map(ids));
  }

  private async one(shape: Shape, ids: readonly (readonly string[])[]): Promise<Raw[]> {
    const found = await this.byId(shape, ids.flat());
    const nothing = Array.from({ length: layout(shape).width }, () => null);
    return ids.map(([id]) => (id && found.get(id)) || nothing);
  }

  private async lists(shape: Shape, ids: readonly (readonly string[])[]): Promise<Raw[]> {
    const found = await this.byId(shape, ids.flat());
    return ids.map((some) => [
      some.flatMap((id) => {
        const row = found.get(id);
        return row ? [[id, ...row]] : [];
      }),
    ]);
  }

  /** Records by their ids, whether in the graph or on the shelf. */
  private async byId(shape: Shape, ids: readonly string[]): Promise<Map<string, Raw>> {
    const wanted = [...new Set(ids)];
    if (!wanted.length) return new Map();
    const param = this.params.length;
    const plan: Plan = {
      root: 'lookup',
      lookup: { by: 'ids', param, shape },
      params: [...this.params, wanted],
    };
    const rows = await this.unshelved(shape, (await this.store.read(plan)) as (Raw | string | null)[]);
    return new Map(wanted.flatMap((id, i) => (rows[i] ? [[id, rows[i]]] : [])));
  }

  /** What a look-up found, with what lies on the shelf read too. There it is a text. */
  async unshelved(shape: Shape, found: readonly (Raw | string | null)[]): Promise<(Raw | null)[]> {
    const shelved = found.filter((row) => typeof row === 'string').map((row) => JSON.parse(row) as Row);
    if (!shelved.length) return found as (Raw | null)[];
    const rows = await this.rows(shape, shelved);
    return found.map((row) => (typeof row === 'string' ? rows.shift()! : row));
  }

  /** A list of a rejected record: those of its ids that are in the graph. */
  private async page(page: Page, record: Row): Promise<Raw> {
    if (!('hop' in page.from)) throw new Error('a list of a record hangs on a relation');
    const { name, direction, stored, to } = page.from.hop;
    const ids = direction === 'in' ? [] : (record.relations[name] ?? []);
    const concept = this.catalogue.concept(stored[0]!.to).name;
    const among = {
      is: 'compare',
      column: 'id',
      op: 'in',
      param: this.params.length,
    } as const;
    const plan: Plan = {
      root: 'page',
      page: {
        ...page,
        from: { concept, concepts: to },
        where: page.where ? { is: 'and', of: [among, page.where] } : among,
      },
      params: [...this.params, ids],
    };
    return (await this.store.read(plan)) as Raw;
  }
}

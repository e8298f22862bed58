import type { Ledger } from '../port.js';
import type { Row } from '../row.js';

/** The graph as it will be: what is stored, with what the change set does to it on top. */
export class View {
  private readonly stored = new Map<string, Row | undefined>();
  readonly pending = new Map<string, Row | undefined>();

  constructor(private readonly ledger: Ledger) {}

  async load(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.stored.has(id));
    if (!missing.length) return;
    for (const id of missing) this.stored.set(id, undefined);
    for (const row of await this.ledger.rows(missing)) this.stored.set(row.id, row);
  }

  /** The row as it was before the change set. Load it first. */
  before(id: string): Row | undefined {
    return this.stored.get(id);
  }

  /** The row as it will be. Load it first. */
  get(id: string | undefined): Row | undefined {
    if (id === undefined) return undefined;
    return this.pending.has(id) ? this.pending.get(id) : this.stored.get(id);
  }

  set(row: Row): void {
    this.pending.set(row.id, row);
  }

  remove(id: string): void {
    this.pending.set(id, undefined);
  }

  /** Who will lead to these ids by this field. */
  async referrers(
    concept: string,
    field: string,
    ids: Iterable<string>,
  ): Promise<(readonly [from: string, to: string])[]> {
    const wanted = new Set(ids);
    if (!wanted.size) return [];
    const found = (await this.ledger.referrers(concept, field, [...wanted])).filter(
      ([from]) => !this.pending.has(from),
    );
    for (const row of this.pending.values()) {
      if (row?.concept !== concept) continue;
      for (const to of row.relations[field] ?? []) if (wanted.has(to)) found.push([row.id, to]);
    }
    return found;
  }

  /** The ids that rows of a concept lead to, before and after, among the changed ones. */
  pointed(changed: Iterable<string>, concept: string, field: string): string[] {
    return [...changed].flatMap((id) =>
      [this.before(id), this.get(id)].flatMap((row) =>
        row?.concept === concept ? (row.relations[field] ?? []) : [],
      ),
    );
  }

  ofConcept(changed: Iterable<string>, concept: string): string[] {
    return [...changed].filter((id) => (this.get(id) ?? this.before(id))?.concept === concept);
  }
}

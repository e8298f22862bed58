import type { Catalogue } from '../../model/catalogue.js';
import type { Ledger } from '../port.js';
import type { Row } from '../row.js';

/** The graph as it will be: what is stored, with what the change set does to it on top. */
export class View {
  private readonly stored = new Map<string, Row | undefined>();
  readonly pending = new Map<string, Row | undefined>();

  /** The ids of `pending` by their concept. */
  private readonly pendingOf = new Map<string, Set<string>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly catalogue: Catalogue,
  ) {}

  async load(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.stored.has(id));
    if (!missing.length) return;
    for (const id of missing) this.stored.set(id, undefined);
    for (const row of await this.ledger.rows(missing)) this.stored.set(row.id, row);
  }

  /** Takes rows that were read already. */
  hold(rows: readonly Row[]): void {
    for (const row of rows) this.stored.set(row.id, row);
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
    const ids = this.pendingOf.get(row.concept);
    if (ids) ids.add(row.id);
    else this.pendingOf.set(row.concept, new Set([row.id]));
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
    const wanted = this.targets(concept, field, ids);
    if (!wanted.size) return [];
    // What is new is led to by nothing that is stored.
    const stored = [...wanted].filter((id) => !this.stored.has(id) || this.stored.get(id));
    const found = stored.length
      ? (await this.ledger.referrers(concept, field, stored)).filter(([from]) => !this.pending.has(from))
      : [];
    for (const id of this.pendingOf.get(concept) ?? [])
      for (const to of this.pending.get(id)?.relations[field] ?? []) if (wanted.has(to)) found.push([id, to]);
    return found;
  }

  /** Of these ids those that the field can lead to: its concepts, as the beginning of an id says. */
  private targets(concept: string, field: string, ids: Iterable<string>): Set<string> {
    const { to } = this.catalogue.stored.find((s) => s.owner === concept && s.field === field)!;
    const fits = new Set(this.catalogue.concept(to).concretes);
    const wanted = new Set<string>();
    for (const id of ids) if (fits.has(this.catalogue.ofId(id)?.name ?? '')) wanted.add(id);
    return wanted;
  }

  /** The ids that rows of a concept lead to, before and after, among the changed ones. */
  pointed(changed: Iterable<string>, concept: string, field: string): string[] {
    const found: string[] = [];
    for (const id of this.named(changed, concept))
      for (const row of [this.before(id), this.get(id)]) if (row) found.push(...(row.relations[field] ?? []));
    return found;
  }

  ofConcept(changed: Iterable<string>, concept: string): string[] {
    return this.named(changed, concept).filter((id) => this.get(id) ?? this.before(id));
  }

  private named(ids: Iterable<string>, concept: string): string[] {
    const beginning = `${this.catalogue.concept(concept).prefix}:`;
    const found: string[] = [];
    for (const id of ids) if (id.startsWith(beginning)) found.push(id);
    return found;
  }
}

import type { Catalogue, Concept } from '../../../model/catalogue.js';
import type { RecordInput } from '../../../model/change-set.js';
import type { Store } from '../../../store/port.js';
import type { Link, Mapping } from '../mapping/mapping.js';
import { Creations } from './creations.js';
import { decide, type Ask, type Found } from './found.js';
import { Lookups, type LookedUp } from './lookups.js';
import { Made } from './made.js';

/** Answers are kept for the rows to come, until there are as many as this. */
const KEPT = 100_000;

/** Links names to records: what a block of rows asks is looked up together, then each row is answered from there. */
export class Linker {
  private readonly lookups: Lookups;
  private readonly creations: Creations;
  private readonly made: Made;
  private readonly making: ReadonlySet<string>;
  private answers = new Map<Link, Map<string, LookedUp>>();
  private kept = 0;
  /** Of links by candidates: the same by name alone. */
  private readonly named = new Map<Link, Link>();

  constructor(store: Pick<Store, 'read'>, catalogue: Catalogue, mapping: Mapping, links: readonly Link[]) {
    this.lookups = new Lookups(store, catalogue);
    this.creations = new Creations(store, mapping.source.name);
    this.making = new Set(mapping.records.map((r) => r.concept.name));
    this.made = new Made(
      new Set(links.flatMap((l) => (l.by.is === 'name' || l.by.is === 'candidates' ? l.to : []))),
    );
  }

  async prepare(asks: readonly Ask[]): Promise<void> {
    if (this.kept > KEPT) {
      this.answers = new Map();
      this.kept = 0;
    }
    await this.lookUp(asks.flatMap((ask) => (ask.link.by.is === 'candidates' ? this.byName(ask) : [])));
    await this.lookUp(asks.filter((ask) => !this.sure(ask)));
  }

  private async lookUp(asks: readonly Ask[]): Promise<void> {
    const open = new Map<Link, Map<string, Ask>>();
    for (const ask of asks)
      if (!this.answers.get(ask.link)?.has(key(ask))) of(open, ask.link).set(key(ask), ask);
    const all = [...open.values()].flatMap((some) => [...some.values()]);
    const found = await this.lookups.all(all);
    all.forEach((ask, i) => of(this.answers, ask.link).set(key(ask), found[i]!));
    this.kept += all.length;
    for (const [link, some] of open) {
      if (typeof link.otherwise === 'string') continue;
      const names = [...some.values()].filter((ask) => this.find(ask).is === 'nobody').map((ask) => ask.text);
      await this.creations.prepare(link.otherwise.create, names);
    }
  }

  /** Who is meant, of those in the store and those that the table has made so far. */
  find(ask: Ask): Found {
    return this.sure(ask) ?? this.found(ask);
  }

  // Candidates are scored one statement each, and most names of a table are somebody's very own.
  private sure(ask: Ask): Found | undefined {
    if (ask.link.by.is !== 'candidates') return undefined;
    const found = this.found(this.byName(ask));
    return found.is === 'one' && found.score > -2 ? { ...found, score: 1 } : undefined;
  }

  private byName({ link, text }: Ask): Ask {
    const named = this.named.get(link) ?? { ...link, by: { is: 'name' }, otherwise: 'leave' };
    this.named.set(link, named);
    return { link: named, text };
  }

  private found(ask: Ask): Found {
    const { link, text } = ask;
    const { hits, nearest } = this.answers.get(link)!.get(key(ask))!;
    // Whether a record of this table is there is checked when all of it is.
    if (link.by.is === 'id' && link.to.some((to) => this.making.has(to)))
      return { is: 'one', id: text, score: 0 };
    if (link.by.is !== 'name' && link.by.is !== 'candidates') return decide(ask, hits, nearest);
    const here = this.made.hits(link.to, text, link.by.is);
    return decide(ask, [...hits, ...here.filter((h) => !hits.some(({ id }) => id === h.id))], nearest);
  }

  idOfNew(concept: Concept, name: string): { readonly id: string; readonly isThere: boolean } {
    return this.creations.idOf(concept, name);
  }

  /** Remembers what a row makes, for the rows after it. */
  note(record: RecordInput): void {
    this.made.note(record);
  }
}

const key = ({ text, on, context }: Ask) =>
  (on ?? context) === undefined ? text : JSON.stringify([text, on, context]);

function of<T>(maps: Map<Link, Map<string, T>>, link: Link): Map<string, T> {
  const found = maps.get(link) ?? new Map<string, T>();
  maps.set(link, found);
  return found;
}

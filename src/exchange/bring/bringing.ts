import type { Catalogue } from '../../model/catalogue.js';
import type { Ledger } from '../../store/port.js';
import { creditsKey } from '../credits.js';
import { admit } from './admit.js';
import type { BringOptions, Incoming } from './bring.js';
import type { Item } from './item.js';
import type { Tally } from './outcome.js';
import { Spill } from './spill.js';
import { weight } from './weight.js';

// Of a change set, in characters: records may be large.
const HEAVY = 8_000_000;

/** One run of `bring`. */
export class Bringing {
  private batch: Item[] = [];
  private heavy = 0;
  private later = new Spill();
  private credited = false;
  /** Records of a change set. */
  private readonly most: number;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly write: <T>(work: (ledger: Ledger) => Promise<T>) => Promise<T>,
    private readonly tally: Tally,
    private readonly options: BringOptions,
    usual: number,
  ) {
    this.most = options.batch ?? usual;
  }

  async run(records: AsyncIterable<Incoming> | Iterable<Incoming>): Promise<void> {
    try {
      await this.first(records);
      while (!this.stopped() && this.later.count) await this.again();
    } finally {
      await this.later.remove();
    }
  }

  private async first(records: AsyncIterable<Incoming> | Iterable<Incoming>): Promise<void> {
    try {
      for await (const incoming of records) {
        this.tally.read++;
        if ('problem' in incoming) this.tally.refuse(incoming);
        else await this.take({ input: incoming }, this.later);
        if (this.stopped()) return;
      }
    } catch (error) {
      // A reader that was interrupted ends with an error of its own.
      if (!this.stopped()) throw error;
    }
    if (!this.stopped()) await this.flush(this.later);
  }

  /** Brings what waits once more: what still waits after that waits on, until nothing moves; then it is refused. */
  private async again(): Promise<void> {
    const now = this.later;
    const later = (this.later = new Spill());
    try {
      const moved = (await this.through(now, later)) || later.count < now.count;
      if (moved || this.stopped()) return;
      await this.through(later, undefined);
      this.later = new Spill();
    } finally {
      await now.remove();
      if (this.later !== later) await later.remove();
    }
  }

  private async through(from: Spill, to: Spill | undefined): Promise<boolean> {
    let moved = false;
    for await (const item of from.items()) {
      this.tally.waiting--;
      moved = (await this.take(item, to)) || moved;
      if (this.stopped()) return moved;
    }
    return (await this.flush(to)) || moved;
  }

  /** Takes a record into the change set; what waits goes into `later`, without one it is refused. */
  private async take(item: Item, later: Spill | undefined): Promise<boolean> {
    if (later?.holds(item.input.id)) {
      await this.wait(later, [
        { ...item, reason: item.reason ?? 'waits for an earlier line on the same record' },
      ]);
      return false;
    }
    this.batch.push(item);
    this.heavy += weight(item.input);
    return this.batch.length >= this.most || this.heavy > HEAVY ? this.flush(later) : false;
  }

  /** @returns whether a record is there that was not, although it waits on */
  private async flush(later: Spill | undefined): Promise<boolean> {
    const items = this.batch;
    this.batch = [];
    this.heavy = 0;
    if (!items.length) return false;
    const { action, by, note, sources, progress, at = new Date().toISOString() } = this.options;
    const change = { action, by, at, ...(note ? { note } : {}) };
    const { done, waiting, refused } = await this.write(async (ledger) => {
      const admitted = await admit(ledger, this.catalogue, change, items, !later);
      if (sources && !this.credited && admitted.done.length + admitted.waiting.length)
        await ledger.setMeta(creditsKey(sources.name), JSON.stringify(sources.credits));
      return admitted;
    });
    this.credited ||= done.length + waiting.length > 0;
    for (const effect of done) this.tally.count(effect);
    for (const refusal of refused) this.tally.refuse(refusal);
    if (later) await this.wait(later, waiting);
    progress?.(this.tally);
    const without = new Set(items.flatMap(({ input, effect }) => (effect ? [] : [input])));
    return waiting.some(({ input, effect }) => effect && without.has(input));
  }

  private async wait(later: Spill, items: readonly Item[]): Promise<void> {
    await later.keep(items);
    this.tally.waiting += items.length;
  }

  private stopped(): boolean {
    return (this.tally.stopped ||= this.options.signal?.aborted ?? false);
  }
}

import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { ChangeSet } from '../../model/change-set.js';
import { applyIn, type Effect } from '../../store/apply/apply.js';
import type { Problem } from '../../store/apply/check.js';
import type { Ledger } from '../../store/port.js';
import { both, type Item } from './item.js';
import { gives, without, type Lead } from './leads.js';
import type { Refusal } from './outcome.js';
import { byRecord, leading, told, tried, type Tried } from './tried.js';

/** What became of the records of a change set. */
export interface Admitted {
  readonly done: readonly Effect[];
  readonly waiting: readonly Item[];
  readonly refused: readonly Refusal[];
}

/**
 * Applies of some records what can be, as one change set. What is wrong is refused. What leads to an unknown record
 * waits: where it can do without, it goes in without and waits whole all the same. At the `last` none waits.
 */
export async function admit(
  ledger: Ledger,
  catalogue: Catalogue,
  change: Omit<ChangeSet, 'upserts'>,
  items: readonly Item[],
  last: boolean,
): Promise<Admitted> {
  const admission = new Admission(ledger, catalogue, change, last);
  await admission.apply(items.map(tried));
  return admission.admitted();
}

class Admission {
  private readonly done: Effect[] = [];
  private readonly waiting: (readonly [at: number, Item])[] = [];
  private readonly refused: (readonly [at: number, Refusal])[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly catalogue: Catalogue,
    private readonly change: Omit<ChangeSet, 'upserts'>,
    private readonly last: boolean,
  ) {}

  admitted(): Admitted {
    const inOrder = <T>(of: (readonly [at: number, T])[]) =>
      of.sort(([a], [b]) => a - b).map(([, one]) => one);
    return { done: this.done, waiting: inOrder(this.waiting), refused: inOrder(this.refused) };
  }

  /** Each round takes something away, a record or a field of one; most change sets need one, bad ones two or three. */
  async apply(all: readonly Tried[]): Promise<void> {
    for (let going = all; going.length; going = going.filter(({ out }) => !out)) {
      const problems = await this.attempt(going);
      if (!problems) return;
      const blamed = problems.filter(({ input }) => input !== undefined);
      if (blamed.length) await this.sift(going, blamed);
      else if (going.length === 1) this.refuse(going[0]!, problems);
      else return this.halve(going);
    }
  }

  /** @returns what is wrong, where it was not applied */
  private async attempt(going: readonly Tried[]): Promise<readonly Problem[] | undefined> {
    const upserts = going.map(({ input }) => input);
    try {
      const { effects } = await applyIn(this.ledger, this.catalogue, { ...this.change, upserts });
      going.forEach((one, i) => this.settle(one, effects[i]!));
      return undefined;
    } catch (error) {
      if (error instanceof RapporteurError && error.details['problems'])
        return error.details['problems'] as Problem[];
      throw error;
    }
  }

  /** Where none is to blame by itself, as where a record of the graph would lose its footing by one of them. */
  private async halve(going: readonly Tried[]): Promise<void> {
    const half = going.length >> 1;
    await this.apply(going.slice(0, half));
    this.keepOrder(going);
    await this.apply(going.slice(half).filter(({ out }) => !out));
  }

  private settle({ at, item, lacks }: Tried, now: Effect): void {
    const effect = both(item.effect, now);
    if (!lacks.size) this.done.push(effect);
    else if (!this.last) this.waiting.push([at, { ...item, effect, reason: reasons(lacks) }]);
    else this.drop(at, { ...item, effect }, `${reasons(lacks)}; it went in without`);
  }

  private async sift(going: readonly Tried[], problems: readonly Problem[]): Promise<void> {
    const lost: string[] = [];
    for (const [one, some] of byRecord(going, problems)) {
      const missing = some.flatMap(({ field, missing: to, optional = false }): Lead[] =>
        field && to ? [{ field, to, optional }] : [],
      );
      if (missing.length < some.length) this.refuse(one, some);
      else this.lack(one, missing);
      if (one.out) lost.push(one.input.id);
    }
    if (lost.length) await this.follow(going, lost);
    this.keepOrder(going);
  }

  /** What leads to a record that does not go in now, over any number of steps. */
  private async follow(going: readonly Tried[], lost: readonly string[]): Promise<void> {
    const there = new Set([
      ...(await this.ledger.rows([...new Set(lost)])).map(({ id }) => id),
      ...going.flatMap(({ input, out }) => (out ? [] : [input.id])),
    ]);
    const leads = leading(this.catalogue, going);
    const queue = lost.filter((id) => !there.has(id));
    for (const id of queue)
      for (const [one, lead] of leads.get(id) ?? []) {
        if (one.out) continue;
        this.lack(one, [lead]);
        if (one.out) queue.push(one.input.id);
      }
  }

  /** Of records given more than once the later waits for the earlier: it is the one that amends. */
  private keepOrder(going: readonly Tried[]): void {
    const waiting = new Set<string>();
    for (const one of going) {
      if (!one.out && waiting.has(one.input.id))
        this.leave(one, 'waits for an earlier line on the same record');
      if (one.waits) waiting.add(one.input.id);
    }
  }

  private lack(one: Tried, missing: readonly Lead[]): void {
    for (const { field, to } of missing) one.lacks.add(`${field}: '${to}' is not known`);
    if (!missing.every(({ field, optional }) => optional && gives(one.input, field)))
      return this.leave(one, reasons(one.lacks));
    one.input = without(one.input, new Set(missing.map(({ field }) => field)));
    one.waits = !this.last;
  }

  private leave(one: Tried, reason: string): void {
    one.out = true;
    one.waits = !this.last;
    if (this.last) this.drop(one.at, one.item, reason);
    else this.waiting.push([one.at, { ...one.item, reason }]);
  }

  /** What is wrong between records may be right when those are whole that wait: only what is wrong by itself goes at once. */
  private refuse(one: Tried, problems: readonly Problem[]): void {
    const reason = told(one.input.id, problems);
    if (problems.every(({ between }) => between)) return this.leave(one, reason);
    one.out = true;
    one.waits = false;
    this.drop(one.at, one.item, reason);
  }

  /** What it did before it was refused, it has done. */
  private drop(at: number, { input: { id, source }, effect }: Item, problem: string): void {
    if (effect && effect !== 'unchanged') this.done.push(effect);
    this.refused.push([at, { record: String(id), source, problem }]);
  }
}

const reasons = (lacks: ReadonlySet<string>) => [...lacks].join('; ');

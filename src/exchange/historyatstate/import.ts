import { join } from 'node:path';
import type { RecordInput } from '../../model/change-set.js';
import type { Store } from '../../store/port.js';
import type { Credit } from '../credits.js';
import type { Incoming } from '../bring/bring.js';
import type { Refusal } from '../bring/outcome.js';
import { credits } from './credits.js';
import { decide, type Decided } from './deciding/decide.js';
import { knownIn } from './deciding/known-in-store.js';
import type { Facts, Repository } from './facts.js';
import { readGeography } from './geography/geography.js';
import { recordsOf } from './records/records.js';
import { readCheckout, type Progress } from './source/checkout.js';
import { readGsh } from './tables/gsh.js';

/** What is read of a checkout and what it comes to. */
export interface Read {
  readonly facts: Facts;
  readonly decided: Decided;
  readonly refused: readonly Refusal[];
  readonly records: Iterable<Incoming>;
  readonly sources: { readonly name: string; readonly credits: readonly Credit[] };
}

export interface Aids {
  /** The folder seeds/record: what was decided by hand, and gsh where the checkout lacks it. */
  readonly record: string;
  /** The records of the seeds that countries and places are joined to. */
  readonly seeds: readonly RecordInput[];
  readonly onProgress?: (so: Progress) => void;
}

/**
 * Reads a checkout of any or all of travels, visits, pocom and gsh, and decides what it says of what the store holds.
 * Nothing is written.
 * @throws BAD_SOURCE where the folder holds none of the four
 */
export async function readHistoryAtState(
  store: Store,
  folder: string,
  { record, seeds, onProgress }: Aids,
): Promise<Read> {
  const read = await readCheckout(folder, onProgress);
  const facts = read.facts.territories.length
    ? read.facts
    : { ...read.facts, ...(await readGsh(join(record, 'gsh'))) };
  const geography = await readGeography(join(record, 'decisions'), facts, seeds);
  const decided = decide(facts, geography, await knownIn(store, facts));
  const refused = [...read.refused, ...decided.refused];
  return {
    facts,
    decided,
    refused,
    records: chain(refused, recordsOf(decided.entries)),
    sources: { name: 'record', credits: credited(facts) },
  };
}

/** Each source with the newest day on which a record of it was modified, as far as the sources say. */
function credited({ visits, trips, officers, appointments, ...rest }: Facts): Credit[] {
  const newest = new Map<Repository, string>();
  for (const facts of [
    visits,
    trips,
    officers,
    appointments,
    rest.presidents,
    rest.territories,
    rest.locales,
  ])
    for (const { repository, modified } of facts)
      if (modified && modified > (newest.get(repository) ?? '')) newest.set(repository, modified);
  return (Object.keys(credits) as Repository[]).map((repository) => {
    const date = newest.get(repository);
    return { ...credits[repository], ...(date ? { date } : {}) };
  });
}

function* chain(...parts: readonly Iterable<Incoming>[]): Generator<Incoming> {
  for (const part of parts) yield* part;
}

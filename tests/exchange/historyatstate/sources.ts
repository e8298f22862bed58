import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, Repository } from '../../../src/exchange/historyatstate/facts.js';
import { readGeography, type Geography } from '../../../src/exchange/historyatstate/geography/geography.js';
import { readCheckout } from '../../../src/exchange/historyatstate/source/checkout.js';
import type { RecordInput } from '../../../src/model/change-set.js';
import { readSeeds } from '../../../src/exchange/seeds/read.js';

const root = join(import.meta.dirname, '../../..');
export const sources = join(root, '../shared/data/historyatstate');
/** Why tests on the sources are skipped, where they are. */
export const absent = existsSync(sources) ? false : 'the record is not at ../shared/data/historyatstate';
if (absent) console.warn(`Skipped: ${absent}`);

/** The facts of one of the four. */
export const factsOf = async (repository: Repository): Promise<Facts> =>
  (await readCheckout(join(sources, repository))).facts;

export interface Sources {
  readonly facts: Facts;
  /** The records of the seeds written by hand. */
  readonly seeds: readonly RecordInput[];
  readonly geography: Geography;
}

/** The facts of all four and their geography; where they are absent nobody asks for them. */
export async function readSources(): Promise<Sources> {
  if (absent) return {} as Sources;
  const { facts } = await readCheckout(sources);
  const seeds = (await readSeeds(join(root, 'seeds'), ['stockholm'])).flatMap((seed) => seed.records);
  const geography = await readGeography(join(root, 'seeds/record/decisions'), facts, seeds);
  return { facts, seeds, geography };
}

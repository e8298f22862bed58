import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from '../config.js';
import { readSeeds, type Seed } from '../exchange/seeds/read.js';
import { catalogue } from '../model/the-catalogue.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/port.js';

/** The package's own folder, wherever it is installed. */
export const home = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface Opened {
  readonly config: Config;
  readonly store: Store;
  readonly seeds: readonly Seed[];
}

/** The settings, the store they name and the seeds it should have. */
export async function open(): Promise<Opened> {
  const config = readConfig();
  const seeds = await readSeeds(home('seeds'), config.seeds);
  return { config, store: await openStore(catalogue, config), seeds };
}

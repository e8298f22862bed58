import { bring } from '../../exchange/bring/bring.js';
import { readSeeds } from '../../exchange/seeds/read.js';
import { catalogue } from '../../model/the-catalogue.js';
import { readCheckoutFor } from '../checkout.js';
import { home } from '../open.js';
import { carryOut } from './carry-out.js';
import type { ImportFlags } from './flags.js';

/** `rapporteur import historyatstate` */
export const importHistoryAtState = (folder: string, flags: ImportFlags): Promise<void> =>
  carryOut(flags, async (store, options) => {
    const seeds = await readSeeds(home('seeds'), ['stockholm']);
    const { records, sources } = await readCheckoutFor(store, folder, seeds);
    return bring(store, catalogue, records, {
      action: 'import historyatstate',
      by: 'rapporteur',
      sources,
      ...options,
    });
  });

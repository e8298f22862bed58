import { bring } from '../../exchange/bring/bring.js';
import { readHistoryAtState } from '../../exchange/historyatstate/import.js';
import { readSeeds } from '../../exchange/seeds/read.js';
import { catalogue } from '../../model/the-catalogue.js';
import { home } from '../open.js';
import { carryOut } from './carry-out.js';
import type { ImportFlags } from './flags.js';
import { Progress } from '../progress.js';

/** `rapporteur import historyatstate` */
export const importHistoryAtState = (folder: string, flags: ImportFlags): Promise<void> =>
  carryOut(flags, async (store, options) => {
    const reading = new Progress(process.stderr);
    const { records, sources } = await readHistoryAtState(store, folder, {
      record: home('seeds/record'),
      seeds: (await readSeeds(home('seeds'), ['stockholm'])).flatMap((seed) => seed.records),
      onProgress: ({ file, read, of }) => reading.show(`Reading ${read} of ${of}: ${file}`),
    });
    reading.clear();
    return bring(store, catalogue, records, {
      action: 'import historyatstate',
      by: 'rapporteur',
      sources,
      ...options,
    });
  });

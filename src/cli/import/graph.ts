import { bring } from '../../exchange/bring/bring.js';
import { readGraph } from '../../exchange/graph/import.js';
import { catalogue } from '../../model/the-catalogue.js';
import { carryOut } from './carry-out.js';
import type { ImportFlags } from './flags.js';
import { opened } from './opened.js';

/** `rapporteur import graph` */
export const importGraph = (file: string, flags: ImportFlags): Promise<void> =>
  carryOut(flags, async (store, options) => {
    const { bytes, name } = await opened(file, options.signal);
    const { sources, records } = await readGraph(bytes, name);
    return bring(store, catalogue, records, {
      action: 'import graph',
      by: 'rapporteur',
      note: name,
      sources,
      ...options,
    });
  });

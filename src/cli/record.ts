import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bring } from '../exchange/bring/bring.js';
import { reportOf } from '../exchange/historyatstate/report.js';
import { writeGsh } from '../exchange/historyatstate/tables/gsh.js';
import { writeSources } from '../exchange/historyatstate/tables/sources.js';
import { writeTables } from '../exchange/historyatstate/tables/tables.js';
import { sow } from '../exchange/seeds/sow.js';
import { readSeeds } from '../exchange/seeds/read.js';
import { catalogue } from '../model/the-catalogue.js';
import { openStore } from '../store/open.js';
import { readCheckoutFor } from './checkout.js';
import { home } from './open.js';

/**
 * `rapporteur record`: makes the tables of seeds/record anew from a checkout of the sources, and counts in REPORT.md what
 * came of them. Names are joined to what the seeds written by hand have, in a store that is thrown away.
 */
export async function record(folder: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-record-'));
  const store = await openStore(catalogue, { dataDir, statementTimeout: 60_000 });
  try {
    const seeds = await readSeeds(home('seeds'), ['stockholm']);
    for (const seed of seeds) await sow(store, catalogue, seed, new Date().toISOString());
    const read = await readCheckoutFor(store, folder, seeds);
    process.stderr.write('Bringing in what was read, to count it ...\n');
    const outcome = await bring(store, catalogue, read.records, { action: 'record', by: 'rapporteur' });
    const to = home('seeds/record');
    for (const part of ['tables', 'gsh']) await mkdir(join(to, part), { recursive: true });
    await writeTables(join(to, 'tables'), read.decided.entries);
    await writeSources(join(to, 'tables'), read.sources.credits);
    await writeGsh(join(to, 'gsh'), read.facts);
    await writeFile(join(to, 'REPORT.md'), reportOf(read, outcome));
    process.stdout.write(`seeds/record is made anew; ${to}/REPORT.md says what is in it\n`);
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

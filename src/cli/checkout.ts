import { readHistoryAtState, type Read } from '../exchange/historyatstate/import.js';
import type { Seed } from '../exchange/seeds/read.js';
import type { Store } from '../store/port.js';
import { home } from './open.js';
import { Progress } from './progress.js';

/** What a checkout of the public record comes to, joined to these seeds; it shows how far it is read. */
export async function readCheckoutFor(store: Store, folder: string, seeds: readonly Seed[]): Promise<Read> {
  const progress = new Progress(process.stderr);
  const read = await readHistoryAtState(store, folder, {
    record: home('seeds/record'),
    seeds: seeds.flatMap((seed) => seed.records),
    onProgress: ({ file, read, of }) => progress.show(`Reading ${read} of ${of}: ${file}`),
  });
  progress.clear();
  return read;
}

import { catalogue } from '../../src/model/the-catalogue.js';
import { backupText } from '../../src/store/backup/backup.js';
import type { Store } from '../../src/store/port.js';

/** The lines of a backup of a store. */
export const backupOf = (store: Store): Promise<string[]> =>
  store.write(async (ledger) => {
    const lines: string[] = [];
    for await (const text of backupText(ledger, catalogue, () => undefined))
      lines.push(...text.split('\n').filter(Boolean));
    return lines;
  });

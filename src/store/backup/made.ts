import type { Store } from '../port.js';
import type { Head } from '../port.js';

/** A backup that was made of a store, as the store remembers it. */
export interface Made {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Where it was written to, as a whole path. */
  readonly file: string;
  readonly sequence: number;
}

const BEGIN = 'backup:';

/** Has the store remember a backup, so that who forgets something is told where it still is. */
export const remember = (store: Store, file: string, { sequence }: Head, at: string): Promise<void> =>
  store.write((ledger) => ledger.setMeta(BEGIN + at, JSON.stringify({ file, sequence })));

/** The backups that a store remembers, the oldest first. */
export const backupsIn = (meta: ReadonlyMap<string, string>): Made[] =>
  [...meta]
    .filter(([key]) => key.startsWith(BEGIN))
    .map(([key, value]): Made => ({
      at: key.slice(BEGIN.length),
      ...(JSON.parse(value) as Omit<Made, 'at'>),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import type { ChangeSet } from '../model/change-set.js';
import { applyIn, type Applied } from '../store/apply/apply.js';
import { attempt } from '../store/attempt.js';
import type { Ledger, Store } from '../store/port.js';

/** Who curates, and what is said of it. */
export interface Curating {
  readonly by: string;
  readonly note?: string | undefined;
  /** RFC 3339; now where it is left out. */
  readonly at?: string;
  /** What is written says of itself that it is to be undone at once. */
  readonly dryRun?: boolean;
}

/** What a change set is made of, apart from who and when. */
export type Work = Pick<ChangeSet, 'upserts' | 'removals' | 'memories'> & { readonly action: string };

/**
 * Something that a curator does: it looks at the graph, inside the transaction, and says what is to be written.
 * @throws RapporteurError; nothing is written then
 */
export type Task = (ledger: Ledger, catalogue: Catalogue) => Promise<Work>;

/** Carries out a task in one transaction; `seen` is called in it, where a dry run can be looked at before it is undone. */
export function curate(
  store: Store,
  catalogue: Catalogue,
  task: Task,
  { by, note, at = new Date().toISOString(), dryRun = false }: Curating,
  seen?: (ledger: Ledger, applied: Applied) => Promise<unknown>,
): Promise<Applied> {
  return attempt(
    store,
    () => dryRun,
    async (ledger) => {
      const work = await task(ledger, catalogue);
      const who = { by, at, dryRun, ...(note ? { note } : {}) };
      const applied = await applyIn(ledger, catalogue, { ...work, ...who });
      if (applied.known)
        throw new RapporteurError('CONFLICT', 'There is nothing to change: the graph is so already');
      await seen?.(ledger, applied);
      return applied;
    },
  );
}

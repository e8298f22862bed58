import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { attempt } from '../../store/attempt.js';
import type { Ledger, Store } from '../../store/port.js';
import type { Credit } from '../credits.js';
import { Bringing } from './bringing.js';
import { Tally, type Outcome, type Refusal } from './outcome.js';

/** A record to bring in, or one that its reader had to refuse. */
export type Incoming = RecordInput | Refusal;

export interface BringOptions {
  /** `import historyatstate`, `import table`: the action of the changes. */
  readonly action: string;
  readonly by: string;
  readonly note?: string;
  /** When it is said to have happened: RFC 3339, UTC; now where it is not given. */
  readonly at?: string;
  /** Records of a change set. */
  readonly batch?: number;
  /** Says what would be done and writes nothing. */
  readonly dryRun?: boolean;
  /** Writes nothing where anything is refused. */
  readonly strict?: boolean;
  /** What is to be credited for the records, kept under the name; another import of that name replaces it. */
  readonly sources?: { readonly name: string; readonly credits: readonly Credit[] };
  /** Ends it after the running change set. */
  readonly signal?: AbortSignal;
  readonly progress?: (so: Outcome) => void;
}

/**
 * Brings records into a store, in change sets that are whole each: however many there are, it holds one of them. What is
 * wrong is refused and stops nothing else; records that lead to later ones are brought again at the end. Dry runs and
 * strict imports are one transaction, which on Neo4j the server holds in memory.
 * @throws STORE_UNAVAILABLE; what was applied until then stays, and the same again goes on
 */
export async function bring(
  store: Store,
  catalogue: Catalogue,
  records: AsyncIterable<Incoming> | Iterable<Incoming>,
  options: BringOptions,
): Promise<Outcome> {
  const tally = new Tally();
  const bringing = (write: <T>(work: (ledger: Ledger) => Promise<T>) => Promise<T>) =>
    new Bringing(catalogue, write, tally, options, store.batch).run(records);
  if (!options.dryRun && !options.strict) {
    await bringing((work) => store.write(work));
    return tally;
  }
  const isUndone = () => Boolean(options.dryRun || tally.refused || tally.stopped);
  try {
    await attempt(store, isUndone, (ledger) => bringing((work) => work(ledger)), { once: true });
    tally.written = !isUndone();
  } catch (error) {
    tally.written = false;
    throw explained(error);
  }
  return tally;
}

function explained(error: unknown): unknown {
  if (!(error instanceof RapporteurError) || error.code !== 'STORE_UNAVAILABLE') return error;
  return new RapporteurError(
    error.code,
    `${error.message}. A dry run and a strict import are one transaction, which Neo4j holds in its memory: if the server ended it, raise dbms.memory.transaction.total.max there, or import without them. Nothing was written`,
    error.details,
  );
}

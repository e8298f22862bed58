import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { apply } from '../../store/apply/apply.js';
import type { Store } from '../../store/port.js';
import { SHOWN, type Outcome, type Refusal } from './outcome.js';

/** A record to bring in, or one that its reader had to refuse. */
export type Incoming = RecordInput | Refusal;

export interface BringOptions {
  /** `import historyatstate`, `import table`: the action of the changes. */
  readonly action: string;
  readonly by: string;
  readonly note?: string;
  /** Records of a change set. */
  readonly batch?: number;
  /** Says what would be done and writes nothing. */
  readonly dryRun?: boolean;
  /** Writes nothing where anything is refused. */
  readonly strict?: boolean;
  readonly progress?: (so: Outcome) => void;
}

/** Brings records into a store, in change sets that are whole each. */
export async function bring(
  store: Store,
  catalogue: Catalogue,
  records: AsyncIterable<Incoming> | Iterable<Incoming>,
  { action, by, note, batch = 2000, progress }: BringOptions,
): Promise<Outcome> {
  const outcome = { read: 0, created: 0, amended: 0, unchanged: 0, refused: 0, refusals: [] as Refusal[] };
  let waiting: RecordInput[] = [];
  const flush = async (): Promise<void> => {
    const { created, amended } = await apply(store, catalogue, {
      action,
      by,
      at: new Date().toISOString(),
      ...(note ? { note } : {}),
      upserts: waiting,
    });
    outcome.created += created;
    outcome.amended += amended;
    outcome.unchanged += waiting.length - created - amended;
    waiting = [];
    progress?.(outcome);
  };
  for await (const incoming of records) {
    outcome.read++;
    if ('problem' in incoming) {
      outcome.refused++;
      if (outcome.refusals.length < SHOWN) outcome.refusals.push(incoming);
      continue;
    }
    waiting.push(incoming);
    if (waiting.length >= batch) await flush();
  }
  if (waiting.length) await flush();
  if (outcome.refused) throw new RapporteurError('BAD_RECORD', `${outcome.refused} records were refused`);
  return outcome;
}

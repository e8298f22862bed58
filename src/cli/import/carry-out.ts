import { readConfig } from '../../config.js';
import { RapporteurError } from '../../errors.js';
import type { BringOptions } from '../../exchange/bring/bring.js';
import type { Outcome } from '../../exchange/bring/outcome.js';
import { catalogue } from '../../model/the-catalogue.js';
import { openStore } from '../../store/open.js';
import type { Store } from '../../store/port.js';
import { interrupted } from '../interrupted.js';
import type { ImportFlags } from './flags.js';
import { Progress } from '../progress.js';
import { counts, report } from './report.js';

/** What the terminal has to say to an import. */
type Options = Required<Pick<BringOptions, 'progress' | 'signal' | 'dryRun' | 'strict'>>;

/**
 * Carries an import out on the store of the settings: shows on stderr how far it is, and on stdout what it did. The exit
 * code is 1 where something was refused, and 130 where Ctrl-C ended it after the running change set.
 */
export async function carryOut(
  { dryRun = false, strict = false, json = false }: ImportFlags,
  work: (store: Store, options: Options) => Promise<Outcome>,
): Promise<void> {
  const interrupt = interrupted();
  const progress = new Progress(process.stderr);
  const store = await openStore(catalogue, readConfig());
  try {
    const outcome = await work(store, {
      dryRun,
      strict,
      signal: interrupt.signal,
      progress: (so) => progress.show(counts(so)),
    });
    progress.clear();
    if (outcome.written && outcome.created + outcome.amended) await store.settle();
    process.stdout.write(json ? `${JSON.stringify(outcome, null, 2)}\n` : report(outcome, dryRun));
    if (outcome.refused) process.exitCode = 1;
    if (!outcome.stopped) return;
    process.stderr.write(
      `Stopped: ${outcome.written ? 'what is said above was applied and stays; the same command goes on from there' : 'nothing was written'}.\n`,
    );
    process.exitCode = 130;
  } catch (error) {
    progress.clear();
    if (error instanceof RapporteurError && progress.last && !dryRun && !strict)
      throw new RapporteurError(
        error.code,
        `${error.message}\nUntil then: ${progress.last}. That stays; the same command goes on from there.`,
        error.details,
      );
    throw error;
  } finally {
    interrupt.done();
    await store.close();
  }
}

import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { readConfig } from '../../config.js';
import { graphText } from '../../exchange/graph/export.js';
import { catalogue } from '../../model/the-catalogue.js';
import { openStore } from '../../store/open.js';
import { interrupted } from '../interrupted.js';
import { toFile } from './to-file.js';

/** `rapporteur export graph`: nobody writes in between, so that what is written out is one state of the graph. */
export async function exportGraph(file: string, { force = false }: { force?: boolean }): Promise<void> {
  const interrupt = interrupted();
  const { signal } = interrupt;
  const write = async (...to: NodeJS.WritableStream[]) => {
    const store = await openStore(catalogue, readConfig());
    try {
      await store.write(
        (ledger) =>
          pipeline([Readable.from(graphText(ledger, catalogue)), ...to] as never, {
            signal,
            end: to.at(-1) !== process.stdout,
          }),
        { once: true },
      );
    } finally {
      await store.close();
    }
  };
  try {
    await (file === '-' ? write(process.stdout) : toFile(file, force, write));
  } catch (error) {
    // Whoever read it has enough, as `head` has.
    if (file === '-' && (error as NodeJS.ErrnoException).code === 'EPIPE') return;
    if (!signal.aborted) throw error;
    process.stderr.write(file === '-' ? 'Stopped.\n' : `Stopped: there is no ${file}, or it is as it was.\n`);
    process.exitCode = 130;
  } finally {
    interrupt.done();
  }
}

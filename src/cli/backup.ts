import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readConfig } from '../config.js';
import { RapporteurError } from '../errors.js';
import { catalogue } from '../model/the-catalogue.js';
import { backupText } from '../store/backup/backup.js';
import { remember } from '../store/backup/made.js';
import { copyStore, openStore } from '../store/open.js';
import type { Head, Ledger } from '../store/port.js';
import { backupForm } from './backup-form.js';
import { toFile, toPlace } from './export/to-file.js';
import { Progress } from './progress.js';

/**
 * `rapporteur backup`: a whole store in one file, while others read and write it. A name that ends in .sqlite has the embedded
 * store's own file copied; .jsonl or .jsonl.gz has it written as lines that either engine restores.
 */
export async function backup(file: string, { force = false }: { force?: boolean }): Promise<void> {
  const config = readConfig();
  const isCopy = backupForm(file) === 'copy';
  if (isCopy && config.neo4j)
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `${file} ends in .sqlite, which is the embedded store's own form; a Neo4j is backed up into .jsonl or .jsonl.gz`,
    );
  const begun = performance.now();
  const at = new Date().toISOString();
  let head: Head = { sequence: 0, change: null };
  if (isCopy)
    await toPlace(file, force, async (aside) => {
      head = await copyStore(config.dataDir, aside);
    });
  const store = await openStore(catalogue, config);
  try {
    if (!isCopy) {
      const progress = new Progress(process.stderr);
      const text = (ledger: Ledger) =>
        backupText(ledger, catalogue, (records, so) => {
          head = so;
          progress.show(`${records.toLocaleString('en')} records`);
        });
      await toFile(file, force, (...to) =>
        store.write((ledger) => pipeline([Readable.from(text(ledger)), ...to] as never), { once: true }),
      );
      progress.clear();
    }
    await remember(store, resolve(file), head, at);
  } finally {
    await store.close();
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${file}: the store as of change ${head.sequence} of its log (${seconds} s)\n`);
}

import { readConfig } from '../config.js';
import { RapporteurError } from '../errors.js';
import { lines } from '../exchange/lines.js';
import { catalogue } from '../model/the-catalogue.js';
import type { Head } from '../store/port.js';
import { restore as restoreLines } from '../store/backup/restore.js';
import { openStore, placeStore } from '../store/open.js';
import { backupForm } from './backup-form.js';
import { opened } from './import/opened.js';
import { interrupted } from './interrupted.js';
import { Progress } from './progress.js';

/** `rapporteur restore`: a backup into the empty store of the settings, with its log, its tokens and what was rejected. */
export async function restore(file: string): Promise<void> {
  const config = readConfig();
  const begun = performance.now();
  const { sequence } = backupForm(file) === 'copy' ? await placed(file, config) : await read(file, config);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${file}: restored, as of change ${sequence} of its log (${seconds} s)\n`);
}

type Config = ReturnType<typeof readConfig>;

async function placed(file: string, { neo4j, dataDir }: Config): Promise<Head> {
  if (neo4j)
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `${file} is a copy of an embedded store; for a Neo4j back that store up into .jsonl and restore that`,
    );
  return placeStore(file, dataDir);
}

async function read(file: string, config: Config): Promise<Head> {
  const interrupt = interrupted();
  const progress = new Progress(process.stderr);
  const store = await openStore(catalogue, config, { half: true });
  try {
    const texts = async function* () {
      const { bytes } = await opened(file, interrupt.signal);
      for await (const line of lines(bytes)) {
        if ('problem' in line)
          throw new RapporteurError('BAD_SOURCE', `${file}:${line.number}: the line ${line.problem}`);
        yield line.text;
      }
    };
    const head = await restoreLines(store, catalogue, texts, (done, pass) =>
      progress.show(pass < 2 ? `${done.toLocaleString('en')} lines (${pass + 1} of 2)` : 'the indexes'),
    );
    progress.clear();
    return head;
  } finally {
    interrupt.done();
    await store.close();
  }
}

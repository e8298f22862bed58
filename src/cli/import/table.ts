import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readConfig } from '../../config.js';
import { RapporteurError } from '../../errors.js';
import { bring } from '../../exchange/bring/bring.js';
import type { Outcome } from '../../exchange/bring/outcome.js';
import { tableRecords } from '../../exchange/table/import.js';
import { readMapping } from '../../exchange/table/mapping/read.js';
import { FORMATS, type Format } from '../../exchange/table/reading/row.js';
import { catalogue } from '../../model/the-catalogue.js';
import { openStore } from '../../store/open.js';

export interface ImportTableOptions {
  readonly map: string;
  readonly format?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** `rapporteur import table`: a table goes in by its mapping; exit code 1 where something was refused. */
export async function importTable(file: string, options: ImportTableOptions): Promise<void> {
  const { dryRun = false, strict = false } = options;
  const format = checkedFormat(options.format);
  const mapping = readMapping(catalogue, basename(options.map), await text(options.map));
  const bytes = await opened(file);
  const store = await openStore(catalogue, readConfig());
  try {
    const name = file === '-' ? 'stdin' : basename(file);
    const records = tableRecords(store, catalogue, mapping, bytes, { name, format });
    const outcome = await bring(store, catalogue, records, {
      action: 'import table',
      by: 'rapporteur',
      note: `${mapping.source.name} (${name})`,
      dryRun,
      strict,
      progress,
    });
    process.stdout.write(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : shown(outcome));
    if (outcome.refused) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function checkedFormat(format: string | undefined): Format | undefined {
  if (format === undefined || FORMATS.includes(format as Format)) return format as Format | undefined;
  throw new RapporteurError('BAD_USER_INPUT', `--format ${format}: it takes ${FORMATS.join(', ')}`);
}

async function text(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => unreadable(file, error));
}

async function opened(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  const found = await stat(file).catch((error: Error) => unreadable(file, error));
  if (found.isDirectory()) throw new RapporteurError('BAD_USER_INPUT', `${file} is a folder, not a table`);
  return createReadStream(file);
}

function unreadable(file: string, error: Error): never {
  throw new RapporteurError('BAD_USER_INPUT', `${file} cannot be read: ${error.message}`);
}

function progress({ read, refused }: Outcome): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${read} records, ${refused} refused `);
}

function shown({ read, created, amended, unchanged, refused, refusals }: Outcome): string {
  const lines = refusals.map(
    ({ source, record, problem }) => `${source ? `${source}: ` : ''}${record}: ${problem}`,
  );
  const counts = `${read} read: ${created} created, ${amended} amended, ${unchanged} unchanged, ${refused} refused`;
  return `${[...lines, counts].join('\n')}\n`;
}

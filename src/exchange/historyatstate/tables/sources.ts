import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credit } from '../../credits.js';
import { optional, text } from './cells.js';
import { Table } from './table.js';

/** What the tables were made of, with the newest day on which something in it was modified. */
const sources = new Table<Credit>('sources.tsv', {
  name: text,
  url: optional(text),
  licence: optional(text),
  date: optional(text),
  credit: optional(text),
});

export const sourcesFile = sources.file;

export const writeSources = (folder: string, credits: readonly Credit[]): Promise<void> =>
  writeFile(join(folder, sources.file), sources.write(credits));

/** @throws BAD_RECORD that names file, line and column */
export const readSources = async (folder: string): Promise<Credit[]> =>
  sources.read(await readFile(join(folder, sources.file), 'utf8'));

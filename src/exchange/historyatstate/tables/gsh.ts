import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts, Locale, Territory } from '../facts.js';
import { list, number, optional, text, type Cell } from './cells.js';
import { Table } from './table.js';

/** What `visits`, `travels` and `pocom` cannot be understood without; a checkout that lacks gsh is read by these. */
export type Gsh = Pick<Facts, 'territories' | 'locales'>;

type Row<T> = Omit<T, 'repository' | 'at'>;

const yes: Cell<boolean> = { write: (value) => (value ? 'yes' : ''), read: (cell) => cell === 'yes' };
const word = text as Cell<never>;

const territories = new Table<Row<Territory>>('territories.tsv', {
  id: text,
  name: text,
  longName: optional(text),
  kind: word,
  since: optional(text),
  until: optional(text),
  isOnTodaysMap: yes,
  predecessors: list(text),
  successors: list(text),
  modified: optional(text),
});

const locales = new Table<Row<Locale>>('locales.tsv', {
  id: text,
  name: text,
  otherNames: list(text),
  territory: text,
  latitude: optional(number),
  longitude: optional(number),
  modified: optional(text),
});

export async function writeGsh(folder: string, facts: Gsh): Promise<void> {
  await writeFile(join(folder, territories.file), territories.write(facts.territories));
  await writeFile(join(folder, locales.file), locales.write(facts.locales));
}

/** @throws BAD_RECORD that names file, line and column */
export async function readGsh(folder: string): Promise<Gsh> {
  const read = async <T extends object>(table: Table<T>) =>
    table.read(await readFile(join(folder, table.file), 'utf8')).map((row, i) => ({
      ...row,
      repository: 'gsh' as const,
      at: `gsh/${table.file}:${i + 2}`,
    }));
  return { territories: await read(territories), locales: await read(locales) };
}

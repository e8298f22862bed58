import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CountryEntry,
  Entries,
  MatchEntry,
  OrganizationEntry,
  PersonEntry,
  PlaceEntry,
  Printed,
  RemarkEntry,
  Rests,
  RoleEntry,
  StopEntry,
  StopPlace,
  VisitorEntry,
} from '../entries.js';
import { fields, list, number, optional, text, type Cell } from './cells.js';
import { bare, whole } from './of-stop.js';
import { Table } from './table.js';

/** One of a closed set of words, which the types of the entries name. */
const word = text as Cell<never>;

const source = { repository: word, record: text, modified: optional(text), page: optional(text) };
const rests = fields<Rests>(source);
// Of a stop's own record it is left out.
const sameAsStop = optional(rests) as Cell<Rests>;
const printed = optional(fields<Printed>({ date: optional(text), note: optional(text) }));

/** The tables of seeds/record, a file each: the entries as they are, without the sentences of the remarks. */
const tables: { readonly [K in keyof Entries]: Table<Entries[K][number]> } = {
  countries: new Table<CountryEntry>('countries.tsv', {
    id: text,
    name: text,
    longName: optional(text),
    otherNames: list(text),
    began: optional(text),
    ended: optional(text),
    predecessors: list(text),
    ...source,
  }),
  organizations: new Table<OrganizationEntry>('organizations.tsv', {
    id: text,
    name: text,
    otherNames: list(text),
    ...source,
  }),
  places: new Table<PlaceEntry>('places.tsv', {
    id: text,
    name: text,
    kind: word,
    otherNames: list(text),
    country: optional(text),
    latitude: optional(number),
    longitude: optional(number),
    rests,
  }),
  people: new Table<PersonEntry>('people.tsv', {
    id: text,
    name: text,
    otherNames: list(text),
    born: optional(text),
    died: optional(text),
    rests: list(fields<PersonEntry['rests'][number]>({ ...source, printed: text })),
  }),
  roles: new Table<RoleEntry>('roles.tsv', {
    id: text,
    person: text,
    title: text,
    of: text,
    to: optional(text),
    appointed: printed,
    arrived: printed,
    began: printed,
    ended: printed,
    ending: word,
    note: optional(text),
    attested: list(fields<RoleEntry['attested'][number]>({ days: text, printed: text, rests })),
    rests: optional(rests),
  }),
  stops: new Table<StopEntry>('stops.tsv', {
    id: text,
    name: text,
    when: text,
    country: optional(text),
    places: list(fields<StopPlace>({ id: text, printed: text })),
    printed: fields<StopEntry['printed']>({ country: text, locale: optional(text) }),
    // The sentences stay out.
    remarks: { write: () => '', read: () => undefined },
    host: optional(text),
    party: optional(text),
    visitors: list(
      fields<VisitorEntry>({
        person: text,
        role: optional(text),
        onBehalfOf: optional(text),
        printed: text,
        when: optional(text),
        rests: sameAsStop,
      }),
    ),
    remarked: list(
      fields<RemarkEntry>({
        id: optional(text),
        meeting: text,
        person: text,
        onBehalfOf: optional(text),
        words: text,
        rests: sameAsStop,
      }),
    ),
    rests,
  }),
  matches: new Table<MatchEntry>('matches.tsv', { a: text, b: text, score: number, reason: text, rests }),
};

const kinds = Object.keys(tables) as (keyof Entries)[];

/** The names of the files that hold a record, in a fixed order. */
export const tableFiles: readonly string[] = kinds.map((kind) => tables[kind].file);

export async function writeTables(folder: string, entries: Entries): Promise<void> {
  for (const kind of kinds) {
    const table = tables[kind] as Table<object>;
    await writeFile(
      join(folder, table.file),
      table.write(kind === 'stops' ? entries.stops.map(bare) : entries[kind]),
    );
  }
}

/** @throws BAD_RECORD that names file, line and column */
export async function readTables(folder: string): Promise<Entries> {
  const read = await Promise.all(
    kinds.map(async (kind) => {
      const table = tables[kind] as Table<object>;
      return [kind, table.read(await readFile(join(folder, table.file), 'utf8'))] as const;
    }),
  );
  const entries = Object.fromEntries(read) as unknown as Entries;
  return { ...entries, stops: entries.stops.map(whole) };
}

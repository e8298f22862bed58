import type { Catalogue } from '../../model/catalogue.js';
import { RapporteurError } from '../../errors.js';
import { tieChanges } from '../apply/ties.js';
import { View } from '../apply/view.js';
import { RESTORING } from '../migrations.js';
import { FORMAT, type Head, type Ledger, type Store } from '../port.js';
import type { Row } from '../row.js';
import { VERSION, type Entry, type Header } from './entry.js';

/** The lines of a backup, from its first; asked for twice. */
export type Lines = () => AsyncIterable<string>;

/** So many characters a record has at most, usually; a change names all that it touched, and be it thousands. */
const USUAL = 1000;

/** How far a restore is: its pass through the file, and how many lines of it are in the store. */
interface Place {
  readonly pass: number;
  readonly done: number;
}

/**
 * Puts a backup into an empty store, in transactions that each say how far they are: one that was interrupted goes on where it
 * was, and until it is whole nobody opens the store. First come the records, then what leads from one to another, for that
 * needs both ends.
 * @param seen told of each pass how many lines of it are done; of the third, which makes the indexes, that it began
 * @throws BAD_SOURCE where the file is no backup of this version, or was cut off; CONFLICT where the store is not empty
 */
export async function restore(
  store: Store,
  catalogue: Catalogue,
  lines: Lines,
  seen: (done: number, pass: number) => void,
): Promise<Head> {
  const { head, format } = await wholeHeader(lines);
  if (format !== FORMAT)
    throw new RapporteurError(
      'BAD_SOURCE',
      `The backup is of a store of format ${format}; this version restores format ${FORMAT}. Restore it with the version that wrote it, and open that store with this one`,
    );
  let place = await begun(store);
  for (; place.pass < 2; place = { pass: place.pass + 1, done: 0 })
    await through(store, catalogue, lines, place, (done) => seen(done, place.pass));
  seen(0, place.pass);
  await store.settle();
  await store.write((ledger) => ledger.dropMeta([RESTORING]));
  return head;
}

async function begun(store: Store): Promise<Place> {
  return store.write(async (ledger) => {
    const before = (await ledger.meta()).get(RESTORING);
    if (before) return JSON.parse(before) as Place;
    if ((await ledger.head()).sequence)
      throw new RapporteurError(
        'CONFLICT',
        'There is a graph in the store already: restore into an empty one (another DATA_DIR, or another database)',
      );
    const place: Place = { pass: 0, done: 0 };
    await ledger.setMeta(RESTORING, JSON.stringify(place));
    return place;
  });
}

async function through(
  store: Store,
  catalogue: Catalogue,
  lines: Lines,
  { pass, done: skip }: Place,
  seen: (done: number) => void,
): Promise<void> {
  let some: Entry[] = [];
  let size = 0;
  let done = 0;
  const flush = async () => {
    await store.write(async (ledger) => {
      await (pass === 0 ? put(ledger, some) : join(ledger, catalogue, some));
      await ledger.setMeta(RESTORING, JSON.stringify({ pass, done } satisfies Place));
    });
    some = [];
    size = 0;
    seen(done);
  };
  for await (const text of lines()) {
    const entry = JSON.parse(text) as Entry | Header;
    if ('rapporteur' in entry || 'end' in entry) continue;
    if (done++ < skip) continue;
    some.push(entry);
    size += text.length;
    if (some.length >= store.batch || size >= store.batch * USUAL) await flush();
  }
  if (some.length) await flush();
  const next: Place = { pass: pass + 1, done: 0 };
  await store.write((ledger) => ledger.setMeta(RESTORING, JSON.stringify(next)));
}

async function put(ledger: Ledger, entries: readonly Entry[]): Promise<void> {
  await ledger.put(entries.flatMap((entry) => ('row' in entry ? [alone(entry.row)] : [])));
  await ledger.shelve(entries.flatMap((entry) => ('shelved' in entry ? [entry.shelved] : [])));
  await ledger.bury(entries.flatMap((entry) => ('tombstone' in entry ? [entry.tombstone] : [])));
  for (const entry of entries) {
    if ('inverse' in entry) await ledger.keepInverse(...entry.inverse);
    if ('meta' in entry) await ledger.setMeta(...entry.meta);
  }
}

async function join(ledger: Ledger, catalogue: Catalogue, entries: readonly Entry[]): Promise<void> {
  const rows = entries.flatMap((entry) =>
    'row' in entry && Object.values(entry.row.relations).some((ids) => ids.length) ? [entry.row] : [],
  );
  const before = new Map(rows.map((row) => [row.id, alone(row)]));
  await ledger.put(rows, (id) => before.get(id));
  const view = new View(ledger, catalogue);
  for (const row of rows) view.set(row);
  await ledger.tie(tieChanges(catalogue, view, before.keys()));
}

const alone = (row: Row): Row => ({
  ...row,
  relations: Object.fromEntries(Object.keys(row.relations).map((field) => [field, []])),
});

/** The header of a file that is whole. */
async function wholeHeader(lines: Lines): Promise<Header> {
  let header: Header | undefined;
  let last = '';
  let count = -2;
  for await (const text of lines()) {
    header ??= headerIn(text);
    last = text;
    count++;
  }
  const end = header && (JSON.parse(/^\{"end":\d+\}$/.test(last) ? last : '{}') as { end?: number }).end;
  if (!header || end !== count)
    throw new RapporteurError(
      'BAD_SOURCE',
      header
        ? 'The backup was cut off: it has not the end that a whole one has'
        : 'The file is empty, no backup',
    );
  return header;
}

function headerIn(text: string): Header {
  let value: Partial<Header> | undefined;
  try {
    value = JSON.parse(text) as Partial<Header>;
  } catch {
    // Said below.
  }
  if (value?.rapporteur !== 'backup' || value.version !== VERSION)
    throw new RapporteurError(
      'BAD_SOURCE',
      `The file is no backup as \`rapporteur backup\` of this version writes it (its first line begins ${text.slice(0, 40)})`,
    );
  return value as Header;
}

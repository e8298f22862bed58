import type { Catalogue } from '../../model/catalogue.js';
import { inPages, shelfInPages } from '../in-pages.js';
import { FORMAT, type Head, type Ledger } from '../port.js';
import { VERSION, type Entry, type Header } from './entry.js';

const PAGE = 500;

/**
 * A whole store as JSON Lines, within `store.write`: each record as it is stored, with the log, what takes changes back, what was
 * rejected, tombstones, tokens (as hashes) and memories. Either engine restores it.
 */
export async function* backupText(
  ledger: Ledger,
  catalogue: Catalogue,
  seen: (records: number, head: Head) => void,
): AsyncGenerator<string> {
  const head = await ledger.head();
  const header: Header = { rapporteur: 'backup', version: VERSION, format: FORMAT, head };
  yield `${JSON.stringify(header)}\n`;
  let lines = 0;
  let records = 0;
  const text = (entries: readonly Entry[]) => {
    lines += entries.length;
    return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  };
  for (const { name } of catalogue.concrete)
    for await (const rows of inPages(ledger, name, PAGE)) {
      yield text(rows.map((row) => ({ row })));
      if (name === 'Change') {
        const inverses = await ledger.inverses(rows.map((r) => r.id));
        yield text([...inverses].sort().map((inverse) => ({ inverse })));
      }
      seen((records += rows.length), head);
    }
  for (const { name } of catalogue.concrete)
    for await (const shelf of shelfInPages(ledger, name, PAGE))
      yield text(shelf.map((shelved) => ({ shelved })));
  yield text((await ledger.tombstones()).map((tombstone) => ({ tombstone })));
  const meta = [...(await ledger.meta())]
    .filter(([key]) => key !== 'format' && key !== 'head')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  yield text(meta.map((entry) => ({ meta: entry })));
  yield `${JSON.stringify({ end: lines } satisfies Entry)}\n`;
}

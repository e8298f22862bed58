import { extname } from 'node:path';
import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { Store } from '../../store/port.js';
import type { Incoming } from '../bring/bring.js';
import type { Mapping } from './mapping/mapping.js';
import { FORMATS, type Format } from './reading/row.js';
import { readTable } from './reading/table.js';
import { recordsOf } from './records.js';

/** A researcher's own table as the records that a mapping makes of it. @throws BAD_USER_INPUT for a file that is no such table */
export function tableRecords(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  mapping: Mapping,
  bytes: AsyncIterable<Uint8Array>,
  { name, format }: { readonly name: string; readonly format?: Format | undefined },
): AsyncGenerator<Incoming> {
  const { encoding, separator, quotes, columns: wanted } = mapping;
  const form = {
    name,
    format: format ?? mapping.format ?? formatOf(name),
    encoding,
    separator,
    quotes,
    wanted,
  };
  return recordsOf(store, catalogue, mapping, readTable(bytes, form), name);
}

const ENDINGS: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

function formatOf(name: string): Format {
  const format = ENDINGS[extname(name).toLowerCase()];
  if (format) return format;
  throw new RapporteurError(
    'BAD_USER_INPUT',
    `${name} does not say what it is by its ending; --format takes ${FORMATS.join(', ')}`,
  );
}

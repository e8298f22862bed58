import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { RapporteurError } from '../../errors.js';
import { bring } from '../../exchange/bring/bring.js';
import { tableRecords } from '../../exchange/table/import.js';
import type { Credit } from '../../exchange/credits.js';
import type { Source } from '../../exchange/table/mapping/mapping.js';
import { readMapping } from '../../exchange/table/mapping/read.js';
import { FORMATS, type Format } from '../../exchange/table/reading/row.js';
import { catalogue } from '../../model/the-catalogue.js';
import { carryOut } from './carry-out.js';
import type { ImportFlags } from './flags.js';
import { opened } from './opened.js';

export interface TableFlags extends ImportFlags {
  readonly map: string;
  readonly format?: string;
}

/** `rapporteur import table`: a table goes in by its mapping. */
export async function importTable(file: string, flags: TableFlags): Promise<void> {
  const format = checkedFormat(flags.format);
  const mapping = readMapping(catalogue, basename(flags.map), await text(flags.map));
  await carryOut(flags, async (store, options) => {
    const { bytes, name } = await opened(file, options.signal);
    // What a packed file is, the name before .gz says.
    const records = tableRecords(store, catalogue, mapping, bytes, {
      name: name.replace(/\.gz$/, ''),
      format,
    });
    return bring(store, catalogue, records, {
      action: 'import table',
      by: 'rapporteur',
      note: `${mapping.source.name} (${name})`,
      sources: { name: mapping.source.name, credits: [creditOf(mapping.source)] },
      ...options,
    });
  });
}

/** The page of a row is no page of the source. */
const creditOf = ({ name, url, licence, date, credit }: Source): Credit => ({
  name,
  ...(url && !url.columns.length ? { url: url.parts.join('') } : {}),
  ...(licence ? { licence } : {}),
  ...(date ? { date } : {}),
  ...(credit ? { credit } : {}),
});

function checkedFormat(format: string | undefined): Format | undefined {
  if (format === undefined || FORMATS.includes(format as Format)) return format as Format | undefined;
  throw new RapporteurError('BAD_USER_INPUT', `--format ${format}: it takes ${FORMATS.join(', ')}`);
}

const text = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: Error) => {
    throw new RapporteurError('BAD_USER_INPUT', `${file} cannot be read: ${error.message}`);
  });

import { RapporteurError } from '../../../errors.js';
import type { Catalogue } from '../../../model/catalogue.js';
import { FORMATS } from '../reading/row.js';
import type { Mapping, RecordMapping, Source } from './mapping.js';
import { MappingFile, type Place } from './place.js';
import { readRecordMapping } from './record.js';
import { template } from './template.js';

const KEYS = ['source', 'row', 'review', 'format', 'separator', 'quotes', 'encoding', 'records'];

/**
 * Reads a mapping, YAML or JSON, against the catalogue.
 * @throws BAD_USER_INPUT with all that is wrong, a line each: file and line, what was typed, what would be right
 */
export function readMapping(catalogue: Catalogue, name: string, text: string): Mapping {
  const file = new MappingFile(name, text);
  const { root } = file;
  const keys = root.entries(KEYS);
  const source = keys.has('source')
    ? readSource(keys.get('source')!)
    : root.fail("has no source: {name: 'Smith: Summits'}");
  const row = keys.get('row');
  const typed = row?.text();
  const made = typed === undefined ? undefined : template(typed);
  if (made && !made.columns.length) row!.fail(`'${typed}' is the same for every row; name a column: '{No}'`);
  if (made) row!.names(made.columns);
  const mapping = {
    row: made,
    review: keys.get('review')?.oneOf(['ACCEPTED', 'PROPOSED']) ?? 'ACCEPTED',
    format: keys.get('format')?.oneOf(FORMATS),
    separator: readSeparator(keys.get('separator')),
    quotes: keys.get('quotes')?.flag() ?? true,
    encoding: readEncoding(keys.get('encoding')),
    records: readRecords(catalogue, root, keys.get('records')),
    columns: file.columns,
  };
  if (file.problems.length) {
    const problems = [...new Set(file.problems)];
    throw new RapporteurError('BAD_USER_INPUT', problems.join('\n'), { problems });
  }
  return { ...mapping, source: source! };
}

function readSource(place: Place): Source | undefined {
  const keys = place.entries(['name', 'url', 'licence', 'date', 'credit']);
  const text = (key: string) => keys.get(key)?.text();
  if (!keys.has('name')) return place.fail("has no name, by which evidence calls it: 'Smith: Summits'");
  const date = text('date');
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date))
    keys.get('date')!.fail(`'${date}' is no day; write 2024-05-01`);
  const url = text('url');
  const page = url === undefined ? undefined : template(url);
  if (page) keys.get('url')!.names(page.columns);
  const name = text('name');
  return name === undefined
    ? undefined
    : { name, url: page, licence: text('licence'), date, credit: text('credit') };
}

function readRecords(catalogue: Catalogue, root: Place, place: Place | undefined): RecordMapping[] {
  if (!place) root.fail('has no records: what a row makes');
  else if (!place.isList) place.fail("is no list; each record begins with '- type: Meeting'");
  const found: (RecordMapping | undefined)[] = [];
  if (place?.isList)
    for (const item of place.items()) found.push(readRecordMapping(catalogue, item, [...found]));
  return found.filter((r) => r !== undefined);
}

function readSeparator(place: Place | undefined): string | undefined {
  const typed = place?.text();
  const separator = typed === 'tab' ? '\t' : typed;
  if (separator !== undefined && separator.length !== 1)
    place!.fail(`is '${typed}'; it takes one character, ';' or '|', or the word tab`);
  return separator;
}

function readEncoding(place: Place | undefined): string {
  const encoding = place?.text() ?? 'utf-8';
  try {
    new TextDecoder(encoding, { fatal: true });
  } catch {
    place!.fail(`'${encoding}' is no encoding; write utf-8, windows-1252, iso-8859-2, utf-16le, shift_jis …`);
  }
  return encoding;
}

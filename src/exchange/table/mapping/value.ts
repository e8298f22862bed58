import type { Catalogue, Field } from '../../../model/catalogue.js';
import { enums } from '../../../model/enums.js';
import { EDTF, readFormats } from './formats.js';
import { readLink } from './link.js';
import type { EarlierRecord, Value } from './mapping.js';
import type { Place } from './place.js';
import { template } from './template.js';

const KEYS = [
  'column',
  'text',
  'value',
  'values',
  'otherwise',
  'split',
  'format',
  'until',
  'decimal',
  'link',
];

/** What a value is read as: a property or relation of the catalogue, or a plain text. */
export type ReadAs = Field | 'text';

/** The value of a field: a constant or text with {columns}, or `column` and how it is read, or the id of an earlier record. */
export function readValue(
  catalogue: Catalogue,
  place: Place,
  as: ReadAs,
  more: readonly string[] = [],
): Value | EarlierRecord | undefined {
  const relation = as !== 'text' && as.is === 'relation' ? as : undefined;
  if (!place.isMap) {
    const text = place.text();
    return text === undefined ? undefined : plainValue(catalogue, place, as, text);
  }
  const keys = place.entries([...KEYS, ...(relation ? ['record'] : []), ...more]);
  const record = keys.get('record');
  if (record) return readRecord(record, keys.size);
  const text = readText(place, keys);
  if (!text) return undefined;
  const split = keys.get('split');
  if (split && relation && !relation.many)
    split.fail(
      `makes several of one: a record has one ${relation.name}; 'each' beside 'type' makes a record of each piece`,
    );
  if (split && as !== 'text' && as.is === 'property' && as.type !== 'json')
    split.fail(`makes several of one: a record has one ${as.name}`);
  const dated = as !== 'text' && as.is === 'property' && as.type === 'edtf';
  for (const key of ['format', 'until']) if (!dated) keys.get(key)?.fail('is for dates');
  const link = keys.get('link');
  if (link && !relation) link.fail('is for relations');
  const means = readMeanings(keys.get('values'), as);
  const otherwise = keys.get('otherwise')?.text();
  if (otherwise !== undefined) checkConstant(keys.get('otherwise')!, as, otherwise);
  const value: Value = {
    text,
    split: split?.text(),
    means,
    otherwise,
    formats: readFormats(keys.get('format')),
    until: keys.get('until')?.column(),
    decimal: keys.get('decimal')?.oneOf(['.', ',']) ?? '.',
    link: relation && readLink(catalogue, link, relation, place),
  };
  if (!text.columns.length) checkConstant(keys.get('value') ?? place, as, text.parts.join(''));
  return value;
}

function plainValue(catalogue: Catalogue, place: Place, as: ReadAs, text: string): Value {
  const made = template(text);
  place.names(made.columns);
  if (!made.columns.length) checkConstant(place, as, text);
  const link = as !== 'text' && as.is === 'relation' ? readLink(catalogue, undefined, as, place) : undefined;
  return { text: made, means: new Map(), formats: [EDTF], decimal: '.', link };
}

function readText(place: Place, keys: ReadonlyMap<string, Place>) {
  const ways = ['column', 'text', 'value'].filter((key) => keys.has(key));
  if (ways.length !== 1)
    return place.fail(
      `has ${ways.length ? ways.join(' and ') : 'no column'}; it takes one of column, text and value`,
    );
  const at = keys.get(ways[0]!)!;
  if (ways[0] === 'column') {
    const column = at.column();
    return column === undefined ? undefined : { parts: [{ column }], columns: [column] };
  }
  const typed = at.text();
  if (typed === undefined) return undefined;
  if (ways[0] === 'value') return { parts: [typed], columns: [] };
  const made = template(typed);
  at.names(made.columns);
  return made;
}

function readRecord(place: Place, keys: number): EarlierRecord | undefined {
  if (keys > 1) return place.fail('stands alone');
  const number = place.number(1, 1000);
  return number === undefined ? undefined : { record: number - 1 };
}

function readMeanings(place: Place | undefined, as: ReadAs): ReadonlyMap<string, string> {
  const means = new Map<string, string>();
  for (const [from, to] of place?.entries() ?? []) {
    const text = to.text();
    if (text === undefined) continue;
    checkConstant(to, as, text);
    means.set(from, text);
  }
  return means;
}

/** A constant of the mapping is wrong for every row, so it is said here. */
function checkConstant(place: Place, as: ReadAs, text: string): void {
  if (as === 'text' || as.is === 'relation' || !as.enum) return;
  if (!(enums[as.enum] as readonly string[]).includes(text)) place.oneOf(enums[as.enum]);
}

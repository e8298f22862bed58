import type { Catalogue, Concept } from '../../../model/catalogue.js';
import { enums } from '../../../model/enums.js';
import { givenFields } from './fields.js';
import type {
  AliasMapping,
  ExternalIdMapping,
  FieldMapping,
  LinkedValue,
  RecordMapping,
  Value,
} from './mapping.js';
import type { Place } from './place.js';
import { template, type Template } from './template.js';
import { readValue } from './value.js';

const KEYS = ['type', 'id', 'when-empty', 'each', 'set', 'fill'];
const LISTS = ['aliases', 'externalIds'];

/** One entry of `records`; `before` are those above it. */
export function readRecordMapping(
  catalogue: Catalogue,
  place: Place,
  before: readonly (RecordMapping | undefined)[],
): RecordMapping | undefined {
  const keys = place.entries(KEYS);
  const types = catalogue.concrete.map((c) => c.name).filter((name) => name !== 'Change');
  if (!keys.has('type')) return place.fail(`has no type; it takes ${types.join(', ')}`);
  const type = keys.get('type')!.oneOf(types);
  if (!type) return undefined;
  const concept = catalogue.concept(type);
  const id = keys.has('id')
    ? readId(catalogue, keys.get('id')!, concept)
    : place.fail(`has no id, like '${concept.prefix}:{No}'`);
  const set = keys.get('set');
  const found = readFields(catalogue, set, concept, before);
  const made = {
    concept,
    whenEmpty: keys.get('when-empty')?.oneOf(['refuse', 'skip'] as const) ?? 'refuse',
    each: keys.has('each') ? readEach(keys.get('each')!) : undefined,
    set: found,
    fill: readFields(catalogue, keys.get('fill'), concept, before),
    aliases: readList(catalogue, set, 'aliases', readAlias),
    externalIds: readList(catalogue, set, 'externalIds', readExternalId),
  };
  return id && { ...made, id };
}

function readId(catalogue: Catalogue, place: Place, concept: Concept): Template | LinkedValue | undefined {
  if (place.isMap) {
    const self = { is: 'relation', name: 'id', to: concept.name, nullable: false, many: false } as never;
    const value = readValue(catalogue, place, self);
    return value && 'link' in value ? (value as LinkedValue) : undefined;
  }
  const typed = place.text();
  if (typed === undefined) return undefined;
  if (!typed.startsWith(`${concept.prefix}:`))
    return place.fail(`'${typed}' is no id of a ${concept.name}; that begins with '${concept.prefix}:'`);
  const made = template(typed);
  if (!made.columns.length)
    return place.fail(`'${typed}' is the same for every row; name a column: '${concept.prefix}:{No}'`);
  place.names(made.columns);
  return made;
}

function readEach(place: Place): RecordMapping['each'] {
  const keys = place.entries(['column', 'split']);
  const column = keys.get('column')?.column();
  const split = keys.get('split')?.text();
  if (!keys.has('column')) place.fail("has no column: {column: Guests, split: ';'}");
  return column === undefined ? undefined : { column, split: split ?? ';' };
}

function readFields(
  catalogue: Catalogue,
  place: Place | undefined,
  concept: Concept,
  before: readonly (RecordMapping | undefined)[],
): FieldMapping[] {
  const fields = givenFields(concept);
  return [...(place?.entries(fields.map((f) => f.name)) ?? [])].flatMap(([name, at]) => {
    if (LISTS.includes(name)) return [];
    const field = fields.find((f) => f.name === name)!;
    const many = field.is === 'relation' && field.many;
    if (at.isList && !many) at.fail(`is a list; a ${concept.name} has one ${name}`);
    const values = (many ? at.items() : [at]).flatMap((item) => readValue(catalogue, item, field) ?? []);
    for (const value of values)
      if ('record' in value) checkEarlier(catalogue, at, value.record, field, before);
    return [{ field, values }];
  });
}

function checkEarlier(
  catalogue: Catalogue,
  place: Place,
  at: number,
  field: FieldMapping['field'],
  before: readonly (RecordMapping | undefined)[],
): void {
  if (at >= before.length)
    return place.fail(
      `is record ${at + 1}, which is not above this one; there ${before.length === 1 ? 'is 1' : `are ${before.length}`}`,
    );
  const earlier = before[at];
  const to = field.is === 'relation' ? catalogue.concept(field.to).concretes : [];
  if (earlier?.each) place.fail(`is record ${at + 1}, of which a row has several ('each')`);
  else if (earlier && !to.includes(earlier.concept.name))
    place.fail(`is record ${at + 1}, a ${earlier.concept.name}; it takes ${to.join(', ')}`);
}

function readList<T>(
  catalogue: Catalogue,
  set: Place | undefined,
  name: string,
  read: (catalogue: Catalogue, place: Place) => T | undefined,
): T[] {
  const at = set?.isMap ? set.entries().get(name) : undefined;
  return at?.items().flatMap((item) => read(catalogue, item) ?? []) ?? [];
}

function readAlias(catalogue: Catalogue, place: Place): AliasMapping | undefined {
  const value = readValue(catalogue, place, 'text', ['kind', 'language']) as Value | undefined;
  const keys = place.isMap ? place.entries() : new Map<string, Place>();
  const kind = keys.get('kind')?.oneOf(enums.AliasKind) ?? 'SPELLING';
  return value && { ...value, kind, language: keys.get('language')?.text() };
}

function readExternalId(catalogue: Catalogue, place: Place): ExternalIdMapping | undefined {
  if (!place.isMap) return place.fail('takes {column: QID, scheme: wikidata}');
  const value = readValue(catalogue, place, 'text', ['scheme', 'url']) as Value | undefined;
  const keys = place.entries();
  const scheme = keys.get('scheme')?.text();
  const typed = keys.get('url')?.text();
  const url = typed === undefined ? undefined : template(typed);
  if (url) keys.get('url')!.names(url.columns);
  if (scheme === undefined)
    return keys.has('scheme') ? undefined : place.fail("has no scheme, like 'wikidata'");
  return value && { ...value, scheme, url };
}

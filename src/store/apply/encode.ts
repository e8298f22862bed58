import type { Catalogue, Concept, Property } from '../../model/catalogue.js';
import { BEGINNING, bounds, END } from '../../model/edtf.js';
import { fold, splitWords, wordText } from '../../model/fold.js';
import type { Name, Row, Scalar } from '../row.js';

/** A record as people write it: its id, type and fields. */
export interface Written {
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The row of a written record, without what is derived from others. */
export function encode(catalogue: Catalogue, { id, type, fields }: Written): Row {
  const concept = catalogue.concept(type);
  const values: Record<string, Scalar> = {};
  const relations: Record<string, string[]> = {};
  for (const field of concept.fields.values()) {
    const value = fields[field.name] ?? null;
    if (field.is === 'property') property(values, field, value);
    else if (field.direction === 'out')
      relations[field.name] = value === null ? [] : ([value].flat() as string[]);
  }
  if (concept.fields.get('earliest')) days(values, concept.chronology!);
  const list = (name: string) => (fields[name] ?? []) as Record<string, string>[];
  if (relations['evidenceIn']) relations['evidenceIn'] = unique(list('evidence').map((e) => e['article']));
  if (relations['candidateEntities'])
    relations['candidateEntities'] = unique(list('candidates').map((c) => c['entity']));
  if (type === 'Role')
    values['office'] = JSON.stringify([fields['of'], fields['to'] ?? null, fold(String(fields['title']))]);
  values['inferred'] = '';
  return { id, concept: type, values, relations, names: concept.family === 'entity' ? names(fields) : [] };
}

const unique = (ids: readonly (string | undefined)[]) => [
  ...new Set(ids.filter((id): id is string => Boolean(id))),
];

/** Sets a property's value and what it is compared and sorted by. */
export function property(
  values: Record<string, Scalar>,
  { name, type, filter, sort }: Property,
  value: unknown,
): void {
  if (name === 'id') return;
  if (type === 'json') {
    values[name] = JSON.stringify(value ?? []);
    return;
  }
  values[name] = value as Scalar;
  if (type === 'edtf') {
    const range = value === null ? undefined : bounds(value as string);
    values[`${name}_from`] = range?.from ?? '';
    values[`${name}_to`] = range?.to ?? '';
    // Ascending, what is unknown comes last: a key of its own, so that an index serves that order too.
    if (sort) values[`${name}_asc`] = range?.from ?? '~';
    if (name === 'attested')
      values['attested_days'] = JSON.stringify(range?.days.map((d) => d.join('/')) ?? []);
  }
  if (type === 'text' && (filter || sort)) {
    values[`${name}_fold`] = value === null ? null : fold(value as string);
    values[`${name}_words`] = value === null ? null : wordText(splitWords(value as string));
  }
}

// An open or unknown side of a date has no day to show.
function days(values: Record<string, Scalar>, name: string): void {
  const from = values[`${name}_from`] as string;
  const to = values[`${name}_to`] as string;
  values['earliest'] = from && from !== BEGINNING ? from : null;
  values['latest'] = to && to !== END ? to : null;
}

function names(fields: Readonly<Record<string, unknown>>): Name[] {
  const aliases = ((fields['aliases'] ?? []) as { text: string }[]).map((a) => a.text);
  return [fields['name'] as string, ...aliases].map((text, i) => ({
    text,
    fold: fold(text),
    words: wordText(splitWords(text)),
    own: i === 0,
  }));
}

/** The written record of a row: what is derived left out. */
export function decode(catalogue: Catalogue, row: Row): Written {
  const concept = catalogue.concept(row.concept);
  const inferred = new Set(String(row.values['inferred'] ?? '').split(' '));
  const fields: Record<string, unknown> = {};
  for (const field of concept.fields.values()) {
    const value = written(concept, row, field.name, inferred);
    if (value !== undefined) fields[field.name] = value;
  }
  return { id: row.id, type: row.concept, fields };
}

function written(concept: Concept, row: Row, name: string, inferred: ReadonlySet<string>): unknown {
  const field = concept.fields.get(name)!;
  if (name === 'id' || inferred.has(name)) return undefined;
  if (field.is === 'relation') {
    const [own] = field.stored;
    if (field.direction === 'in' || !own?.written) return undefined;
    const ids = row.relations[name] ?? [];
    return ids.length ? (field.many ? ids : ids[0]) : undefined;
  }
  const value = row.values[name];
  if (!field.written || value === null || value === undefined) return undefined;
  if (field.type === 'json') return value === '[]' ? undefined : JSON.parse(value as string);
  return field.type === 'boolean' ? Boolean(value) : value;
}

import { validateSync } from 'class-validator';
import type { Catalogue, Concept, Field } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { enums } from '../../model/enums.js';
import { splitWords } from '../../model/fold.js';
import { structs } from '../../model/structs.js';
import type { Written } from './encode.js';

export interface Problem {
  readonly record: string;
  readonly field?: string;
  readonly source?: string | undefined;
  readonly problem: string;
  /** Which of the upserts is to blame, by its place among them. */
  readonly input?: number | undefined;
  /** It lies between records: what others bring may mend it. */
  readonly between?: boolean;
  /** The id that it leads to and nobody has. */
  readonly missing?: string;
  /** Of one that is missing: the record may go in without the field. */
  readonly optional?: boolean;
}

const ID = /^[a-z]+(?:-[a-z]+)*:[a-z0-9][a-z0-9._-]*$/;

/** What is wrong with an upsert before any other record is looked at. */
export function checkInput(catalogue: Catalogue, input: RecordInput): string | undefined {
  const concept = catalogue.concepts.get(input.type);
  if (!concept || concept.abstract || concept.name === 'Change') {
    return `'${input.type}' is no type of record; it is one of ${catalogue.concrete
      .map((c) => c.name)
      .filter((n) => n !== 'Change')
      .join(', ')}`;
  }
  if (!ID.test(input.id ?? '') || input.id.length > 200) {
    return `the id '${input.id}' is not of the form ${concept.prefix}:lower-case-slug`;
  }
  return input.id.startsWith(`${concept.prefix}:`)
    ? undefined
    : `the id '${input.id}' of a ${concept.name} begins with '${concept.prefix}:'`;
}

/** What is wrong with a whole record by itself: unknown fields, missing ones, values of another form. */
export function checkRecord(catalogue: Catalogue, record: Written): { field: string; problem: string }[] {
  const concept = catalogue.concept(record.type);
  const found: { field: string; problem: string }[] = [];
  for (const [name, value] of Object.entries(record.fields)) {
    const field = concept.fields.get(name);
    if (!field || !isWritable(field))
      found.push({
        field: name,
        problem: `is no field of a ${concept.name} that can be written; those are ${writable(concept).join(', ')}`,
      });
    else if (unfit(value))
      found.push({ field: name, problem: 'holds a NUL character or half of one (a lone surrogate)' });
    else if (field.is === 'property' && field.type === 'json')
      found.push(...checkStructs(field.struct!, value, name));
  }
  const instance = Object.assign(new concept.type(), { id: record.id, ...record.fields });
  for (const error of validateSync(instance, {
    skipMissingProperties: false,
    validationError: { target: false },
  })) {
    for (const message of Object.values(error.constraints ?? {}))
      found.push({ field: error.property, problem: worded(error.property, message, concept, error.value) });
  }
  const name = record.fields['name'];
  if (concept.family === 'entity' && typeof name === 'string' && !splitWords(name).length) {
    found.push({ field: 'name', problem: `'${name}' has neither a letter nor a digit` });
  }
  if (typeof name === 'string' && name.length > 1000)
    found.push({ field: 'name', problem: 'is longer than 1,000 characters' });
  return found;
}

/** Whether a text in it is none that both engines give back as it was. */
function unfit(value: unknown): boolean {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(unfit);
}

const isWritable = (field: Field): boolean =>
  field.is === 'property'
    ? field.written && field.name !== 'id'
    : field.direction === 'out' && field.stored[0]!.written;

const writable = (concept: Concept) => [...concept.fields.values()].filter(isWritable).map((f) => f.name);

function worded(name: string, message: string, concept: Concept, value: unknown): string {
  if (value === undefined || value === null) return 'is missing';
  const field = concept.fields.get(name);
  const plain = message.replace(new RegExp(`^${name}:? `), '');
  return field?.is === 'property' && field.enum
    ? `is ${JSON.stringify(value)}; it is one of ${enums[field.enum].join(', ')}`
    : `${plain} (it is ${JSON.stringify(value)?.slice(0, 80)})`;
}

function checkStructs(struct: string, value: unknown, path: string): { field: string; problem: string }[] {
  if (!Array.isArray(value)) return [{ field: path, problem: 'is no list' }];
  return value.flatMap((element, i) => checkStruct(struct, element, `${path}[${i}]`));
}

function checkStruct(struct: string, value: unknown, path: string): { field: string; problem: string }[] {
  if (typeof value !== 'object' || value === null) return [{ field: path, problem: 'is no structure' }];
  const fields = structs[struct]!;
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ field: `${path}.${name}`, problem: `is no field of ${struct}` }));
  const wrong = Object.entries(fields).flatMap(([name, field]) => {
    const v = given[name];
    const at = `${path}.${name}`;
    if (v === undefined || v === null) return field.required ? [{ field: at, problem: 'is missing' }] : [];
    if (field.struct) return checkStruct(field.struct, v, at);
    const number = field.type === 'int' || field.type === 'float';
    if (number ? typeof v !== 'number' : typeof v !== 'string')
      return [{ field: at, problem: `is ${JSON.stringify(v)}, not a ${number ? 'number' : 'text'}` }];
    if (field.enum && !(enums[field.enum] as readonly unknown[]).includes(v))
      return [
        { field: at, problem: `is ${JSON.stringify(v)}; it is one of ${enums[field.enum].join(', ')}` },
      ];
    return [];
  });
  const spans =
    typeof given['exact'] === 'string' &&
    typeof given['start'] === 'number' &&
    typeof given['end'] === 'number'
      ? checkSpan(given['start'], given['end'], given['exact'], path)
      : [];
  return [...unknown, ...wrong, ...spans];
}

/** Spans are UTF-16 offsets [start, end) of exactly these characters. */
export function checkSpan(
  start: number,
  end: number,
  exact: string,
  path: string,
): { field: string; problem: string }[] {
  return end - start === exact.length
    ? []
    : [
        {
          field: path,
          problem: `the span [${start}, ${end}) has ${end - start} characters, its exact text ${exact.length}`,
        },
      ];
}

import { validateSync } from 'class-validator';
import type { Catalogue, Concept, Field } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { enums } from '../../model/enums.js';
import { splitWords } from '../../model/fold.js';
import { structs, type StructField } from '../../model/structs.js';
import type { Written } from './encode.js';
import { passes } from './passes.js';

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

/** What is wrong with a field of a record. */
type Wrong = Pick<Problem, 'problem'> & { readonly field: string };

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
export function checkRecord(catalogue: Catalogue, record: Written): Wrong[] {
  const concept = catalogue.concept(record.type);
  const found: Wrong[] = [];
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
  const fields = { id: record.id, ...record.fields };
  if (found.length || !passes(concept, fields)) found.push(...validated(concept, fields));
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

function validated(concept: Concept, fields: object): Wrong[] {
  const options = { skipMissingProperties: false, validationError: { target: false } };
  return validateSync(Object.assign(new concept.type(), fields), options).flatMap((error) =>
    Object.values(error.constraints ?? {}).map((message) => ({
      field: error.property,
      problem: worded(error.property, message, concept, error.value),
    })),
  );
}

/** Whether a change set gives it; the rest `apply` derives. */
export const isWritable = (field: Field): boolean =>
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

function checkStructs(struct: string, value: unknown, path: string): Wrong[] {
  if (!Array.isArray(value)) return [{ field: path, problem: 'is no list' }];
  const found: Wrong[] = [];
  value.forEach((element, i) => checkStruct(struct, element, () => `${path}[${i}]`, found));
  return found;
}

/** Adds to `found`. The path is asked for where something is wrong alone: there are many more structures than faults. */
function checkStruct(struct: string, value: unknown, path: () => string, found: Wrong[]): void {
  if (typeof value !== 'object' || value === null)
    return void found.push({ field: path(), problem: 'is no structure' });
  const fields = structs[struct]!;
  const given = value as Record<string, unknown>;
  for (const name in given)
    if (Object.hasOwn(given, name) && !Object.hasOwn(fields, name))
      found.push({ field: `${path()}.${name}`, problem: `is no field of ${struct}` });
  for (const name in fields) checkMember(fields[name]!, given[name], () => `${path()}.${name}`, found);
  const { start, end, exact } = given;
  if (typeof exact === 'string' && typeof start === 'number' && typeof end === 'number')
    found.push(...checkSpan(start, end, exact, path));
}

function checkMember(field: StructField, value: unknown, path: () => string, found: Wrong[]): void {
  if (value === undefined || value === null) {
    if (field.required) found.push({ field: path(), problem: 'is missing' });
    return;
  }
  if (field.struct) return checkStruct(field.struct, value, path, found);
  const isNumber = field.type === 'int' || field.type === 'float';
  if (isNumber ? typeof value !== 'number' : typeof value !== 'string')
    found.push({
      field: path(),
      problem: `is ${JSON.stringify(value)}, not a ${isNumber ? 'number' : 'text'}`,
    });
  else if (field.enum && !(enums[field.enum] as readonly unknown[]).includes(value))
    found.push({
      field: path(),
      problem: `is ${JSON.stringify(value)}; it is one of ${enums[field.enum].join(', ')}`,
    });
}

/** Spans are UTF-16 offsets [start, end) of exactly these characters. */
export function checkSpan(start: number, end: number, exact: string, path: () => string): Wrong[] {
  return end - start === exact.length
    ? []
    : [
        {
          field: path(),
          problem: `the span [${start}, ${end}) has ${end - start} characters, its exact text ${exact.length}`,
        },
      ];
}

import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsEdtf } from './is-edtf.js';
import { enums, type EnumName } from './enums.js';
import type { PropertyType } from './catalogue.js';

/** What the decorators note; catalogue and GraphQL types are derived from it later. */
export interface Noted {
  readonly name: string;
  readonly is: 'property' | 'relation' | 'inverse';
  readonly type?: PropertyType;
  readonly enum?: EnumName;
  readonly struct?: string;
  readonly to?: string;
  readonly of?: string;
  readonly many?: boolean;
  readonly options: FieldOptions;
}

export interface FieldOptions {
  readonly description?: string;
  readonly required?: boolean;
  readonly filter?: boolean;
  readonly sort?: boolean | 'name' | 'count';
  /** Full-text search finds the record by it; an entity's name brings its aliases. */
  readonly search?: boolean;
  /** Written by apply, never by a change set. */
  readonly derived?: boolean;
  readonly hidden?: boolean;
  /** The field that holds a licence: without one that lets everybody read it, only who may read in sees this one. */
  readonly licensedBy?: string;
  readonly label?: string;
  readonly acyclic?: boolean;
  readonly symmetric?: boolean;
  readonly deep?: boolean;
  readonly plain?: boolean;
  /** How it reads as a tie of two entities, from here and from the far end; false where another tie says the same. */
  readonly tie?: readonly [relation: string, inverse: string] | false;
}

export interface ConceptOptions {
  readonly description: string;
  readonly abstract?: boolean;
  readonly single?: string;
  readonly plural?: string;
  readonly lookup?: 'name' | 'url';
  readonly chronology?: string;
  /**
   * What its lists are grouped by: a field, a field of what a relation leads to (`articles.publisher`), what a relation
   * leads to of one concept (`about:Topic`), or `concept`. A date is grouped by the unit that the name says.
   */
  readonly groups?: Readonly<Record<string, string>>;
}

export type ConceptClass = (abstract new () => object) & { readonly name: string };
const notes = new WeakMap<object, Noted[]>();
const concepts = new WeakMap<object, ConceptOptions>();

export const notesOf = (type: ConceptClass): readonly Noted[] => notes.get(type) ?? [];
export const optionsOf = (type: ConceptClass): ConceptOptions => {
  const found = concepts.get(type);
  if (!found) throw new Error(`${type.name} has no @Concept decorator`);
  return found;
};

export const Concept = (options: ConceptOptions) => (type: ConceptClass) => void concepts.set(type, options);

type Check = (target: object, name: string) => void;
const note =
  (build: (name: string) => Noted, options: FieldOptions, ...checks: Check[]) =>
  (target: object, key: string | symbol) => {
    const name = String(key);
    const type = target.constructor;
    notes.set(type, [...(notes.get(type) ?? []), build(name)]);
    if (options.derived) return;
    if (!options.required) IsOptional()(target, name);
    for (const check of checks) check(target, name);
  };

const property = (type: PropertyType, options: FieldOptions, more: Partial<Noted>, ...checks: Check[]) =>
  note((name) => ({ name, is: 'property', type, options, ...more }), options, ...checks);

/** Free text, searched by its words; at most a million characters. */
export const Text = (options: FieldOptions = {}) =>
  property('text', options, {}, IsString(), MinLength(1), MaxLength(1_000_000));
/** A code, address or hash: compared exactly. */
export const Code = (options: FieldOptions = {}) =>
  property('code', options, {}, IsString(), MinLength(1), MaxLength(2000));
export const Int = (options: FieldOptions = {}) => property('int', options, {}, IsInt());
export const Float = (options: FieldOptions = {}) => property('float', options, {}, IsNumber());
export const Flag = (options: FieldOptions = {}) => property('boolean', options, {}, IsBoolean());
export const When = (options: FieldOptions = {}) => property('edtf', options, {}, IsEdtf());
export const Day = (options: FieldOptions = {}) => property('day', { ...options, derived: true }, {});
export const Instant = (options: FieldOptions = {}) =>
  property('instant', options, {}, Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));
export const Enum = (name: EnumName, options: FieldOptions = {}) =>
  property('enum', options, { enum: name }, IsIn(enums[name]));
/** A list of structures, kept whole with the record. */
export const Structs = (struct: string, options: FieldOptions = {}) =>
  property('json', options, { struct }, IsArray());

/** A relation to at most one record. */
export const One = (to: string, options: FieldOptions = {}) =>
  note((name) => ({ name, is: 'relation', to, many: false, options }), options, IsString());
/** A relation to any number of records. */
export const Many = (to: string, options: FieldOptions = {}) =>
  note(
    (name) => ({ name, is: 'relation', to, many: true, options }),
    options,
    IsArray(),
    IsString({ each: true }),
  );
/** The other end of a relation that `to` declares under the name `of`. */
export const Inverse = (to: string, of: string, options: FieldOptions = {}) =>
  note((name) => ({ name, is: 'inverse', to, of, many: true, options }), { ...options, derived: true });

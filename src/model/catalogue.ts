import type { EnumName } from './enums.js';

export type PropertyType =
  'id' | 'text' | 'code' | 'int' | 'float' | 'boolean' | 'edtf' | 'day' | 'instant' | 'enum' | 'json';

/** A value of a record. `written` ones come in a change set, the others apply derives. */
export interface Property {
  readonly is: 'property';
  readonly name: string;
  readonly type: PropertyType;
  readonly enum?: EnumName;
  /** Of JSON: the structure its elements have. */
  readonly struct?: string;
  readonly nullable: boolean;
  readonly written: boolean;
  /** False for keys that only sort. */
  readonly exposed: boolean;
  readonly filter: boolean;
  readonly sort: boolean;
  readonly search: boolean;
  /** The property that holds its licence: see `licence.ts`. */
  readonly licensedBy?: string | undefined;
  readonly description?: string | undefined;
}

/** One stored kind of relation: it belongs to the record it leaves from. */
export interface Stored {
  readonly owner: string;
  readonly field: string;
  readonly label: string;
  readonly to: string;
  readonly many: boolean;
  readonly written: boolean;
  readonly nullable: boolean;
  readonly acyclic: boolean;
  /** It holds in both directions, whoever wrote it. */
  readonly symmetric: boolean;
  /** Its names where it ties two entities, in its direction and against it. */
  readonly tie?: readonly [relation: string, inverse: string] | undefined;
}

/** A relation as a concept sees it, from either end. Of an interface it joins the relations of all its concepts. */
export interface Relation {
  readonly is: 'relation';
  readonly name: string;
  readonly to: string;
  readonly many: boolean;
  readonly direction: 'out' | 'in';
  readonly stored: readonly Stored[];
  readonly nullable: boolean;
  readonly exposed: boolean;
  /** To-many without a page: a short list in the order written. */
  readonly plain: boolean;
  readonly filter: boolean;
  readonly sort?: 'name' | 'count' | undefined;
  /** In a filter it reaches any depth. */
  readonly deep: boolean;
  readonly description?: string | undefined;
}

export type Field = Property | Relation;

/** What records are grouped by: a value of theirs, or the records that steps lead to. */
export type GroupBy =
  | { readonly is: 'concept' }
  | { readonly is: 'value'; readonly property: Property }
  | { readonly is: 'time'; readonly property: Property; readonly unit: 'YEAR' | 'MONTH' | 'DAY' }
  | {
      readonly is: 'node';
      readonly steps: readonly Relation[];
      /** Only those of this concept. */
      readonly only?: string | undefined;
      /** The property that names what is at the end. */
      readonly label: string;
    };

export interface Concept {
  readonly name: string;
  readonly description: string;
  readonly abstract: boolean;
  readonly interfaces: readonly string[];
  /** Itself, or the concepts that implement it. */
  readonly concretes: readonly string[];
  readonly kind: string;
  readonly prefix: string;
  /** Entities share one table and one name index; every other concept has a table of its own. */
  readonly family: string;
  readonly single?: string | undefined;
  readonly plural?: string | undefined;
  /** Looked up by this property besides its id. */
  readonly lookup?: 'name' | 'url' | undefined;
  /** The date that its relations carry as their sort key. */
  readonly chronology?: string | undefined;
  readonly fields: ReadonlyMap<string, Field>;
  /** What its lists are grouped by. */
  readonly groups: ReadonlyMap<string, GroupBy>;
  readonly type: new () => object;
}

export interface Catalogue {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** The concepts that have records, in the order of the list. */
  readonly concrete: readonly Concept[];
  readonly stored: readonly Stored[];
  concept(name: string): Concept;
  ofId(id: string): Concept | undefined;
}

export const snake = (name: string) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();

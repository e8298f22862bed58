import type { Concept, Field } from '../../../model/catalogue.js';
import type { Format } from '../reading/row.js';
import type { DateFormat } from './dates.js';
import type { Template } from './template.js';

/** What the columns of a table mean: a mapping file, read and checked against the catalogue. */
export interface Mapping {
  readonly source: Source;
  /** What names a row in its evidence; else what the id of each record is made of. */
  readonly row?: Template | undefined;
  readonly review: string;
  readonly format?: Format | undefined;
  readonly separator?: string | undefined;
  readonly quotes: boolean;
  readonly encoding: string;
  readonly records: readonly RecordMapping[];
  /** The columns it names, each with where it does so first: `mapping.yaml:9`. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Where a table comes from, for the evidence of all that is made of it. */
export interface Source {
  readonly name: string;
  /** It may name columns: the page of a row. */
  readonly url?: Template | undefined;
  readonly licence?: string | undefined;
  readonly date?: string | undefined;
  readonly credit?: string | undefined;
}

/** A record that each row makes, or each piece of one of its cells. */
export interface RecordMapping {
  readonly concept: Concept;
  readonly id: Template | LinkedValue;
  readonly whenEmpty: 'refuse' | 'skip';
  readonly each?: { readonly column: string; readonly split: string } | undefined;
  readonly set: readonly FieldMapping[];
  readonly fill: readonly FieldMapping[];
  readonly aliases: readonly AliasMapping[];
  readonly externalIds: readonly ExternalIdMapping[];
}

export interface FieldMapping {
  readonly field: Field;
  /** Several for a relation to many, whose lists are joined. */
  readonly values: readonly (Value | EarlierRecord)[];
}

/** The id of an earlier record of the same row, from 0. */
export interface EarlierRecord {
  readonly record: number;
}

/** A text from the row, and how it is read. */
export interface Value {
  readonly text: Template;
  readonly split?: string | undefined;
  /** What a text stands for; one that is not there stands for itself, or for `otherwise`. */
  readonly means: ReadonlyMap<string, string>;
  readonly otherwise?: string | undefined;
  readonly formats: readonly DateFormat[];
  /** The column of the last day, of a date that lasts. */
  readonly until?: string | undefined;
  readonly decimal: '.' | ',';
  readonly link?: Link | undefined;
}
export type LinkedValue = Value & { readonly link: Link };

export interface AliasMapping extends Value {
  readonly kind: string;
  readonly language?: string | undefined;
}

export interface ExternalIdMapping extends Value {
  readonly scheme: string;
  readonly url?: Template | undefined;
}

/** Which record a text names. */
export interface Link {
  /** Concrete concepts. */
  readonly to: readonly string[];
  readonly by:
    | { readonly is: 'name' | 'id' }
    | { readonly is: 'code'; readonly column: string }
    | { readonly is: 'externalId'; readonly scheme: string }
    | {
        readonly is: 'candidates';
        /** The least score that links. */
        readonly atLeast: number;
        /** How far the next one must lie behind. */
        readonly margin: number;
        readonly on?: { readonly column: string; readonly formats: readonly DateFormat[] } | undefined;
        readonly context: readonly string[];
      };
  /** What becomes of a name that nobody has. */
  readonly otherwise:
    'refuse' | 'leave' | { readonly create: Concept; readonly with: Readonly<Record<string, unknown>> };
}

import type { Repository } from '../facts.js';
import type { Draft } from './draft.js';
import type { Shape } from './shape.js';
import type { SourceRecord } from './source-record.js';

/** Reads one record into the draft. @throws Refused where it cannot be read at all. */
export type Read = (record: SourceRecord, draft: Draft) => void;

/** A folder of a repository whose *.xml are read, with what each element that is a record becomes. */
export interface Folder extends Omit<Shape, 'records'> {
  readonly repository: Repository;
  readonly folder: string;
  readonly read: Readonly<Record<string, Read>>;
  /** Its files lie in folders of their own: `people/a`. */
  readonly isNested?: boolean;
  /** Folders of the repository without which it says nothing. */
  readonly needs?: readonly string[];
}

import type { Head, Shelved, Tombstone } from '../port.js';
import type { Row } from '../row.js';

/** The first line of a backup: of which format its rows are, and at which place in the log they were taken. */
export interface Header {
  readonly rapporteur: 'backup';
  readonly version: typeof VERSION;
  readonly format: string;
  readonly head: Head;
}

/** Of the form of the file. */
export const VERSION = 1;

/** A line of a backup. The last one says how many there were before it, so that one that was cut off is told. */
export type Entry =
  | { readonly row: Row }
  | { readonly shelved: Shelved }
  | { readonly inverse: readonly [change: string, body: string] }
  | { readonly tombstone: Tombstone }
  | { readonly meta: readonly [key: string, value: string] }
  | { readonly end: number };

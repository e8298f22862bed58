import type { Catalogue } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import type { View } from './view.js';

/** One thing that is derived: which records a change touches, and what they become. */
export interface Derivation {
  readonly concept: string;
  readonly recursive?: boolean;
  affected(view: View, changed: ReadonlySet<string>): Promise<Iterable<string>> | Iterable<string>;
  prepare(view: View, rows: readonly Row[], catalogue: Catalogue): Promise<(row: Row) => Row>;
}

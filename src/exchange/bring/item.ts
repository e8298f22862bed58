import type { RecordInput } from '../../model/change-set.js';
import type { Effect } from '../../store/apply/apply.js';

/** A record on its way in. */
export interface Item {
  readonly input: RecordInput;
  /** What it did so far, without the fields that it waits with. */
  readonly effect?: Effect | undefined;
  /** Why it waits. */
  readonly reason?: string | undefined;
}

const order: readonly (Effect | undefined)[] = [undefined, 'unchanged', 'amended', 'created'];

/** What a record did that went in more than once. */
export const both = (a: Effect | undefined, b: Effect): Effect =>
  order.indexOf(a) > order.indexOf(b) ? a! : b;

import type { Effect } from '../../store/apply/apply.js';

/** What did not go in, and why. */
export interface Refusal {
  /** The id of the record, or what stands for it: `visit 2271`. */
  readonly record: string;
  /** File and line, or the path in the source. */
  readonly source?: string | undefined;
  /** What was wrong and what would be right. */
  readonly problem: string;
}

/** What an import did. A record that went in without one of its fields is counted as what it did, and as refused. */
export interface Outcome {
  readonly read: number;
  readonly created: number;
  readonly amended: number;
  readonly unchanged: number;
  readonly refused: number;
  /** What leads to records that may still come; none at the end. */
  readonly waiting: number;
  /** The first of what was refused, at most `SHOWN`. */
  readonly refusals: readonly Refusal[];
  /** False where it is only what would be: a dry run, or a strict import that something was refused of. */
  readonly written: boolean;
  /** It was interrupted: what was applied until then stays, and the same import goes on. */
  readonly stopped: boolean;
}

const SHOWN = 1000;

/** An outcome as it comes about. */
export class Tally implements Outcome {
  read = 0;
  created = 0;
  amended = 0;
  unchanged = 0;
  refused = 0;
  waiting = 0;
  readonly refusals: Refusal[] = [];
  written = true;
  stopped = false;

  count(effect: Effect): void {
    this[effect]++;
  }

  refuse(refusal: Refusal): void {
    this.refused++;
    if (this.refusals.length < SHOWN) this.refusals.push(refusal);
  }
}

/** What did not go in, and why. */
export interface Refusal {
  /** The id of the record, or what stands for it: `visit 2271`. */
  readonly record: string;
  /** File and line, or the path in the source. */
  readonly source?: string | undefined;
  /** What was wrong and what would be right. */
  readonly problem: string;
}

/** What an import did. */
export interface Outcome {
  readonly read: number;
  readonly created: number;
  readonly amended: number;
  readonly unchanged: number;
  readonly refused: number;
  /** The first of what was refused, at most `SHOWN`. */
  readonly refusals: readonly Refusal[];
}

export const SHOWN = 1000;

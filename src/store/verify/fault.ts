/** Something in a store that `apply` would not have written. */
export interface Fault {
  /** Its id; of the log's, that of the change. */
  readonly record: string;
  readonly field?: string | undefined;
  readonly problem: string;
}

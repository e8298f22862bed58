/** What answers a root field, as values, and how many records are in it. */
export interface Values<T> {
  readonly value: T;
  readonly records: number;
}

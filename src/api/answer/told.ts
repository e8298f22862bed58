import type { Plan } from '../../plan/plan.js';

/** What a list without pages counts for. They are short; more than so many of its records are counted on neither side. */
export const FEW = 10;

/** What is said of one answer while it is made, besides its own rows. */
export interface Told {
  /** Those of its plan. */
  readonly texts: readonly string[];
  readonly params: readonly unknown[];
  /** How many records it holds so far, counted as http/limits counts what was asked for. */
  records: number;
  /** Whether whoever asks may see texts whose licence does not let everybody read them. */
  readonly mayReadIn: boolean;
}

export const told = ({ params, texts = [] }: Plan, mayReadIn = false): Told => ({
  texts,
  params,
  records: 0,
  mayReadIn,
});

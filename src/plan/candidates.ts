import type { Param, Shape } from './plan.js';

/**
 * Who a name could be: entities with that very name, those whose names share a key of sound with it, and holders of an
 * office that the text names together with whose it is. Every way is bounded, and what is found is ranked by how much of
 * it fits before it is cut; the very name stands first. All parameters but the day and the last three are lists of texts.
 */
export interface Candidates {
  /** What a name may be, folded. */
  readonly folds: Param;
  /** Keys of sound. */
  readonly keys: Param;
  /** Phrases of the text, folded: those that name a state or a body say whose office is meant. */
  readonly phrases: Param;
  /** Words of the text, folded: an office has one of them in its title. */
  readonly words: Param;
  /** Phrases of the context, folded: what they name comes back with the answer. */
  readonly context: Param;
  /** Kinds of entities as their ids begin; all where there is none. */
  readonly kinds?: Param | undefined;
  /** The day on which the office was held, perhaps. */
  readonly day?: Param | undefined;
  /** How many are kept of what each way finds, and of all. */
  readonly most: Param;
  /** How many offices of one state or body are looked at, those begun last first. */
  readonly offices: Param;
  /** Of how many of these, whose titles fit best, it is asked whether they were held. */
  readonly fitting: Param;
  /** What is taken of each. */
  readonly shape: Shape;
}

/** Of a raw answer: what the phrases name (of the text, of the context), and the rows of the candidates, id first. */
export type Found = readonly [
  named: readonly Named[],
  context: readonly Named[],
  rows: readonly (readonly unknown[])[],
];
export type Named = readonly [phrase: string, id: string, name: string];

import { layout } from './layout.js';
import type { Param, Shape } from './plan.js';

/** What is taken of each step of a tie: a shape for each place in the selection that shows an end, or evidence. */
export interface Steps {
  readonly from: readonly Shape[];
  readonly to: readonly Shape[];
  /** Of the facts that make the tie, newest first. */
  readonly facts: readonly Shape[];
}

export type StepField =
  | { readonly key: string; readonly is: 'typename' }
  | { readonly key: string; readonly is: 'relation' }
  | { readonly key: string; readonly is: 'from' | 'to' | 'evidence'; readonly place: number };

/** The first and the last day of a period. */
export interface Period {
  readonly from: Param;
  readonly to: Param;
}

/** What is one step away from an entity, strongest first; then by relation, then by id. */
export interface Neighbours {
  readonly of: Param;
  /** Concepts of the far end; all where it is left out. */
  readonly kinds?: Param | undefined;
  /** Only what facts of these days tie, counted anew. */
  readonly during?: Period | undefined;
  readonly limit: Param;
  readonly steps: Steps;
  readonly fields: readonly StepField[];
}

/** The shortest paths over ties: by length, then by how few ties the entities between have, then by their ids. */
export interface Paths {
  readonly from: Param;
  readonly to: Param;
  readonly longest: Param;
  readonly limit: Param;
  readonly steps: Steps;
  readonly fields: readonly PathField[];
}

export type PathField =
  | { readonly key: string; readonly is: 'typename' }
  | { readonly key: string; readonly is: 'length' }
  | { readonly key: string; readonly is: 'steps'; readonly fields: readonly StepField[] };

/**
 * Where a step's values stand in its row: the relation, the near end's shapes, the far end's, and the list of facts.
 * In a fact's row its shapes stand one after another.
 */
export function stepPlaces({ from, to, facts }: Steps) {
  const following = (shapes: readonly Shape[], first: number) => {
    let at = first;
    const places = shapes.map((shape) => (at += layout(shape).width) - layout(shape).width);
    return { places, end: at };
  };
  const near = following(from, 1);
  const far = following(to, near.end);
  return { from: near.places, to: far.places, facts: far.end, evidence: following(facts, 0).places };
}

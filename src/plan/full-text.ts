import type { Term } from '../model/search-terms.js';

/** A full-text question as a parameter: each engine writes it in its own language when it binds it. */
export class FullText {
  constructor(
    /** All of the terms, or any of them. */
    readonly asks: 'all' | 'any',
    readonly terms: readonly Term[],
    readonly without: readonly Term[],
    /** Words one of which says that the record is of a kind that is wanted; none where every kind is. */
    readonly kinds: readonly string[],
  ) {}
}

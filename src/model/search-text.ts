import { splitWords } from './fold.js';

/**
 * What the engines index for full text: words between single spaces, in letters that neither of them splits, folds or
 * stems. A word keeps a to z and 0 to 9; any other character is its code between underscores, so that the beginning of a
 * word is the beginning of what is written for it. `_` alone keeps a phrase from running over from one text to the next,
 * and a word that nobody can type says of what kind the record is.
 */
export function searchText(kind: string, texts: readonly string[]): string {
  const parts = texts.map((text) => ` ${splitWords(text).map(searchWord).join(' ')} _`);
  return ` ${kindWord(kind)} _${parts.join('')} `;
}

export const kindWord = (kind: string) => `_k${kind.toLowerCase()}`;

/** Longer words are known by their beginning: Lucene splits a word of more than 255 characters. */
const LONGEST = 240;

export const searchWord = (folded: string): string =>
  folded.replace(/[^a-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`).slice(0, LONGEST);

import { splitWords } from '../fold.js';
import { particles, prepositions, sameOffice } from './titles.js';

const LONGEST = 5;

/** The folded words of a text, without the ends of genitives. `most`: what follows is not read. */
export function wordsOf(text: string, most: number): string[] {
  const plain = text.slice(0, most * 20).replace(/['’]s?(?=[^\p{L}\p{N}]|$)/gu, '');
  return splitWords(plain).slice(0, most);
}

/** Every run of one to five words: what a text may name. */
export function phrasesOf(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (let length = 1; length <= LONGEST; length++)
    for (let i = 0; i + length <= words.length; i++) found.add(words.slice(i, i + length).join(' '));
  return [...found];
}

/** The words that say something, each with those that mean the same office. */
export function sayingWords(words: readonly string[]): string[] {
  const saying = words.filter((w) => w.length > 1 && !particles.has(w) && !prepositions.has(w));
  return [...new Set(saying.flatMap(sameOffice))];
}

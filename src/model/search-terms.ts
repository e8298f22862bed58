import { fold, splitWords } from './fold.js';
import { searchWord } from './search-text.js';

/** Words that stand together. Of a prefix the last one is the beginning of a word. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What somebody typed into a search. */
export interface SearchTerms {
  /** The whole as a name, folded; and as the beginning of one. Empty where there is nothing to look for. */
  readonly exact: string;
  readonly begins: string;
  readonly terms: readonly Term[];
  readonly without: readonly Term[];
}

/** More are not looked for: nobody types them, and each is a walk of its own. */
const MOST = 32;

/**
 * Words, phrases in double quotes, -without. The last word, while it is being typed, is the beginning of one. All else
 * (stars, colons, brackets) is no syntax.
 */
export function searchTerms(text: string): SearchTerms {
  const found: Term[] = [];
  const without: Term[] = [];
  const plain: string[] = [];
  const parts = [...text.matchAll(/(-?)(?:"([^"]*)("?)|([^\s"]+))/g)];
  parts.forEach(([whole, minus, phrase, closed, word], i) => {
    const words = splitWords(phrase ?? word ?? '').map(searchWord);
    if (!words.length) return;
    const last = i === parts.length - 1 && text.endsWith(whole);
    if (minus) without.push({ words, prefix: false });
    else {
      plain.push(phrase ?? word ?? '');
      found.push({ words, prefix: last && !closed });
    }
  });
  const name = fold(plain.join(' ')).replace(/\s+/g, ' ');
  const terms = [...new Map(found.map((term) => [written(term), term])).values()].slice(0, MOST);
  return {
    exact: name.trim(),
    begins: /\s$/.test(text) ? `${name.trim()} ` : name.trim(),
    terms,
    without: without.slice(0, MOST),
  };
}

/** A term as a part of the text that is searched. */
export const written = ({ words, prefix }: Term): string => ` ${words.join(' ')}${prefix ? '' : ' '}`;

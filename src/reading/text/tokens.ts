import { fold } from '../../model/fold.js';

/** A word of the view: offsets [start, end), without the end of a genitive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded, without points and apostrophes: U.S. is `us`. */
  readonly norm: string;
  readonly capital: boolean;
  /** All letters are capitals, and there are two or more. */
  readonly upper: boolean;
  /** Where a genitive's end stops: after `Korea’s` for the token `Korea`. */
  readonly whole: number;
}

const WORD =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’ʼ](?=\p{L})|\.(?=\p{N})|,(?=\p{N}{3}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?/gu;
const GENITIVE = /['’]s$/i;
const POINT = /\.$/;

/** The words of a view, in their order. A point belongs to a word where it abbreviates one: Mr., J., Jan. */
export function tokensOf(text: string, abbreviations: ReadonlySet<string>): Token[] {
  const found: Token[] = [];
  for (const { 0: match, index: start } of text.matchAll(WORD)) {
    let word = match;
    if (POINT.test(word) && !/^(?:\p{Lu}\.)+$/u.test(word) && !abbreviations.has(fold(word.slice(0, -1))))
      word = word.slice(0, -1);
    const whole = start + word.length;
    word = word.replace(GENITIVE, '');
    const norm = normOf(word);
    const upper = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
    const isGenitive = /^['’](?![\p{L}\p{N}])/u.test(text.slice(whole, whole + 2)) && /s$/i.test(word);
    found.push({
      start,
      end: start + word.length,
      text: word,
      norm,
      capital: /^[\p{Lu}\p{Lt}]/u.test(word) || (/^\p{Lo}/u.test(word) && !/^\p{Ll}/u.test(word)),
      upper,
      whole: isGenitive && whole === start + word.length ? whole + 1 : whole,
    });
  }
  return found;
}

/** A word as names are compared by it here. */
export const normOf = (word: string): string => fold(word).replace(/[.'’ʼ]/g, '');

/** Whether a genitive ends a token. */
export const isOwner = (token: Token): boolean => token.whole > token.end;

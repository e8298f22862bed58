// Most texts, and of these there is little to say.
const ASCII = /^[\0-\x7f]*$/;

/**
 * One folding for sorting and comparing on every engine: compatibility decomposition, no accents, lower case.
 * Characters from U+D7FF upwards are written as U+D7FF and six hex digits, since engines that compare UTF-8 and
 * engines that compare UTF-16 disagree about everything from the surrogates on. The writing is character by
 * character, so that "contains" and "starts with" hold on folded text as they do on plain text.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd');
  return plain.replace(
    /[\ud7ff-\uffff]|[\u{10000}-\u{10ffff}]/gu,
    (c) => '\ud7ff' + (c.codePointAt(0) ?? 0).toString(16).padStart(6, '0'),
  );
}

// Scripts that put no space between words: a dictionary would split 金正恩 one way alone and another in its sentence.
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** A word as it stands in a text, and where: UTF-16 offsets [start, end). */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits in a row are a word; of scripts without spaces each character is one. */
export function words(text: string): Word[] {
  return [...text.matchAll(WORD)]
    .map(({ 0: found, index }) => ({ word: fold(found), start: index, end: index + found.length }))
    .filter(({ word }) => word);
}

/** The words of a text, folded: what full text compares, on every engine alike. */
export const splitWords = (text: string): string[] =>
  ASCII.test(text) ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? []) : words(text).map(({ word }) => word);

/** Words between single spaces, with one on either side: a phrase is then a plain substring. */
export function wordText(words: readonly string[]): string {
  return words.length ? ` ${words.join(' ')} ` : '';
}

/**
 * One folding for sorting and comparing on every engine: compatibility decomposition, no accents, lower case.
 * Characters from U+D7FF upwards are written as U+D7FF and six hex digits, since engines that compare UTF-8 and
 * engines that compare UTF-16 disagree about everything from the surrogates on. The writing is character by
 * character, so that "contains" and "starts with" hold on folded text as they do on plain text.
 */
export function fold(text: string): string {
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

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text, folded: what full text compares, on every engine alike. */
export function splitWords(text: string): string[] {
  const found: string[] = [];
  for (const part of segmenter.segment(text)) if (part.isWordLike) found.push(fold(part.segment));
  return found;
}

/** Words between single spaces, with one on either side: a phrase is then a plain substring. */
export function wordText(words: readonly string[]): string {
  return words.length ? ` ${words.join(' ')} ` : '';
}

import { expect, test } from 'vitest';
import { fold, splitWords, words } from '../../src/model/fold.js';

test.each(["O'Neill's 2nd VISIT, 5-6 Oct.", 'e-mail_me@x.org', '\u0000\t~', ''])(
  'plain letters take a shorter way to the same words: %j',
  (text) => {
    // With a letter beyond ASCII before it, a text goes the long way.
    expect(`o ${fold(text)}`).toBe(fold(`ø ${text}`));
    expect(splitWords(text)).toEqual(words(text).map(({ word }) => word));
  },
);

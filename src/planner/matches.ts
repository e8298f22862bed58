import { splitWords, wordText } from '../model/fold.js';
import type { Condition } from '../plan/plan.js';
import type { Params } from './params.js';

/** Full text: words, phrases in double quotes, -without. A text with no word in it matches nothing. */
export function matching(text: string, column: string, params: Params): Condition {
  const of: Condition[] = [];
  for (const [, minus, phrase, word] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const words = splitWords(phrase ?? word ?? '');
    if (!words.length) continue;
    const found: Condition = { is: 'compare', column, op: 'contains', param: params.add(wordText(words)) };
    of.push(minus ? { is: 'not', of: found } : found);
  }
  return of.length ? { is: 'and', of } : { is: 'or', of: [] };
}

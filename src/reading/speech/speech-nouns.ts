import { isOwner } from '../text/tokens.js';
import { nouns } from '../words/cues.js';
import type { Attribution, Parts } from '../work.js';
import type { Head } from './heads.js';
import type { Phrases } from './phrases.js';

/** Acts of speech that a noun names: "Sweden’s invitation to resume talks" (rule 4 of how to model). */
export function speechNouns(
  parts: Parts,
  phrases: Phrases,
  from: number,
  to: number,
  heads: readonly Head[],
  sentence: number,
): Attribution[] {
  const { tokens, view, quoteOf } = parts;
  const found: Attribution[] = [];
  for (let i = from + 1; i < to; i++) {
    const act = Object.hasOwn(nouns, tokens[i]!.norm) ? nouns[tokens[i]!.norm] : undefined;
    if (!act || quoteOf[i]! >= 0 || !isOwner(tokens[i - 1]!)) continue;
    const name = phrases.nameAt(i - 1);
    if (!name || name.last !== i - 1 || name.kind === 'OTHER') continue;
    const source = phrases.endingAt(i - 1, from);
    if (!source || !/^(?:to|for|of|that)$/.test(tokens[i + 1]!.norm)) continue;
    const begin = tokens[i + 1]!.norm === 'to' ? i + 1 : i + 2;
    let end = begin;
    while (
      end < to &&
      !/[,;:—–]/.test(phrases.gap(end)) &&
      !heads.some((h) => h.first === end + 1 || h.source.first === end + 1)
    )
      end++;
    if (end <= begin) continue;
    found.push({
      sentence,
      source,
      cue: { start: tokens[i]!.start, end: tokens[i]!.end },
      content: [{ start: tokens[begin]!.start, end: tokens[end]!.end }],
      form: /["“]/.test(view.text.slice(tokens[begin]!.start, tokens[end]!.end)) ? 'MIXED' : 'INDIRECT',
      act,
      noun: true,
    });
  }
  return found;
}

import type { Parts } from '../work.js';
import type { Around } from './content.js';
import type { Head } from './heads.js';
import type { Phrases } from './phrases.js';
import { LIGHT } from './setting.js';

const AUDIENCE = 14;
const SETTING = new Set('in on at during after before to with'.split(' '));

/** Where what is said begins after the verb: beyond to whom, where and when, and "that". */
export function beginOf(
  { tokens, view, quotes, quoteOf }: Parts,
  phrases: Phrases,
  head: Head,
  around: Around,
  start: number,
  end: number,
): { start: number; isThat: boolean } {
  const text = view.text;
  const i = head.isInverted ? head.source.last + 1 : head.last + 1;
  const colon = /^[^“"«.;]{0,90}?:\s*/.exec(text.slice(start, end));
  const quote = around.inside.find((n) => quotes[n]!.start >= start && quotes[n]!.start < end);
  for (let n = 0; i + n < around.last && n < AUDIENCE; n++) {
    const token = tokens[i + n]!;
    if (token.start >= end) break;
    if (quoteOf[i + n]! >= 0) {
      const begin = quotes[quoteOf[i + n]!]!.start;
      if (n === 0 || isSetting(i, n)) return { start: begin, isThat: false };
      break;
    }
    if (token.norm === 'that' && (n === 0 || isSetting(i, n))) return { start: token.end, isThat: true };
  }
  if (colon && (quote === undefined || start + colon[0].length <= quotes[quote]!.start))
    return { start: start + colon[0].length, isThat: false };
  if (/^(?:tell|tells|told|telling|assure|assured|inform|informed)$/.test(tokens[head.last]!.norm)) {
    const to = phrases.startingAt(i, around.last);
    if (to) return { start: to.end, isThat: false };
  }
  const time = tokens[i];
  if (
    time &&
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/.test(time.norm)
  )
    return { start: time.end, isThat: false };
  return { start: afterSetting(i) ?? start, isThat: false };

  /** "said in an interview on Sunday he was open": where the clause begins whose subject a pronoun is. */
  function afterSetting(i: number): number | undefined {
    if (!SETTING.has(tokens[i]?.norm ?? '')) return undefined;
    for (let k = i + 2; k < Math.min(around.last, i + AUDIENCE) && quoteOf[k]! < 0; k++) {
      if (/[,;:]/.test(phrases.gap(k - 1))) return undefined;
      const isSubject = /^(?:he|she|they|there|we|it)$/.test(tokens[k]!.norm.replace(/['’].*/, ''));
      if (isSubject && !SETTING.has(tokens[k - 1]!.norm)) return tokens[k]!.start;
    }
    return undefined;
  }

  /** To whom, where, when: what may stand between the verb and what is said. */
  function isSetting(i: number, n: number): boolean {
    const words = tokens.slice(i, i + n);
    const first = words[0]!;
    const isTold = /^(?:tell|tells|told|telling|warn|warned|assured|informed|reminded|asked|urged)$/.test(
      tokens[head.last]!.norm,
    );
    return (
      (LIGHT.has(first.norm) && !/^(?:the|this|last|of|about|as|while|when)$/.test(first.norm)) ||
      isTold ||
      /^[^\p{L}]*$/u.test(text.slice(tokens[head.last]!.end, tokens[i + n]!.start))
    );
  }
}

import type { Token } from '../text/tokens.js';
import type { Phrase } from '../work.js';
import type { Phrases } from './phrases.js';

/** Who is quoted, from which word on the quoting stands, and by whom where that is said after it. */
export interface Quoted {
  readonly source: Phrase;
  readonly verb: number;
  readonly via?: Phrase | undefined;
}

const QUOTED = /^(?:quote|quotes|quoted|quoting|cite|cites|cited|citing)$/;
const SAYING = /^(?:saying|stating|telling|claiming|arguing|warning|explaining|insisting)$/;
const BACK = 14;

/** "KCNA quoted Kim as saying", "Kim was quoted as saying by KCNA": `i` is the place of "saying". */
export function quotedAs(
  phrases: Phrases,
  tokens: readonly Token[],
  i: number,
  from: number,
  to: number,
): Quoted | undefined {
  if (!SAYING.test(tokens[i]!.norm) || tokens[i - 1]?.norm !== 'as' || i - 2 < from) return undefined;
  for (let verb = i - 2; verb >= Math.max(from, i - BACK); verb--) {
    if (!QUOTED.test(tokens[verb]!.norm) || phrases.nameAt(verb)) continue;
    const by = [verb + 1, i + 1].find((at) => tokens[at]?.norm === 'by');
    const via = by === undefined ? undefined : phrases.startingAt(by + 1, to + 1);
    const source =
      verb === i - 2 || by === verb + 1
        ? whoIsQuoted(verb - 1)
        : (phrases.endingAt(i - 2, verb + 1) ?? phrases.startingAt(verb + 1, i - 1));
    return source && { source, verb, via };
  }
  return undefined;

  /** "Kim has been" before "quoted". */
  function whoIsQuoted(last: number): Phrase | undefined {
    let at = last;
    while (at >= from && /^(?:is|was|were|are|been|has|have|had|being|also|later)$/.test(tokens[at]!.norm))
      at--;
    return at >= from && at < last ? phrases.endingAt(at, from) : undefined;
  }
}

/** "Yonhap, citing KCNA, said", "Yonhap reported, citing two officials." What is no speaker is no source: "citing concerns". */
export function whomItCites(
  phrases: Phrases,
  tokens: readonly Token[],
  quoteOf: readonly number[],
  from: number,
  to: number,
): { readonly source: Phrase; readonly at: number } | undefined {
  for (let i = from + 1; i < to; i++) {
    if (
      !/^(?:citing|quoting)$/.test(tokens[i]!.norm) ||
      quoteOf[i]! >= 0 ||
      !/^,[”"’]? $/.test(phrases.gap(i - 1))
    )
      continue;
    const source = phrases.startingAt(i + 1, to + 1);
    // "citing Hong Kong's law": the name only says whose it is.
    const isWhole =
      source &&
      (source.last >= to || /^[,.;:]/.test(phrases.gap(source.last)) || isFurther(tokens, source.last + 1));
    if (isWhole && source.first === i + 1) return { source, at: i };
  }
  return undefined;
}

const isFurther = (tokens: readonly Token[], i: number) =>
  /^(?:in|from|at|with|who|familiar|close|as|near)$/.test(tokens[i]?.norm ?? '');

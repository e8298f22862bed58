import { adverbs, cueOf, type Cue } from '../words/cues.js';
import type { Parts, Phrase } from '../work.js';
import type { Phrases } from './phrases.js';

/** A verb of attribution with its speaker, where they stand: tokens from and to, both included. */
export interface Head {
  readonly source: Phrase;
  readonly cue: Cue;
  readonly first: number;
  readonly last: number;
  /** The speaker stands after the verb. */
  readonly isInverted: boolean;
  /** "according to". */
  readonly isAccording: boolean;
  /** A participle, whose speaker is that of the verb before it. */
  readonly isTrailing: boolean;
}

const ACCORDING: Cue = { act: 'SAYS', clause: true, bare: true, object: false };
const PASSIVE = new Set('is are was were be been being'.split(' '));
const NOT = new Set(
  'not never didnt doesnt dont hasnt havent cannot cant wont wouldnt to would could should might may can must will'.split(
    ' ',
  ),
);
const FAR = 25;
/** Words that a clause begins with which only says when, where or why. */
const SETTING = new Set(
  'following after before in on at during with by for as when since while despite although though because per amid if once upon until'.split(
    ' ',
  ),
);

/** The heads of a sentence, in their order; what stands between quotation marks is another's words. */
export function headsOf(
  { tokens, view, quoteOf }: Parts,
  phrases: Phrases,
  from: number,
  to: number,
): Head[] {
  const found: Head[] = [];
  for (let i = from; i <= to; i++) {
    if (quoteOf[i]! >= 0 || phrases.nameAt(i)) continue;
    const next = i < to && quoteOf[i + 1]! < 0 ? tokens[i + 1] : undefined;
    if (tokens[i]!.norm === 'according' && next?.norm === 'to') {
      const source = phrases.startingAt(i + 2, to + 1);
      if (source) {
        found.push({
          source,
          cue: ACCORDING,
          first: i,
          last: i + 1,
          isInverted: true,
          isAccording: true,
          isTrailing: false,
        });
        i = source.last;
      }
      continue;
    }
    const cue = cueOf(tokens[i]!.norm, next?.norm);
    if (!cue) continue;
    const last = i + cue.words - 1;
    const head = headAt(i, last, cue, found);
    if (head) {
      found.push(head);
      i = Math.max(last, head.isInverted ? head.source.last : last);
    }
  }
  return found;

  function headAt(i: number, last: number, cue: Cue, before: readonly Head[]): Head | undefined {
    const { norm } = tokens[i]!;
    let at = i - 1;
    // Auxiliaries and adverbs between speaker and verb.
    let isPassive = false;
    while (at >= from && quoteOf[at]! < 0 && adverbs.has(tokens[at]!.norm) && /^,? $/.test(phrases.gap(at))) {
      if (PASSIVE.has(tokens[at]!.norm)) isPassive = true;
      at--;
    }
    if (at >= from && NOT.has(tokens[at]!.norm.replace(/['’]/g, '')) && !phrases.nameAt(at)) return undefined;
    const isParticiple = norm.endsWith('ing');
    if (isPassive && !isParticiple) return undefined;
    const isBase = cueOf(`${norm}s`, undefined) !== undefined || /^(?:say|tell)$/.test(norm);
    if (isParticiple && !isPassive) {
      const own = leftSource(at);
      if (own && tokens[own.first - 1]?.norm === 'with') return make(own, cue, i, last, false, false);
      const subject = before.at(-1)?.source ?? subjectOf(i);
      const ahead = view.text.slice(Math.max(0, tokens[i]!.start - 3), tokens[i]!.start);
      const isApart = norm === 'saying' || tokens[i - 1]?.norm === 'by' || /[,”"’]\s*$/.test(ahead);
      if (!subject || !isApart) return undefined;
      return make(subject, cue, i, last, false, true);
    }
    // "She reiterated … and noted …": both are hers.
    if (at > from && /^(?:and|but)$/.test(tokens[at]!.norm) && !isBase && quoteOf[at]! < 0) {
      const subject = before.at(-1)?.source ?? subjectOf(i);
      if (subject) return make(subject, cue, i, last, false, true);
    }
    const left = leftSource(at);
    if (left && !(isBase && isOne(left))) return make(left, cue, i, last, false, false);
    if (left && isBase) return undefined;
    // "…," said Ortagus. What was said must stand before it.
    const ahead = view.text.slice(Math.max(0, tokens[i]!.start - 4), tokens[i]!.start);
    if (/[,”"’?!]['’]?\s*$/.test(ahead) || i === from) {
      const right = phrases.startingAt(last + 1, to + 1);
      if (right && phrases.isTied(last) && !isBase) return make(right, cue, i, last, true, false);
    }
    return undefined;
  }

  function isOne(phrase: Phrase): boolean {
    if (phrase.each) return false;
    const { norm } = tokens[phrase.head]!;
    return !/^(?:they|we|i|who|both|others|police|authorities)$/.test(norm) && !/[^s]s$/.test(norm);
  }

  function leftSource(at: number): Phrase | undefined {
    if (at < from || quoteOf[at]! >= 0) return undefined;
    const gap = phrases.gap(at);
    if (/^(?:['’]s?)? $/.test(gap) && gap === ' ') {
      const direct = phrases.endingAt(at, from);
      if (direct) return relative(direct) ?? direct;
    }
    // "Ann Linde, the foreign minister of Sweden, said"
    if (/^[,)—–-]+ $|^ [—–-] $/.test(gap)) {
      for (let i = at; i > Math.max(from, at - FAR); i--) {
        if (quoteOf[i]! >= 0) return undefined;
        if (!/^[,(—–]| [(—–-]/.test(phrases.gap(i - 1).replace(/^['’]s/, ''))) continue;
        // "the director of Amnesty, Mariela Belski, said": the name says who it is.
        const named = phrases.endingAt(at, i);
        if (named?.name?.kind === 'PERSON' && named.first === i) return named;
        const outer = phrases.endingAt(i - 1, from);
        if (outer && (outer.name || isClear(outer))) return outer;
        return undefined;
      }
    }
    return undefined;
  }

  function isClear(phrase: Phrase): boolean {
    return /^(?:he|she|they)$/.test(tokens[phrase.head]!.norm) || phrase.last > phrase.first;
  }

  /** Of "who" and "which" what they stand for. */
  function relative(phrase: Phrase): Phrase | undefined {
    const { norm } = tokens[phrase.head]!;
    if (!/^(?:who|which)$/.test(norm) || phrase.first - 1 < from) return undefined;
    if (!/^,? $/.test(phrases.gap(phrase.first - 1))) return undefined;
    return norm === 'who' ? phrases.endingAt(phrase.first - 1, from) : undefined;
  }

  /** The first phrase of the sentence that may act. */
  function subjectOf(before: number): Phrase | undefined {
    // "Following the win, Trump …": the clause that says when has a subject of its own.
    let start = from;
    if (SETTING.has(tokens[from]!.norm)) while (start < before && !/,/.test(phrases.gap(start++)));
    const first = quoteOf[start]! < 0 ? phrases.startingAt(start, before) : undefined;
    if (first) return first;
    for (let i = start; i < before; i++) {
      if (quoteOf[i]! >= 0) return undefined;
      const name = phrases.nameAt(i);
      const isState = name?.known.some((n) => n.entity.concept === 'Country');
      if (name && (name.kind === 'PERSON' || name.kind === 'BODY' || isState))
        return phrases.endingAt(name.last, from);
      if (/^(?:he|she|they)$/.test(tokens[i]!.norm)) return phrases.endingAt(i, from);
    }
    return undefined;
  }

  function make(
    source: Phrase,
    cue: Cue,
    first: number,
    last: number,
    isInverted: boolean,
    isTrailing: boolean,
  ): Head {
    return { source, cue, first, last, isInverted, isAccording: false, isTrailing };
  }
}

import { adverbs, cueOf, type Cue } from '../words/cues.js';
import type { Parts, Phrase } from '../work.js';
import { texts } from '../words/offices.js';
import { quotedAs, whomItCites } from './chains.js';
import type { Phrases } from './phrases.js';

/** A verb of attribution with its speaker, where they stand: tokens from and to, both included. */
export interface Head {
  readonly source: Phrase;
  /** Through whom it came; and whom the speaker cites, whose words it are then. */
  readonly via?: Phrase | undefined;
  readonly cites?: Phrase | undefined;
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
const SAYING =
  /^(?:say|says|said|tell|tells|told|claim|claims|claimed|explained|complained|recalled|insisted)$/;
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
    const quoted = quotedAs(phrases, tokens, i, from, to);
    if (quoted) {
      // "KCNA quoted Kim as saying": the quoting says nothing of its own.
      const quoting = found.at(-1);
      const isSame = quoting !== undefined && quoting.first >= quoted.verb;
      if (isSame) found.pop();
      const via = quoted.via ?? (isSame ? quoting.source : undefined);
      found.push({ ...make(quoted.source, cue, i, last, false, false), via });
      continue;
    }
    const head = headAt(i, last, cue, found);
    if (head) {
      found.push(head);
      i = Math.max(last, head.isInverted ? head.source.last : last);
    }
  }
  const cited = whomItCites(phrases, tokens, quoteOf, from, to);
  if (!cited) return found;
  // Who cites is whoever stands before the word; what is cited is the whole of what they report.
  const others = found.filter((h) => h.first !== cited.at);
  const citing = others.filter((h) => h.source.last < cited.at).at(-1);
  return others.map((h) => (h === citing ? { ...h, cites: cited.source } : h));

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
    // "read" and "put" are of the past as well.
    const isBase =
      !/^(?:read|put)$/.test(norm) &&
      (cueOf(`${norm}s`, undefined) !== undefined || /^(?:say|tell)$/.test(norm));
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
    // "ALDI, in a post on Tuesday, called it": the day belongs to what is put in.
    const left =
      leftSource(at) ?? (at < i - 1 ? leftSource(i - 1) : undefined) ?? memberOf(at) ?? anybody(at, norm);
    if (left && !(isBase && isOne(left))) return make(left, cue, i, last, false, false);
    if (left && isBase) return undefined;
    // "…," said Ortagus. What was said must stand before it.
    const ahead = view.text.slice(Math.max(0, tokens[i]!.start - 4), tokens[i]!.start);
    const isToSomebody = /^(?:tell|tells|told)$/.test(norm);
    if (!isToSomebody && (/[,”"’?!]['’]?\s*$/.test(ahead) || i === from)) {
      const right = phrases.startingAt(last + 1, to + 1);
      if (right && tokens[right.head]!.norm !== 'it' && phrases.isTied(last) && !isBase)
        return make(right, cue, i, last, true, false);
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
        if (quoteOf[i]! >= 0) return ofTitled(i);
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

  /** "Anna Franowska of “Have no fear”, a charity": a name in quotation marks is no speech. */
  function ofTitled(inside: number): Phrase | undefined {
    let i = inside;
    while (i > from && quoteOf[i] === quoteOf[inside]) i--;
    if (inside - i > 5 || !/^(?:of|from|at|for)$/.test(tokens[i]!.norm)) return undefined;
    const named = phrases.endingAt(i - 1, from);
    return named?.name ? named : undefined;
  }

  function isClear(phrase: Phrase): boolean {
    return /^(?:he|she|they)$/.test(tokens[phrase.head]!.norm) || phrase.last > phrase.first;
  }

  /** Of "who" and "which" what they stand for. */
  function relative(phrase: Phrase): Phrase | undefined {
    const { norm } = tokens[phrase.head]!;
    if (!/^(?:who|which)$/.test(norm) || phrase.first - 1 < from) return undefined;
    if (!/^,? $/.test(phrases.gap(phrase.first - 1))) return undefined;
    const before = phrases.endingAt(phrase.first - 1, from);
    // "a statement which read".
    return norm === 'who' || (before && texts.has(tokens[before.head]!.norm)) ? before : undefined;
  }

  /** "Regina Ip from the pro-Beijing camp said": what somebody is from may be any words. */
  function memberOf(at: number): Phrase | undefined {
    for (let i = at; i > Math.max(from, at - 6) && quoteOf[i]! < 0 && phrases.isTied(i); i--) {
      if (!/^(?:from|of|at|with)$/.test(tokens[i]!.norm)) continue;
      const person = phrases.nameAt(i - 1)?.kind === 'PERSON' && phrases.isTied(i - 1);
      if (person) return phrases.endingAt(i - 1, from);
    }
    return undefined;
  }

  /** "the archaeologists say", "his daughter said": who says something is somebody, whatever the word for them. */
  function anybody(at: number, verb: string): Phrase | undefined {
    if (!SAYING.test(verb) || at < from || phrases.gap(at) !== ' ') return undefined;
    for (let i = at; i > Math.max(from, at - 3) && !phrases.nameAt(i) && !tokens[i]!.capital; i--) {
      if (!phrases.isTied(i - 1) || quoteOf[i]! >= 0) return undefined;
      const determiner = tokens[i - 1]!.norm;
      if (
        /^(?:the|a|an|his|her|their|our|some|several|many|two|three)$/.test(determiner) &&
        !phrases.nameAt(i - 1)
      )
        return phrases.of(i - 1, at);
      if (NOT.has(tokens[i]!.norm) || adverbs.has(tokens[i]!.norm)) return undefined;
    }
    return undefined;
  }

  /** The first phrase of the sentence that may act. */
  function subjectOf(before: number): Phrase | undefined {
    // "Following the win, Trump …": the clause that says when has a subject of its own.
    let start = from;
    if (SETTING.has(tokens[from]!.norm)) while (start < before && !/,/.test(phrases.gap(start++)));
    const first = quoteOf[start]! < 0 ? phrases.startingAt(start, before) : undefined;
    if (first) return first;
    return firstActor(start, before) ?? (start > from ? firstActor(from, before) : undefined);
  }

  function firstActor(start: number, before: number): Phrase | undefined {
    for (let i = start; i < before; i++) {
      if (quoteOf[i]! >= 0) return undefined;
      const name = phrases.nameAt(i);
      const isState = name?.known.some((n) => n.entity.concept === 'Country');
      // A name that "also made this point" acts, whatever it is the name of.
      const acts = name && /^(?:also|later|then|has|had)$/.test(tokens[name.last + 1]?.norm ?? '');
      if (name && (name.kind === 'PERSON' || name.kind === 'BODY' || isState || acts))
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

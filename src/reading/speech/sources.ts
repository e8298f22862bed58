import { adverbs, cueOf } from '../words/cues.js';
import { texts } from '../words/offices.js';
import type { Parts, Phrase } from '../work.js';
import type { Phrases } from './phrases.js';

const FAR = 25;
const VERBS = new Set(
  'is are was were be been has have had do does did will would can could may might that who which not'.split(
    ' ',
  ),
);
const SAYING =
  /^(?:say|says|said|tell|tells|told|claim|claims|claimed|explained|complained|recalled|insisted)$/;
/** Before a verb they say that it is not so, or not yet. */
export const NOT = new Set(
  'not never didnt doesnt dont hasnt havent cannot cant wont wouldnt to would could should might may can must will'.split(
    ' ',
  ),
);
/** Words that a clause begins with which only says when, where or why. */
const SETTING = new Set(
  'following after before in on at during with by for as when since while despite although though because per amid if once upon until'.split(
    ' ',
  ),
);

/** Finds who may speak in a sentence, by where the verb stands: tokens `from` to `to`, both included. */
export class Sources {
  private readonly tokens: Parts['tokens'];
  private readonly quoteOf: Parts['quoteOf'];

  constructor(
    { tokens, quoteOf }: Parts,
    private readonly phrases: Phrases,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.tokens = tokens;
    this.quoteOf = quoteOf;
  }

  /** Who stands right before a verb, or before what is put in between: `at` is the last word before it. */
  before(at: number): Phrase | undefined {
    if (at < this.from || this.quoteOf[at]! >= 0) return undefined;
    const gap = this.phrases.gap(at);
    if (gap === ' ') {
      const direct = this.phrases.endingAt(at, this.from);
      if (direct) return this.relative(direct) ?? direct;
    }
    // "Ann Linde, the foreign minister of Sweden, said"
    if (/^[.,)—–-]+ $|^ [—–-] $/.test(gap)) {
      for (let i = at; i > Math.max(this.from, at - FAR); i--) {
        if (this.quoteOf[i]! >= 0) return this.ofTitled(i);
        if (!/^[,(—–]| [(—–-]/.test(this.phrases.gap(i - 1).replace(/^['’]s/, ''))) continue;
        // "the director of Amnesty, Mariela Belski, said": the name says who it is.
        const named = this.phrases.endingAt(at, i);
        if (named?.name?.kind === 'PERSON' && named.first === i && !this.phrases.gap(i - 1).includes('('))
          return named;
        // "Marley Anderson, 21, a junior, said".
        if (/^\d+$/.test(this.tokens[i - 1]!.norm)) continue;
        const outer = this.phrases.endingAt(i - 1, this.from);
        if (outer && (outer.name || this.isClear(outer))) return outer;
        return undefined;
      }
    }
    return undefined;
  }

  /** "Anna Franowska of “Have no fear”, a charity": a name in quotation marks is no speech. */
  private ofTitled(inside: number): Phrase | undefined {
    let i = inside;
    while (i > this.from && this.quoteOf[i] === this.quoteOf[inside]) i--;
    if (inside - i > 5 || !/^(?:of|from|at|for)$/.test(this.tokens[i]!.norm)) return undefined;
    const named = this.phrases.endingAt(i - 1, this.from);
    return named?.name ? named : undefined;
  }

  private isClear(phrase: Phrase): boolean {
    return /^(?:he|she|they)$/.test(this.tokens[phrase.head]!.norm) || phrase.last > phrase.first;
  }

  /** Of "who" and "which" what they stand for. */
  private relative(phrase: Phrase): Phrase | undefined {
    const { norm } = this.tokens[phrase.head]!;
    if (!/^(?:who|which)$/.test(norm) || phrase.first - 1 < this.from) return undefined;
    if (!/^,? $/.test(this.phrases.gap(phrase.first - 1))) return undefined;
    const before = this.phrases.endingAt(phrase.first - 1, this.from);
    // "a statement which read".
    return norm === 'who' || (before && texts.has(this.tokens[before.head]!.norm)) ? before : undefined;
  }

  /** "Regina Ip from the pro-Beijing camp said": what somebody is from may be any words. */
  memberOf(at: number): Phrase | undefined {
    for (let i = at; i > Math.max(this.from, at - 6) && this.quoteOf[i]! < 0 && this.phrases.isTied(i); i--) {
      if (!/^(?:from|of|at|with)$/.test(this.tokens[i]!.norm)) continue;
      const person = this.phrases.nameAt(i - 1)?.kind === 'PERSON' && this.phrases.isTied(i - 1);
      if (person) return this.phrases.endingAt(i - 1, this.from);
    }
    return undefined;
  }

  /** "the archaeologists say", "his daughter said": who says something is somebody, whatever the word for them. */
  anybody(at: number, verb: string): Phrase | undefined {
    if (!SAYING.test(verb) || at < this.from || this.phrases.gap(at) !== ' ') return undefined;
    return this.wholeSubject(at) ?? this.described(at);
  }

  /** "Seventy-four percent of voters say", "A person familiar with the plans says": all from where the clause begins. */
  private wholeSubject(at: number): Phrase | undefined {
    let i = at;
    while (i > this.from && at - i < 12 && this.quoteOf[i]! < 0 && this.phrases.isTied(i - 1)) i--;
    if (this.quoteOf[i]! >= 0 || (i > this.from && !/^[,;:—–] ?$/.test(this.phrases.gap(i - 1))))
      return undefined;
    if (i < at && /^(?:and|but|while|yet|so)$/.test(this.tokens[i]!.norm)) i++;
    const words = this.tokens.slice(i, at + 1);
    const isSubject =
      !SETTING.has(words[0]!.norm) &&
      !/^(?:who|which|that|what|it|there|this|if|he|she|they|we|i|you|to|not|as|how)$/.test(words[0]!.norm) &&
      words.length > 1 &&
      words.every((w) => !VERBS.has(w.norm) && (w === words[0] || !cueOf(w.norm, undefined)));
    return isSubject ? this.phrases.of(i, at) : undefined;
  }

  private described(at: number): Phrase | undefined {
    for (
      let i = at;
      i > Math.max(this.from, at - 3) && !this.phrases.nameAt(i) && !this.tokens[i]!.capital;
      i--
    ) {
      if (!this.phrases.isTied(i - 1) || this.quoteOf[i]! >= 0) return undefined;
      const determiner = this.tokens[i - 1]!.norm;
      if (
        /^(?:the|a|an|his|her|their|our|some|several|many|two|three)$/.test(determiner) &&
        !this.phrases.nameAt(i - 1)
      )
        return this.phrases.of(i - 1, at);
      if (NOT.has(this.tokens[i]!.norm) || adverbs.has(this.tokens[i]!.norm)) return undefined;
    }
    return undefined;
  }

  /** The first phrase of the sentence that may act. */
  subjectOf(before: number): Phrase | undefined {
    // "Following the win, Trump …": the clause that says when has a subject of its own.
    let start = this.from;
    if (SETTING.has(this.tokens[this.from]!.norm))
      while (start < before && !/,/.test(this.phrases.gap(start++)));
    const first = this.quoteOf[start]! < 0 ? this.phrases.startingAt(start, before) : undefined;
    if (first) return first;
    return (
      this.firstActor(start, before) ?? (start > this.from ? this.firstActor(this.from, before) : undefined)
    );
  }

  private firstActor(start: number, before: number): Phrase | undefined {
    for (let i = start; i < before; i++) {
      if (this.quoteOf[i]! >= 0) return undefined;
      const name = this.phrases.nameAt(i);
      const isState = name?.known.some((n) => n.entity.concept === 'Country');
      // A name that "also made this point" acts, whatever it is the name of.
      const acts = name && /^(?:also|later|then|has|had)$/.test(this.tokens[name.last + 1]?.norm ?? '');
      if (name && (name.kind === 'PERSON' || name.kind === 'BODY' || isState || acts))
        return this.phrases.endingAt(name.last, this.from);
      if (/^(?:he|she|they)$/.test(this.tokens[i]!.norm)) return this.phrases.endingAt(i, this.from);
    }
    return undefined;
  }

  /** “…,” said the 46-year-old. */
  heardOf(s: number, ahead: string): Phrase | undefined {
    return /[”"]\s*$/.test(ahead) && /^(?:the|a|an|his|her|one)$/.test(this.tokens[s]?.norm ?? '')
      ? this.phrases.upToMark(s, this.to + 1)
      : undefined;
  }
}

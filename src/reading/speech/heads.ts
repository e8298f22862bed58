import { adverbs, cueOf, type Cue } from '../words/cues.js';
import type { Parts, Phrase } from '../work.js';
import { texts } from '../words/offices.js';
import { quotedAs, whomItCites } from './chains.js';
import type { Phrases } from './phrases.js';
import { NOT, Sources } from './sources.js';

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
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** The heads of a sentence, in their order; what stands between quotation marks is another's words. */
export function headsOf(parts: Parts, phrases: Phrases, from: number, to: number): Head[] {
  const { tokens, view, quoteOf } = parts;
  const sources = new Sources(parts, phrases, from, to);
  const found: Head[] = [];
  for (let i = from; i <= to; i++) {
    if (quoteOf[i]! >= 0 || phrases.nameAt(i)) continue;
    const next = i < to && quoteOf[i + 1]! < 0 ? tokens[i + 1] : undefined;
    if (tokens[i]!.norm === 'according' && next?.norm === 'to') {
      const source = phrases.startingAt(i + 2, to + 1) ?? phrases.upToMark(i + 2, to + 1);
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
      // "Clinton on Tuesday said".
      const isOn = at > from && tokens[at]!.norm === 'on' && DAY.test(tokens[at + 1]!.norm);
      if (isOn && phrases.isTied(at - 1) && phrases.gap(at + 1) === ' ') at--;
    }
    if (at >= from && NOT.has(tokens[at]!.norm.replace(/['’]/g, '')) && !phrases.nameAt(at)) return undefined;
    const isParticiple = norm.endsWith('ing');
    if (isPassive && !isParticiple) return undefined;
    // "read" and "put" are of the past as well.
    const isBase =
      !/^(?:read|put)$/.test(norm) &&
      (cueOf(`${norm}s`, undefined) !== undefined || /^(?:say|tell)$/.test(norm));
    if (isParticiple && !isPassive) {
      const own = sources.before(at);
      if (own && tokens[own.first - 1]?.norm === 'with') return make(own, cue, i, last, false, false);
      const subject = before.at(-1)?.source ?? sources.subjectOf(i);
      const ahead = view.text.slice(Math.max(0, tokens[i]!.start - 3), tokens[i]!.start);
      const isApart = norm === 'saying' || tokens[i - 1]?.norm === 'by' || /[,”"’]\s*$/.test(ahead);
      if (!subject || !isApart) return undefined;
      return make(subject, cue, i, last, false, true);
    }
    // "She reiterated … and noted …": both are hers.
    if (at > from && /^(?:and|but)$/.test(tokens[at]!.norm) && !isBase && quoteOf[at]! < 0) {
      const subject = before.at(-1)?.source ?? sources.subjectOf(i);
      if (subject) return make(subject, cue, i, last, false, true);
    }
    // "ALDI, in a post on Tuesday, called it": the day belongs to what is put in.
    const left =
      sources.before(at) ??
      (at < i - 1 ? sources.before(i - 1) : undefined) ??
      sources.memberOf(at) ??
      sources.anybody(at, norm);
    if (cue.text && !(left && texts.has(tokens[left.head]!.norm))) return undefined;
    if (left && !(isBase && isOne(left))) return make(left, cue, i, last, false, false);
    if (left && isBase) return undefined;
    // "…," said Ortagus. What was said must stand before it.
    const ahead = view.text.slice(Math.max(0, tokens[i]!.start - 4), tokens[i]!.start);
    const isToSomebody = /^(?:tell|tells|told)$/.test(norm);
    if (!isToSomebody && (/[,”"’?!]['’]?\s*$/.test(ahead) || i === from)) {
      const right = phrases.startingAt(last + 1, to + 1) ?? sources.heardOf(last + 1, ahead);
      if (right && speaksAfter(right) && phrases.isTied(last) && !isBase)
        return make(right, cue, i, last, true, false);
    }
    return undefined;
  }

  /** A pronoun after the verb speaks only where nothing is told of it: "…, said she." */
  function speaksAfter({ head, last }: Phrase): boolean {
    const { norm } = tokens[head]!;
    if (norm === 'it') return false;
    return !/^(?:he|she|they|i|we)$/.test(norm) || last >= to || /^[,.;:“"]/.test(phrases.gap(last).trim());
  }

  function isOne(phrase: Phrase): boolean {
    if (phrase.each) return false;
    const { norm } = tokens[phrase.head]!;
    return !/^(?:they|we|i|who|both|others|police|authorities)$/.test(norm) && !/[^s]s$/.test(norm);
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

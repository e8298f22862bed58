import { isOwner } from '../text/tokens.js';
import { cueOf } from '../words/cues.js';
import { bodies, before, offices, unnamed } from '../words/offices.js';
import type { Name, Parts, Phrase } from '../work.js';

const PRONOUNS = new Set('he she they we i it who which both others those'.split(' '));
const DETERMINERS = new Set(
  'the a an his her its their our this that these those some several many two three four five both another other one most all'.split(
    ' ',
  ),
);
const LINKS = new Set('for of in from at with to inside close near by'.split(' '));
const NEVER = new Set(
  'and or but that which who whom when while as if than then to of in on at by for from with about is are was were be been has have had not said says say told also because after before during where how why what so yet nor'.split(
    ' ',
  ),
);
const FAR = 9;

/** Finds the phrases that may name a speaker, from their end or from their beginning. */
export class Phrases {
  private readonly nameOf = new Map<number, Name>();

  constructor(
    private readonly parts: Parts,
    names: readonly Name[],
  ) {
    for (const name of names) for (let i = name.first; i <= name.last; i++) this.nameOf.set(i, name);
  }

  nameAt(i: number): Name | undefined {
    return this.nameOf.get(i);
  }

  /** The text between a token and the next. */
  gap(i: number): string {
    const { tokens, view } = this.parts;
    const next = tokens[i + 1];
    return next ? view.text.slice(tokens[i]!.end, next.start) : view.text.slice(tokens[i]!.end);
  }

  isTied(i: number): boolean {
    return /^(?:['’]s?)?[ -]$/.test(this.gap(i)) || this.gap(i) === '. ';
  }

  /** The phrase whose last word this is. */
  endingAt(e: number, least = 0): Phrase | undefined {
    const { tokens } = this.parts;
    const token = tokens[e];
    if (!token || e < least) return undefined;
    if (PRONOUNS.has(token.norm) && !this.nameOf.has(e)) return this.phrase(e, e, e);
    const name = this.nameOf.get(e);
    if (name) {
      if (name.last !== e || name.first < least) return undefined;
      const first = Math.max(least, name.title?.first ?? name.first);
      const made = this.phrase(this.withArticle(first, least), e, e, name);
      if (name.kind === 'PERSON') {
        // "Steven Wolf at Saint Francis": the second is a house.
        const whole = this.through(made, least);
        return whole?.name?.kind === 'PERSON' ? whole : this.joined(this.described(made, least), least);
      }
      const called = this.calledWhat(made, least);
      if (called) return called;
      if (!this.isOpen(name)) return this.joined(made, least);
      return this.through(made, least) ?? this.joined(made, least);
    }
    if (!isNoun(token.norm)) return undefined;
    const first = this.leftOf(e, least);
    const made = this.phrase(first, e, e);
    return this.through(made, least) ?? made;
  }

  /** "the news agency Yonhap" from "Yonhap". */
  private calledWhat(phrase: Phrase, least: number): Phrase | undefined {
    const { tokens } = this.parts;
    const noun = phrase.first - 1;
    if (noun < least || this.nameOf.has(noun) || !bodies.has(tokens[noun]!.norm) || this.gap(noun) !== ' ')
      return undefined;
    const first = this.leftOf(noun, least);
    return { ...phrase, first, start: tokens[first]!.start };
  }

  // A topic is nobody; a demonym is one only with its noun.
  private isOpen(name: Name): boolean {
    return name.known.every((n) => n.entity.concept !== 'Person');
  }

  /** "a spokesman for the ministry" from "the ministry". */
  private through(phrase: Phrase, least: number): Phrase | undefined {
    const { tokens } = this.parts;
    const at = phrase.first - 1;
    if (at - 1 < least || !this.isTied(at) || !LINKS.has(tokens[at]!.norm) || !this.isTied(at - 1))
      return undefined;
    const head = this.endingAt(at - 1, least);
    const noun = head && tokens[head.head]!.norm;
    // "Lucy Fischer of The Times".
    if (head?.name?.kind === 'PERSON' && /^(?:of|from|at)$/.test(tokens[at]!.norm))
      return { ...head, last: phrase.last, end: phrase.end };
    // "The Aam Aadmi Party in Goa".
    const isBranch = head?.name?.kind === 'BODY' && tokens[at]!.norm === 'in';
    if (!head || (head.name && !isBranch) || !noun || (!isBranch && !isNoun(noun))) return undefined;
    return { ...head, last: phrase.last, end: phrase.end };
  }

  /** What stands before a name up to the beginning of its clause is of it: "Birmingham City University criminology professor". */
  private described(phrase: Phrase, least: number): Phrase {
    const { tokens, quoteOf } = this.parts;
    // An article is the first of a phrase.
    let isMoved = false;
    for (let i = phrase.first - 1; i >= Math.max(least, phrase.first - FAR) - 1; i--) {
      const isEdge =
        i < least || quoteOf[i]! >= 0 || /[,;:”"’]\s*$|^[”"]/.test(this.gap(i).replace(/^['’]s/, ''));
      if (isEdge) return { ...phrase, first: i + 1, start: tokens[i + 1]!.start };
      const name = this.nameOf.get(i);
      if (!this.isTied(i) || name?.kind === 'PERSON') break;
      // "the director of Black Panther" is not of that name.
      if (!name && NEVER.has(tokens[i]!.norm) && (tokens[i]!.norm !== 'of' || i === phrase.first - 1)) break;
      const { norm } = tokens[i]!;
      if (!name && (cueOf(norm, undefined) || norm.endsWith('ed') || isMoved)) break;
      isMoved ||= !name && DETERMINERS.has(norm);
    }
    return phrase;
  }

  /** "Russia and China", "Trump and Kim". */
  private joined(phrase: Phrase, least: number): Phrase {
    const { tokens } = this.parts;
    const and = phrase.first - 1;
    if (and - 1 < least || tokens[and]!.norm !== 'and' || !this.isTied(and)) return phrase;
    const name = this.nameOf.get(and - 1);
    const isList = name && name.last === and - 1 && name.first >= least && !isOwner(tokens[and - 1]!);
    if (!isList || !/^,? $/.test(this.gap(and - 1)) || name.kind === 'OTHER') return phrase;
    if (name.known.length > 0 && name.known.every((n) => n.kind === 'DEMONYM')) return phrase;
    const other = this.endingAt(and - 1, least);
    if (!other) return phrase;
    const each = [...(other.each ?? [other]), phrase];
    return { ...phrase, first: other.first, start: other.start, each };
  }

  /** How far a phrase goes to the left of its noun. */
  private leftOf(e: number, least: number): number {
    const { tokens } = this.parts;
    let sure = e;
    for (let i = e - 1; i >= Math.max(least, e - FAR); i--) {
      if (!this.isTied(i)) break;
      const { norm } = tokens[i]!;
      const name = this.nameOf.get(i);
      if (DETERMINERS.has(norm) && !name) {
        sure = i;
        const previous = tokens[i - 1];
        if (
          i - 1 >= least &&
          previous &&
          /^(?:the|his|her|their|all|both)$/.test(previous.norm) &&
          this.isTied(i - 1)
        )
          sure = i - 1;
        break;
      }
      if (name) {
        if (name.first < least) break;
        i = name.first;
        sure = this.withArticle(name.title?.first ?? name.first, least);
        if (sure < i) break;
      } else if (isNoun(norm) || before.has(norm)) sure = i;
      else if (NEVER.has(norm)) break;
    }
    return sure;
  }

  private withArticle(first: number, least: number): number {
    const { tokens } = this.parts;
    const i = first - 1;
    return i >= least && /^(?:the|a|an|host)$/.test(tokens[i]!.norm) && this.isTied(i) ? i : first;
  }

  /** The phrase whose first word this is. */
  startingAt(s: number, most = this.parts.tokens.length): Phrase | undefined {
    const { tokens } = this.parts;
    const token = tokens[s];
    if (!token || s >= most) return undefined;
    if (PRONOUNS.has(token.norm) && !this.nameOf.has(s)) return this.phrase(s, s, s);
    let head = -1;
    for (let i = s; i < Math.min(most, s + FAR + 3); i++) {
      const name = this.nameOf.get(i);
      if (name) {
        if (name.first < i) break;
        i = name.last;
        head = i;
        if (name.kind === 'PERSON') return this.phrase(s, i, i, name);
        if (!this.isTied(i)) return this.phrase(s, i, i, name);
        // "Rutgers University political scholar Kelly Dittmar".
        if (name.kind === 'BODY' && this.personAfter(i)) continue;
        const next = this.nameOf.get(i + 1);
        const word = tokens[i + 1]?.norm ?? '';
        if (next || isNoun(word) || before.has(word) || isOwner(tokens[i]!)) continue;
        return this.phrase(s, i, i, name);
      }
      const { norm } = tokens[i]!;
      if (isNoun(norm)) {
        head = i;
        const next = tokens[i + 1];
        if (this.personAfter(i)) continue;
        const goesOn =
          next && this.isTied(i) && (isNoun(next.norm) || before.has(next.norm) || this.nameOf.has(i + 1));
        if (goesOn) continue;
        const by = this.byWhom(i);
        const issuer = by === undefined ? undefined : this.startingAt(by + 1, most);
        if (issuer) return this.phrase(s, issuer.last, i);
        if (next && this.isTied(i) && LINKS.has(next.norm) && this.isTied(i + 1)) {
          const more = this.startingAt(i + 2, most);
          if (more) return this.phrase(s, more.last, i);
        }
        return this.phrase(s, i, i);
      }
      if (i > s && NEVER.has(norm)) break;
      if (i === s && NEVER.has(norm)) return undefined;
      if (!this.isTied(i)) break;
    }
    return head >= 0 ? this.phrase(s, head, head, this.nameOf.get(head)) : undefined;
  }

  /** Of "a tweet on Monday by", "a statement released by" the last word. */
  private byWhom(noun: number): number | undefined {
    const { tokens } = this.parts;
    for (let k = noun + 1; k <= noun + 4 && this.isTied(k - 1); k++) {
      if (tokens[k]?.norm === 'by') return k;
      if (!/^(?:on|released|issued|published|posted|yesterday|today|\p{L}+day)$/u.test(tokens[k]?.norm ?? ''))
        break;
    }
    return undefined;
  }

  /** "student protester Joshua Wong": a name follows within three words. */
  private personAfter(i: number): boolean {
    const { tokens } = this.parts;
    for (let k = i; k < i + 5 && this.isTied(k); k++) {
      const name = this.nameOf.get(k + 1);
      if (name) return name.kind === 'PERSON' && name.first === k + 1;
      if (NEVER.has(tokens[k + 1]?.norm ?? 'of')) return false;
    }
    return false;
  }

  /** All words up to the next mark, where none of them is known for a speaker. */
  upToMark(s: number, most: number): Phrase | undefined {
    let last = s;
    while (last + 1 < most && last - s < FAR && this.isTied(last)) last++;
    const isWhole = last < most && (last + 1 === most || /^[,.;:]/.test(this.gap(last)));
    return isWhole && this.parts.quoteOf[s]! < 0 ? this.of(s, last) : undefined;
  }

  /** Words for somebody, of which the last says what they are. */
  of(first: number, last: number): Phrase {
    return this.phrase(first, last, last);
  }

  private phrase(first: number, last: number, head: number, name?: Name): Phrase {
    const { tokens } = this.parts;
    return {
      first,
      last,
      head,
      start: tokens[first]!.start,
      end: tokens[last]!.end,
      ...(name ? { name } : {}),
    };
  }
}

const isNoun = (norm: string): boolean => offices.has(norm) || unnamed.has(norm) || bodies.has(norm);

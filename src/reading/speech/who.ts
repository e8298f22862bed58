import { splitWords } from '../../model/fold.js';
import { knownOf } from '../linking/figure.js';
import type { Entity, Knowledge } from '../knowledge/knowledge.js';
import { ownerOf } from '../names/find.js';
import { bodies, female, male, offices, texts, unnamed } from '../words/offices.js';
import type { Attribution, Figure, Name, Parts, Phrase, Who } from '../work.js';
import { holderOf } from './holder.js';
import { isSame } from './same.js';

interface Scene {
  readonly parts: Parts;
  readonly names: readonly Name[];
  readonly figureOf: ReadonlyMap<Name, Figure>;
  readonly knowledge: Knowledge;
  readonly day: string;
}

/** How many sentences back a pronoun may reach, and how many ahead an office may wait for its name. */
const BACK = 8;
const AHEAD = 4;
/** Texts that speak for whoever issues them. */
const ISSUED = /^(?:statement|release|letter|communique|announcement|memo|post|tweet)$/;

/** Says of each attribution who speaks in it, in the order of the text: names, offices, pronouns, several, nobody named. */
export function resolveWho(attributions: readonly Attribution[], scene: Scene): void {
  const { parts, names, figureOf, knowledge, day } = scene;
  const { tokens, view, sentenceOf, quoteOf } = parts;
  let last: { who: Who; sentence: number } | undefined;
  const ordered = [...attributions].sort((a, b) => a.source.first - b.source.first);
  const sources = new Set(ordered.map((a) => a.source));
  ordered.forEach((attribution, i) => {
    const { via } = attribution;
    if (via && !sources.has(via)) attribution.viaWho = of(via, i);
    const who = of(attribution.source, i);
    if (!who) return;
    attribution.who = who;
    const sentence = sentenceOf[attribution.source.first]!;
    last = { who, sentence };
  });
  // Who tells another's words may come after them.
  for (const attribution of ordered)
    if (attribution.via && sources.has(attribution.via))
      attribution.viaWho = ordered.find((a) => a.source === attribution.via)!.who;

  function of(phrase: Phrase, i: number): Who | undefined {
    if (phrase.each) {
      const each = phrase.each.map((p) => of(p, i)).filter((w): w is Who => Boolean(w));
      return each.length > 1 ? { is: 'several', each } : each[0];
    }
    const head = tokens[phrase.head]!.norm;
    if (!phrase.name && /^(?:he|she)$/.test(head)) return pronoun(phrase, head === 'she' ? 'F' : 'M');
    if (!phrase.name && /^(?:they|we|both|i|who|which|it|others|those)$/.test(head))
      return plural(phrase, head);
    if (phrase.name && (phrase.name.last === phrase.last || phrase.name.kind === 'PERSON'))
      return named(phrase.name);
    return described(phrase, i);
  }

  function named(name: Name): Who | undefined {
    const figure = figureOf.get(name);
    if (figure) return { is: 'figure', figure };
    if (name.kind === 'KNOWN') {
      const entity = ownerOf(name.known);
      return entity && { is: 'entity', entity, name, ...literalOf(name, entity) };
    }
    const text = exact(name);
    const body = bodyOf(text, name.owner);
    if (body) return { is: 'entity', entity: body, name };
    if (name.kind === 'BODY' || /^\p{Lu}{2,}/u.test(text))
      return { is: 'body', text, ...(name.owner ? { owner: name.owner } : {}) };
    return { is: 'body', text };
  }

  function literalOf(name: Name, entity: Entity): { literal?: Entity } {
    const metonym = name.known.find((n) => n.entity === entity)?.kind === 'METONYM';
    const place = name.known.find((n) => n.entity.concept === 'Place')?.entity;
    return metonym && place ? { literal: place } : {};
  }

  function bodyOf(text: string, owner: Entity | undefined): Entity | undefined {
    const found = knowledge.names.longest((n) => splitWords(text)[n]);
    const organization = found?.values.find((n) => n.entity.concept === 'Organization')?.entity;
    return organization && (!owner || organization.country === owner.id) ? organization : undefined;
  }

  /** He or she: the last speaker of the same or the paragraph before, else who the sentence before is about. */
  function pronoun(phrase: Phrase, sex: 'F' | 'M'): Who | undefined {
    const here = sentenceOf[phrase.first]!;
    const fits = (figure: Figure) => !figure.sex || figure.sex === sex;
    const paragraph = (s: number) => parts.sentences[s]?.paragraph ?? -1;
    // Whom the same sentence has named before, outside of quotations.
    const before = names.filter(
      (n) => n.first < phrase.first && quoteOf[n.first]! < 0 && figureOf.has(n) && fits(figureOf.get(n)!),
    );
    const nearest = before.filter((n) => sentenceOf[n.first]! >= here - 1);
    const choose = (figure: Figure): Who => {
      figure.sex ??= sex;
      return { is: 'figure', figure };
    };
    const same = nearest.filter((n) => sentenceOf[n.first] === here)[0];
    if (same) return choose(figureOf.get(same)!);
    if (
      last?.who.is === 'figure' &&
      fits(last.who.figure) &&
      paragraph(here) - paragraph(last.sentence) <= 1 &&
      here - last.sentence <= BACK
    ) {
      const subject = nearest.find((n) => sentenceOf[n.first]! > last!.sentence && beginsSentence(n));
      return choose(subject ? figureOf.get(subject)! : last.who.figure);
    }
    if (
      last?.who.is === 'unnamed' &&
      paragraph(here) - paragraph(last.sentence) <= 1 &&
      !nearest.length &&
      mayBe(last.who.text, sex)
    )
      return last.who;
    // Whom the sentences before are about: the last of them that begins with somebody.
    const topic = before.filter((n) => sentenceOf[n.first]! >= here - BACK && beginsSentence(n)).at(-1);
    // Where the sentence before names one alone, it is who it is about, whatever came before.
    const alone = new Set(nearest.map((n) => figureOf.get(n)!)).size === 1 ? nearest[0] : undefined;
    const subject = alone ?? topic ?? nearest.find(isSubject) ?? nearest[0];
    if (subject) return choose(figureOf.get(subject)!);
    const far = before.filter((n) => sentenceOf[n.first]! >= here - BACK).at(-1);
    return far && choose(figureOf.get(far)!);
  }

  /** His daughter is no he, and relatives are neither. */
  function mayBe(words: string, sex: 'F' | 'M'): boolean {
    const noun = splitWords(words).at(-1) ?? '';
    const other = sex === 'F' ? male : female;
    return !other.has(noun) && !/[^s]s$/.test(noun);
  }

  /** It stands at the beginning of its sentence, but for its title and a word or two. */
  function beginsSentence(name: Name): boolean {
    const first = name.title?.first ?? name.first;
    return isSubject(name) && (first < 5 || sentenceOf[first - 5] !== sentenceOf[first]);
  }

  /** It stands first in its sentence, but for a title. */
  function isSubject(name: Name): boolean {
    const sentence = sentenceOf[name.first]!;
    const first = name.title?.first ?? name.first;
    return !names.some((n) => n.first < first && sentenceOf[n.first] === sentence && figureOf.has(n));
  }

  function plural(phrase: Phrase, word: string): Who | undefined {
    const here = sentenceOf[phrase.first]!;
    if (word === 'it' && last && here - last.sentence <= 3)
      return last.who.is === 'figure' || last.who.is === 'several' ? undefined : last.who;
    if (/^(?:they|both)$/.test(word) && last && here - last.sentence <= 3 && last.who.is !== 'figure')
      return last.who;
    return undefined;
  }

  /** "the State Department spokeswoman", "officials in Seoul", "the two leaders". */
  function described(phrase: Phrase, i: number): Who | undefined {
    const words = tokens.slice(phrase.first, phrase.last + 1);
    const text = view.text.slice(phrase.start, phrase.end);
    const noun = tokens[phrase.head]!.norm;
    const inside = names.filter((n) => n.first >= phrase.first && n.last <= phrase.last);
    const known = inside.find((n) => n.kind === 'KNOWN' && ownerOf(n.known)) ?? inside.find((n) => n.owner);
    const owner = known && (ownerOf(known.known) ?? known.owner);
    const isTwo = words.some((w) => /^(?:two|both)$/.test(w.norm));
    if (isTwo) {
      const pair = pairBefore(phrase, /^(?:sides|countries|nations|delegations|governments)$/.test(noun));
      if (pair) return pair;
    }
    if (texts.has(noun)) {
      const person = ISSUED.test(noun) ? inside.find((n) => n.kind === 'PERSON') : undefined;
      if (person) return named(person);
      if (owner) return { is: 'entity', entity: owner, name: known };
      const issuer = ISSUED.test(noun) ? (inside[0] ?? issuerOf(phrase)) : undefined;
      if (issuer) return named(issuer);
      const isTheirs = last && /^(?:the|his|her|its)$/.test(words[0]!.norm) && last.who.is !== 'figure';
      return isTheirs ? last!.who : { is: 'unnamed', text };
    }
    const isIndefinite = /^(?:a|an|another|one|some|several|many)$/.test(words[0]!.norm);
    if (unnamed.has(noun) || (isIndefinite && offices.has(noun)))
      return { is: 'unnamed', text, ...(owner ? { of: owner } : {}) };
    if (offices.has(noun)) {
      const office = words
        .filter((w) => !inside.some((n) => w.start >= n.start && w.end <= n.end))
        .map((w) => w.text)
        .join(' ')
        .replace(/^(?:the|its|their|his|her|this|that)\s+/i, '');
      const figure = officer(phrase, noun, owner, i);
      if (figure) {
        if (!figure.titles.some((t) => t.owner))
          figure.titles.push({ ...phrase, office, ...(owner ? { owner } : {}) });
        return { is: 'figure', figure };
      }
      const holder = owner && holderOf(knowledge, owner, splitWords(office), day);
      if (holder) return { is: 'entity', entity: holder };
      return { is: 'unnamed', text, ...(owner ? { of: owner } : {}) };
    }
    if (bodies.has(noun)) {
      const full = inside.find(
        (n) => n.kind === 'BODY' && (n.last === phrase.last || n.last === phrase.head),
      );
      if (full) return named(full);
      const before = names
        .filter((n) => n.kind === 'BODY' && n.first < phrase.first && tokens[n.last]!.norm === noun)
        .at(-1);
      if (before && !owner) return named(before);
      if (owner && /^(?:government|administration|side|delegation|cabinet|team|presidency)$/.test(noun))
        return { is: 'entity', entity: owner, name: known };
      const body = text.replace(/^(?:the|its)\s+/i, '');
      if (owner) return { is: 'body', text: body, owner };
      return inside.length ? { is: 'body', text: body } : { is: 'unnamed', text };
    }
    // "his daughter", "the archaeologists": words for somebody that are no office.
    return phrase.name ? undefined : { is: 'unnamed', text };
  }

  /** Whose statement it is: "Facebook released a statement". */
  function issuerOf(phrase: Phrase): Name | undefined {
    const sentence = sentenceOf[phrase.first]!;
    return names.find(
      (n) => n.first < phrase.first && sentenceOf[n.first] === sentence && quoteOf[n.first]! < 0,
    );
  }

  /** Who of the article has the office: named with it before, or after; or one without any office who speaks next. */
  function officer(phrase: Phrase, noun: string, owner: Entity | undefined, i: number): Figure | undefined {
    const figures = [...new Set(figureOf.values())];
    const held = figures.filter((f) =>
      f.titles.some(
        (t) =>
          splitWords(t.office).at(-1) === noun &&
          (!owner || !t.owner || t.owner === owner || t.owner.country === owner.id),
      ),
    );
    const before = held.filter((f) => f.names.some((n) => n.first < phrase.first));
    const recent = before.sort((a, b) => lastBefore(b, phrase.first) - lastBefore(a, phrase.first))[0];
    if (recent) return recent;
    if (held.length === 1) return held[0];
    const known = figures.filter(
      (f) =>
        f.link?.entity &&
        knownOf(f.link.entity, knowledge, day).offices.some(
          (o) =>
            splitWords(o.title).includes(noun) &&
            (!owner || o.of.id === owner.id || o.state?.id === owner.id),
        ),
    );
    if (known.length === 1) return known[0];
    if (owner && figures.length) {
      // The article speaks of an office first and names who holds it in the next passage.
      const next = ordered
        .slice(i + 1, i + 1 + AHEAD)
        .find((a) => a.source.name && figureOf.has(a.source.name));
      const figure = next && figureOf.get(next.source.name!);
      const isFirst = figure && Math.min(...figure.names.map((n) => n.first)) > phrase.first;
      if (
        figure &&
        isFirst &&
        !figure.titles.length &&
        sentenceOf[next.source.first]! - sentenceOf[phrase.first]! <= AHEAD
      )
        return figure;
    }
    return undefined;
  }

  function lastBefore(f: Figure, at: number): number {
    return Math.max(-1, ...f.names.filter((n) => n.first < at).map((n) => n.first));
  }

  /** The last two that were named: people for leaders, states for sides. */
  function pairBefore(phrase: Phrase, areStates: boolean): Who | undefined {
    const each: Who[] = [];
    for (const name of [...names].reverse()) {
      if (name.first >= phrase.first) continue;
      const who = named(name);
      if (!who || (areStates ? who.is !== 'entity' || who.entity.concept !== 'Country' : who.is !== 'figure'))
        continue;
      if (each.some((w) => isSame(w, who))) continue;
      each.unshift(who);
      if (each.length === 2) return { is: 'several', each };
    }
    return undefined;
  }

  function exact({ start, end }: { start: number; end: number }): string {
    return view.text.slice(start, end);
  }
}

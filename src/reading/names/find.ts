import { particles } from '../../model/names/titles.js';
import { wordsOfName, type Knowledge, type Named } from '../knowledge/knowledge.js';
import { isOwner, type Token } from '../text/tokens.js';
import { common, things } from '../words/common.js';
import { outlets } from '../words/outlets.js';
import { bodyNames, before, forms, offices } from '../words/offices.js';
import type { Name, Parts, Title } from '../work.js';

const papers = new Set(outlets.map((name) => wordsOfName(name).join(' ')));

/** The names in a text: those the graph has, and runs of capitals that nobody knows yet. */
export function findNames(
  { tokens, view, sentences, sentenceOf, quotes, quoteOf }: Parts,
  knowledge: Knowledge,
): Name[] {
  const text = view.text;
  const names: Name[] = [];
  const lower = new Set(tokens.filter((t) => !t.capital).map((t) => t.norm));
  const begins = (i: number) =>
    i === 0 ||
    sentenceOf[i] !== sentenceOf[i - 1] ||
    sentences[sentenceOf[i]!]?.start === tokens[i]!.start ||
    (quoteOf[i]! >= 0 && quotes[quoteOf[i]!]!.inner.start === tokens[i]!.start) ||
    /[:–—•*]\s*$/.test(text.slice(Math.max(0, tokens[i]!.start - 3), tokens[i]!.start));
  const tied = (i: number) => i + 1 < tokens.length && adjoins(text, tokens[i]!, tokens[i + 1]!);

  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    // "Mayor de Blasio".
    if (particles.has(token.norm) && !token.capital && tied(i) && tokens[i + 1]!.capital && titleBefore(i)) {
      const last = runFrom(i + 1);
      if (last > i) {
        names.push(named(i, last, { kind: 'PERSON', known: [] }));
        i = last + 1;
        continue;
      }
    }
    if (!token.capital && !/^\p{N}/u.test(token.text)) {
      const topic = hit(knowledge, tokens, i, tied, text);
      if (topic && topic.known.every((n) => n.entity.concept === 'Topic'))
        names.push(span(tokens, i, i + topic.length - 1, { kind: 'KNOWN', known: topic.known }));
      i += topic ? topic.length : 1;
      continue;
    }
    const found = hit(knowledge, tokens, i, tied, text);
    const run = runFrom(i);
    // "Captain America" is no state.
    const isTitled =
      i > 0 && tied(i - 1) && tokens[i - 1]!.capital && isOffice(tokens[i - 1]!) && isLand(found);
    if (isTitled) {
      names.push(span(tokens, i, i + found!.length - 1, { kind: 'OTHER', known: [] }));
      i += found!.length;
      continue;
    }
    if (found && !(run > i + found.length - 1 && goesBeyond(i, found, run))) {
      const person = found.known.filter((n) => n.entity.concept === 'Person');
      const last = i + found.length - 1;
      if (person.length && person.length === found.known.length)
        names.push(named(i, last, { kind: 'PERSON', known: person }));
      else names.push(span(tokens, i, last, { kind: 'KNOWN', known: found.known }));
      i = last + 1;
      continue;
    }
    if (run < i) {
      i++;
      continue;
    }
    const words = tokens.slice(i, run + 1);
    if (
      words.some((t) => bodyNames.has(t.norm)) &&
      !words.every((t) => bodyNames.has(t.norm) || offices.has(t.norm))
    ) {
      names.push(
        span(tokens, i, run, { kind: 'BODY', known: [], ...(found ? { owner: ownerOf(found.known) } : {}) }),
      );
    } else if (words.every((t) => bodyNames.has(t.norm))) {
      const owner = names.at(-1)?.last === i - 1 ? names.at(-1) : undefined;
      const state = owner?.kind === 'KNOWN' ? ownerOf(owner.known) : undefined;
      names.push(span(tokens, i, run, { kind: 'BODY', known: [], ...(state ? { owner: state } : {}) }));
    } else names.push(named(i, run, { kind: kindOf(i, run), known: [] }));
    i = run + 1;
  }
  return names.map(housed).map(halved);

  /** The White House is of the United States, also where no record says so. */
  function housed(name: Name): Name {
    if (name.kind === 'KNOWN' || name.owner) return name;
    const { first, last } = name;
    const words = wordsBetween(first, last);
    if (papers.has(words)) return span(tokens, first, last, { kind: 'BODY' as const, known: [] });
    const owner = knowledge.seats.get(words) ?? knowledge.seats.get(words.replace(/^us /, ''));
    return owner ? span(tokens, first, last, { kind: 'BODY' as const, known: [], owner }) : name;
  }

  function wordsBetween(first: number, last: number): string {
    return tokens
      .slice(first, last + 1)
      .map((t) => t.norm)
      .join(' ');
  }

  /** "the North" is the state that the article calls so in full: North Korea. */
  function halved(name: Name): Name {
    const { norm } = tokens[name.first]!;
    if (name.kind !== 'OTHER' || name.first !== name.last || !/^(?:north|south)$/.test(norm)) return name;
    if (!/^(?:the|pyongyang|seoul)$/.test(tokens[name.first - 1]?.norm ?? '')) return name;
    const full = names
      .flatMap((n) => n.known)
      .find((n) => n.entity.concept === 'Country' && n.entity.name.toLowerCase().startsWith(`${norm} `));
    return full
      ? { ...name, kind: 'KNOWN', known: [{ entity: full.entity, kind: 'METONYM', text: full.entity.name }] }
      : name;
  }

  /** Where the run of capitals that begins here ends; before here where there is none. */
  function runFrom(i: number): number {
    const first = tokens[i]!;
    if (!first.capital) return i - 1;
    const isWord = !first.upper && common.has(first.norm);
    if (begins(i) && (isWord || (lower.has(first.norm) && !tied(i)))) return i - 1;
    if (isWord && !(tied(i) && tokens[i + 1]!.capital && !begins(i) && first.text.length > 3)) return i - 1;
    if (startsTitle(i)) return i - 1;
    // "Afterwards North Korea …": what only begins a sentence is no part of a state's name.
    if (begins(i) && tied(i) && knownState(i + 1)) return i - 1;
    let j = i;
    while (tied(j) && !isOwner(tokens[j]!)) {
      const next = tokens[j + 1]!;
      const beyond = tokens[j + 2];
      if (next.capital) {
        if ((isOffice(next) && beyond?.capital && tied(j + 1)) || startsTitle(j + 1)) break;
        if (common.has(next.norm) && next.norm.length < 4) break;
        if (text.slice(tokens[j]!.end, next.start).includes('-') && (knownState(j + 1) || isPair(j))) break;
        j++;
      } else if (text.slice(tokens[j]!.end, next.start) === '-' && next.text.length < 5 && beyond) j++;
      else if (particles.has(next.norm) && beyond?.capital && tied(j + 1) && !isOwner(next)) j += 2;
      else if (
        /^(?:of|for|on)$/.test(next.norm) &&
        beyond?.capital &&
        tied(j + 1) &&
        tokens.slice(i, j + 1).some((t) => bodyNames.has(t.norm))
      )
        j += 2;
      else break;
    }
    // "Amnesty International Man-kei Tam": a body's name, and then somebody's.
    const body = tokens.slice(i, j - 1).findLastIndex((t) => t.norm === 'international');
    return body > 0 ? i + body : j;
  }

  function knownState(i: number): boolean {
    return Boolean(hit(knowledge, tokens, i, tied, text)?.known.some((n) => n.entity.concept === 'Country'));
  }

  /** "Foreign Minister" before a name is none. */
  function startsTitle(i: number): boolean {
    for (let j = i; tied(j) && isOfOffice(tokens[j]!); j++) if (isOffice(tokens[j]!)) return true;
    return false;
  }

  /** Two who meet: the Trump-Kim summit. */
  function isPair(j: number): boolean {
    return /^(?:summit|talks|meeting|call|negotiations|agreement|deal)$/.test(tokens[j + 2]?.norm ?? '');
  }

  function kindOf(i: number, run: number): Name['kind'] {
    const words = tokens.slice(i, run + 1);
    if (words.some((t) => things.has(t.norm) || (t.upper && t.text.length > 2 && !titleBefore(i))))
      return words.every((t) => t.upper) ? 'BODY' : 'OTHER';
    return run > i || titleBefore(i) ? 'PERSON' : 'OTHER';
  }

  function isLand(found: Hit | undefined): boolean {
    return Boolean(found?.known.every((n) => n.entity.concept === 'Country' && n.kind !== 'DEMONYM'));
  }

  /** A known name that is the beginning of a longer one: the Washington Post, Paris Hilton. */
  function goesBeyond(i: number, found: Hit, run: number): boolean {
    const rest = tokens.slice(i + found.length, run + 1);
    if (isOwner(tokens[i + found.length - 1]!)) return false;
    const isState = found.known.some((n) => n.entity.concept === 'Country' || n.entity.concept === 'Place');
    const isDemonym = found.known.some((n) => n.kind === 'DEMONYM');
    if (rest.some((t) => bodyNames.has(t.norm))) return true;
    if (isDemonym || !isState) return found.known.every((n) => n.entity.concept === 'Person') && !isDemonym;
    return found.length === 1 && rest.length === 1 && Boolean(titleBefore(i));
  }

  function named(first: number, last: number, more: Pick<Name, 'kind' | 'known'>): Name {
    const title = more.kind === 'PERSON' ? titleBefore(first) : undefined;
    return span(tokens, first, last, { ...more, ...(title ? { title } : {}) });
  }

  /** "Swedish Foreign Minister" before "Ann Linde". */
  function titleBefore(first: number): Title | undefined {
    let at = first - 1;
    if (at < 0 || !tied(at) || !isOffice(tokens[at]!) || isOwner(tokens[at]!)) return undefined;
    const end = at;
    while (at > 0 && tied(at - 1) && !isOwner(tokens[at - 1]!) && isOfOffice(tokens[at - 1]!)) at--;
    const office = text.slice(tokens[at]!.start, tokens[end]!.end);
    const owner = names.at(-1);
    const owns =
      owner && owner.last === at - 1 && tied(at - 1) && owner.kind !== 'PERSON' ? owner : undefined;
    const from = owns ? owns.first : at;
    const entity = owns && (ownerOf(owns.known) ?? housed(owns).owner);
    return span(tokens, from, end, { office, ...(entity ? { owner: entity } : {}) });
  }

  function isOffice(token: Token): boolean {
    return offices.has(token.norm) || forms.has(token.norm);
  }

  function isOfOffice(token: Token): boolean {
    return before.has(token.norm) || offices.has(token.norm) || forms.has(token.norm);
  }
}

interface Hit {
  readonly length: number;
  readonly known: readonly Named[];
}

/** The longest name of the graph that begins at a token and is written as names are. */
function hit(
  knowledge: Knowledge,
  tokens: readonly Token[],
  i: number,
  tied: (i: number) => boolean,
  text: string,
): Hit | undefined {
  const found = knowledge.names.longest((n) => {
    const at = i + n;
    if (n > 0 && !tied(at - 1)) return undefined;
    return tokens[at]?.norm;
  });
  if (!found) return undefined;
  const written = text.slice(tokens[i]!.start, tokens[i + found.length - 1]!.end);
  const known = found.values.filter((n) => isWrittenAs(written, tokens[i]!, n));
  return known.length ? { length: found.length, known } : undefined;
}

/** US is a state, us is not; a topic is a word like others. */
function isWrittenAs(written: string, first: Token, { text, entity }: Named): boolean {
  if (entity.concept === 'Topic') return true;
  if (!first.capital && !/^(?:\p{N}|\p{Lo})/u.test(first.text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length <= 5 && letters === letters.toUpperCase())
    return written.replace(/[^\p{L}]/gu, '') === letters;
  return true;
}

/** The state or body of a name. */
export function ownerOf(known: readonly Named[]) {
  return (
    known.find((n) => n.entity.concept === 'Country')?.entity ??
    known.find((n) => n.entity.concept === 'Organization')?.entity
  );
}

const adjoins = (text: string, a: Token, b: Token) => {
  const gap = text.slice(a.end, b.start);
  return gap === ' ' || gap === '-' || gap === '. '
    ? gap !== '. ' || a.text.length === 1
    : /^(?:['’]s? |['’]s |['’] |‐|‑)$/.test(gap);
};

function span<T extends object>(tokens: readonly Token[], first: number, last: number, more: T) {
  return { first, last, start: tokens[first]!.start, end: tokens[last]!.end, ...more };
}

import { compareNames, ARE_ONE } from '../../../model/names/compare.js';
import type { KnownPerson } from './sighting.js';
import { align, spellingOf, type Spelling } from './spelling.js';

/** Somebody of the sources, as the graph's people are looked for by. */
export interface Candidate {
  readonly names: readonly string[];
  readonly country: string;
  readonly born?: string;
  readonly died?: string;
  /** Years in which the person was seen. */
  readonly seen?: { readonly first: number; readonly last: number };
}

export interface Recognized {
  /** By the place among the candidates: who it is. */
  readonly sure: ReadonlyMap<number, KnownPerson>;
  readonly likely: readonly { candidate: number; known: KnownPerson; score: number; reason: string }[];
}

/** Nobody was received as a head of state or government younger than this. */
const YOUNGEST = 18;

/**
 * The people of the graph among those of the sources. Sure is who has the name, or the same with or without initials,
 * where country and years allow it and nobody else of either side may be meant; everybody else who may be is likely.
 */
export function recognize(
  candidates: readonly Candidate[],
  known: readonly KnownPerson[],
  sameLine: (a: string, b: string) => boolean,
  isDecided: (candidate: number) => boolean,
): Recognized {
  const spelt = candidates.map(({ names }, i) => (isDecided(i) ? [] : names.map(spellingOf).filter(isFull)));
  const index = indexOf(spelt);
  const found = known.flatMap((person) => {
    const theirs = person.names.map(spellingOf).filter(isFull);
    const near = new Set(theirs.flatMap((y) => handles(y)).flatMap((handle) => index.get(handle) ?? []));
    return [...near].flatMap((i) => {
      const isOne = spelt[i]!.some((x) => theirs.some((y) => isSameName(x, y)));
      const isLikely = isOne || spelt[i]!.some((x) => theirs.some((y) => isMuchAlike(x, y)));
      if (!isLikely || !isAllowed(candidates[i]!, person, sameLine)) return [];
      return [{ candidate: i, known: person, isOne: isOne && Boolean(person.country) }];
    });
  });
  const isOnly = (pair: (typeof found)[number]) =>
    found.filter((f) => f.candidate === pair.candidate || f.known === pair.known).length === 1;
  const sure = new Map(found.filter((p) => p.isOne && isOnly(p)).map((p) => [p.candidate, p.known]));
  const taken = new Set([...sure.values()]);
  return {
    sure,
    likely: found
      .filter((p) => !sure.has(p.candidate) && !taken.has(p.known))
      .map(({ candidate, known }) => ({ candidate, known, ...likeliest(candidates[candidate]!, known) })),
  };
}

/** What two names must share to be compared at all: the whole, or one word of it. */
const handles = (s: Spelling) => [`=${s.key}`, ...s.words.map((w) => w.text)];

function indexOf(spelt: readonly (readonly Spelling[])[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  spelt.forEach((spellings, i) => {
    for (const handle of new Set(spellings.flatMap(handles)))
      index.set(handle, [...(index.get(handle) ?? []), i]);
  });
  return index;
}

const isFull = (s: Spelling) => s.isRegnal || s.words.length > 1;

const isSameName = (x: Spelling, y: Spelling) => {
  if (x.number !== y.number || x.isRegnal !== y.isRegnal) return false;
  if (x.key === y.key) return true;
  const met = align(x.words, y.words);
  // An initial may be left out, and may not be another: George W. is not George H.
  const initials = x.initials.filter((i) => y.initials.length > 0 && !y.initials.includes(i));
  return !met.left && !met.right && met.exact === x.words.length && !initials.length;
};

function isMuchAlike(x: Spelling, y: Spelling): boolean {
  const met = align(x.words, y.words);
  const isOpen = met.exact > 0 && met.exact + met.near > 1 && !met.isAgainst;
  return isOpen && x.number === y.number && compareNames(x.text, y.text).score >= ARE_ONE;
}

function isAllowed(
  one: Candidate,
  person: KnownPerson,
  sameLine: (a: string, b: string) => boolean,
): boolean {
  if (person.country && person.country !== one.country && !sameLine(person.country, one.country))
    return false;
  const [born, died] = [yearOf(person.born), yearOf(person.died)];
  if (born && one.born && born !== Number(one.born)) return false;
  if (died && one.died && died !== Number(one.died)) return false;
  if (!one.seen) return true;
  return !(born && one.seen.first < born + YOUNGEST) && !(died && one.seen.last > died + 1);
}

const yearOf = (edtf: string | undefined) => Number(/^-?\d{4}/.exec(edtf ?? '')?.[0]) || undefined;

function likeliest(one: Candidate, person: KnownPerson): { score: number; reason: string } {
  const compared = one.names.flatMap((a) => person.names.map((b) => compareNames(a, b)));
  const { score, reason } = compared.reduce((best, next) => (next.score > best.score ? next : best));
  return {
    score: Math.round(score * 90) / 100,
    reason: `${reason.replace(/ \(.*\)$/, '')}, and the graph has the second`,
  };
}

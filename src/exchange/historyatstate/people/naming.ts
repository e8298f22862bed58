import type { Token } from '../../../model/names/tokens.js';
import { isNear, spellingOf, type Spelling } from './spelling.js';
import type { Sighting } from './sighting.js';

export interface Naming {
  /** The fullest spelling that is found most. */
  readonly name: string;
  /** The other spellings, nicknames too, in alphabetical order. */
  readonly otherNames: readonly string[];
}

/** What somebody is called who is seen under these names. */
export function namingOf(sightings: readonly Sighting[]): Naming {
  const counts = new Map<string, number>();
  for (const { visitor } of sightings) counts.set(visitor.name!, (counts.get(visitor.name!) ?? 0) + 1);
  const spellings = [...counts.keys()].map(spellingOf);
  const isDoubted = doubts(spellings, counts);
  const name = spellings.sort(
    (a, b) => Number(isDoubted(a)) - Number(isDoubted(b)) || compareBy(a, b, counts),
  )[0]!.text;
  const all = new Set([...counts.keys(), ...sightings.flatMap((s) => s.visitor.otherNames)]);
  all.delete(name);
  return { name, otherNames: [...all].sort() };
}

/** A word that others spell otherwise, and more often, makes no good name: Mohd Najid Razak is fuller than Najib Razak. */
function doubts(
  spellings: readonly Spelling[],
  counts: ReadonlyMap<string, number>,
): (s: Spelling) => boolean {
  const words = new Map<string, { word: Token; count: number }>();
  for (const { text, words: theirs } of spellings)
    for (const word of theirs)
      words.set(word.text, { word, count: (words.get(word.text)?.count ?? 0) + counts.get(text)! });
  const isOutnumbered = (word: Token) =>
    [...words.values()].some(
      (rival) =>
        rival.word.text !== word.text &&
        rival.count > words.get(word.text)!.count &&
        isNear(rival.word, word),
    );
  return (s) => s.words.some(isOutnumbered);
}

function compareBy(a: Spelling, b: Spelling, counts: ReadonlyMap<string, number>): number {
  const count = (s: Spelling) => counts.get(s.text)!;
  const accents = (s: Spelling) => [...s.text.normalize('NFD')].filter((c) => /\p{M}/u.test(c)).length;
  return (
    fullness(b) - fullness(a) ||
    count(b) - count(a) ||
    Number(Boolean(b.number)) - Number(Boolean(a.number)) ||
    b.initials.length - a.initials.length ||
    accents(b) - accents(a) ||
    (a.text < b.text ? -1 : 1)
  );
}

/** Words in full; a sovereign's one name is more than a surname alone, and less than a name in full. */
const fullness = (s: Spelling) => (s.isRegnal ? 1.5 : s.words.length);

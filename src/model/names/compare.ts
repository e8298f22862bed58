import { jaroWinkler } from '@skyra/jaro-winkler';
import { respelled, sound } from './sound.js';
import { nameTokens, type Token } from './tokens.js';
import { variant } from './variants.js';

/** From here on two names may be one; below, spelling keeps them apart. */
export const MAY_BE_ONE = 0.5;
/** From here on spelling alone says that two names are one. */
export const ARE_ONE = 0.7;

/** How many words of a name say who is meant. */
export const wordsThatCount = (name: string): number =>
  nameTokens(name).filter((t) => t.weight >= 0.5).length;

export interface Compared {
  /** 0 to 1. */
  readonly score: number;
  readonly reason: string;
}

/**
 * How far two names are one by spelling: the best pairing of their words in whatever order, each pair by Jaro-Winkler
 * and by sound (double metaphone) together. Words that one name leaves out count a little, words that stand against each
 * other count much: Kim Jong Un may be Kim, and is not Kim Jong Il.
 */
export function compareNames(a: string, b: string): Compared {
  const ours = nameTokens(a);
  const theirs = nameTokens(b);
  if (!ours.length || !theirs.length) return { score: 0, reason: 'no letters to compare' };
  const alike = paired(joined(ours, theirs), joined(theirs, ours));
  const found = { ...alike, score: alike.score * (isNumberedApart(ours, theirs) ? 0.45 : 1) };
  return { score: Math.round(found.score * 100) / 100, reason: wording(found, a, b) };
}

/** George V is not George VI, nor is Jr. Sr.; a number that only one name has is left out. */
function isNumberedApart(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const [a, b] = [ours, theirs].map((tokens) => tokens.filter((t) => t.number).map((t) => t.text));
  return a!.length > 0 && b!.length > 0 && !a!.some((text) => b!.includes(text));
}

interface Pairing {
  readonly score: number;
  readonly isSame: boolean;
  /** Above 0 what the second name has more, below what the first has. */
  readonly more: number;
}

function paired(ours: readonly Token[], theirs: readonly Token[]): Pairing {
  const pairs = meeting(ours, theirs);
  const lacking = leftOver(ours, new Set(pairs.map((p) => p.i)));
  const extra = leftOver(theirs, new Set(pairs.map((p) => p.j)));
  const count = pairs.filter((p) => p.weight >= 0.5).length;
  const against = Math.min(lacking.words, extra.words);
  const missing = lacking.all + extra.all - 2 * against;
  if (!count || (count === 1 && missing > 0.5 && !canStandAlone(ours, theirs)))
    return { score: 0, isSame: false, more: 0 };
  const matched = sum(pairs.map((p) => p.weight));
  const quality = sum(pairs.map((p) => p.weight * p.likeness)) / (matched + against);
  const conflict = 1 - 0.45 * Math.min(1, against);
  const coverage = 0.45 + (0.55 * (matched + against)) / (matched + against + missing);
  // One word that stands for several, or is written differently, has no other word to bear it out.
  const alone = count === 1 && (missing > 0.5 || quality < 0.999) ? 0.85 : 1;
  return {
    score: quality * conflict * coverage * alone,
    isSame: quality > 0.999,
    more: extra.all - lacking.all,
  };
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly likeness: number;
  readonly weight: number;
}

/** The words that are one, each once, the likest first. */
function meeting(ours: readonly Token[], theirs: readonly Token[]): Pair[] {
  const all = ours
    .flatMap((a, i) =>
      theirs.map((b, j) => ({ i, j, likeness: likeness(a, b), weight: (a.weight + b.weight) / 2 })),
    )
    .filter((p) => p.likeness > 0)
    .sort((p, q) => q.likeness - p.likeness || p.i - q.i || p.j - q.j);
  const met: Pair[] = [];
  for (const pair of all) if (!met.some((m) => m.i === pair.i || m.j === pair.j)) met.push(pair);
  // 1 where only our word is an initial, -1 where only theirs is.
  const initialOn = ({ i, j }: Pair) => Number(ours[i]!.initial) - Number(theirs[j]!.initial);
  const isOpen = (tokens: readonly Token[], at: (p: Pair) => number) =>
    tokens.some((t, i) => t.weight >= 1 && !met.some((m) => at(m) === i));
  const open = { '1': isOpen(ours, (m) => m.i), '-1': isOpen(theirs, (m) => m.j), '0': false };
  // An initial stands for a word only where no other word is left for it, and two do not stand crosswise: James B.
  // Thornton is not James Brown, and John R. Bass is not John B. Ritch.
  const isCrossed = (p: Pair) => met.some((m) => initialOn(m) * initialOn(p) < 0 && m.i < p.i !== m.j < p.j);
  return met.filter((p) => !initialOn(p) || (!open[initialOn(p) as 1 | -1] && !isCrossed(p)));
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** What is left over, and of it what may stand against what is left over on the other side: no titles, no particles. */
function leftOver(tokens: readonly Token[], met: ReadonlySet<number>): { all: number; words: number } {
  const weights = tokens.flatMap((t, i) => (met.has(i) ? [] : [t.weight]));
  return { all: sum(weights), words: sum(weights.filter((w) => w > 0.3)) };
}

// Two letters stand for a family name that comes first (Xi, Ri), never for a syllable further on.
function canStandAlone(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const [one, other] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  const [word, first] = [one, other].map((tokens) => tokens.find((t) => t.weight >= 0.5)!);
  return word!.text.length > 2 || likeness(word!, first!) > 0;
}

/** How far two words are one, 0 to 1, 0 where they are not: letters and sound together, neither alone. */
export function likeness(a: Token, b: Token): number {
  if (a.text === b.text) return 1;
  if (a.number || b.number || a.acronym || b.acronym || /\d/.test(a.text + b.text)) return 0;
  if (a.initial || b.initial) return a.text[0] === b.text[0] && a.initial !== b.initial ? 0.75 : 0;
  const [one, other] = [respelled(a.text), respelled(b.text)];
  if (one === other) return 0.96;
  if (variant(a.text) === variant(b.text)) return 0.93;
  const letters = jaroWinkler(one, other);
  if (sound(a.text) === sound(b.text)) return letters >= 0.7 ? 0.3 + 0.7 * letters : 0;
  return letters >= 0.9 && Math.min(one.length, other.length) > 4 ? letters - 0.15 : 0;
}

/** Words side by side that the other name writes as one. */
function joined(tokens: readonly Token[], other: readonly Token[]): readonly Token[] {
  for (let length = 3; length >= 2; length--)
    for (let i = 0; i + length <= tokens.length; i++) {
      const run = tokens.slice(i, i + length);
      const text = run.map((t) => t.text).join('');
      const token = { ...run[0]!, text, initial: false, weight: 1 };
      const isMet = (o: Token) =>
        !o.initial && Math.abs(o.text.length - text.length) < 3 && likeness(token, o) > 0.85;
      if (text.length > 3 && !run.some((t) => other.some((o) => likeness(t, o) > 0)) && other.some(isMet))
        return [...tokens.slice(0, i), token, ...tokens.slice(i + length)];
    }
  return tokens;
}

function wording({ score, isSame, more }: Pairing, a: string, b: string): string {
  const how = `(${score.toFixed(2)})`;
  if (score < MAY_BE_ONE) return `'${a}' is spelt otherwise than '${b}' ${how}`;
  if (more > 0.3) return `'${a}' is part of '${b}' ${how}`;
  if (more < -0.3) return `'${b}' is part of '${a}' ${how}`;
  return isSame ? `'${a}' is spelt as '${b}' ${how}` : `'${a}' is spelt much like '${b}' ${how}`;
}

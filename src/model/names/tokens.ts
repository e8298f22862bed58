import { latin } from './latin.js';
import { particles, prepositions, titles } from './titles.js';

/** A word of a name: in Latin letters, how much it says of who is meant, and whether only its first letter is there. */
export interface Token {
  readonly text: string;
  readonly weight: number;
  readonly initial: boolean;
  /** Of several who bear the name, which: a sovereign's numeral, Jr. or 3rd (`iii`). */
  readonly number: boolean;
  /** One word all in capitals: UN and DPRK are no misspelling of anything. */
  readonly acronym: boolean;
}

/** What is read of a text: longer ones are no names. */
const LONGEST = 300;
const MOST = 12;

const HYPHEN = /[-‐‑–]/;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼʻ`´][\p{L}\p{M}\p{N}]+)*/gu;

const NUMBER = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|[Jj]r|[Ss]r|2nd|3rd)$/;
const ordinals: Readonly<Record<string, string>> = { '2nd': 'ii', '3rd': 'iii' };

/** The words of a name: titles and particles weigh little, unless there is nothing else. */
export function nameTokens(text: string): Token[] {
  const found = [...text.slice(0, LONGEST).matchAll(WORD)];
  const isAcronym = found.length > 1 && found.every(([word]) => /^\p{Lu}$/u.test(word));
  const words = isAcronym ? [found.map(([word]) => word).join('')] : found.map(([word]) => word);
  const acronym = words.length === 1 && /^\p{Lu}{2,5}$/u.test(words[0]!);
  const parts = words
    .flatMap((word, i) => {
      const tied = !isAcronym && HYPHEN.test(text[found[i]!.index - 1] ?? '');
      if (!tied && isNumber(words, i, text[found[i]!.index + 1]))
        return [{ part: ordinals[word] ?? word.toLowerCase(), tied, number: true }];
      return latin(word.replace(/['’]s$/, '').slice(0, 40)).map((part) => ({
        part,
        tied,
        number: false,
      }));
    })
    .slice(0, MOST);
  const last = parts.findLastIndex(({ part }) => !particles.has(part));
  const weights = parts.map(({ part, tied }, i) => weight(part, tied, i === last));
  const isEmpty = weights.every((w) => w < 0.5);
  return parts.map(({ part, number }, i) => ({
    text: part,
    weight: isEmpty ? 1 : weights[i]!,
    initial: parts.length > 1 && !number && /^[a-z]$/.test(part),
    number,
    acronym,
  }));
}

/** One letter is a number only at the end and without a point; where all is in capitals, nobody can tell. */
function isNumber(words: readonly string[], i: number, next: string | undefined): boolean {
  if (i === 0 || !NUMBER.test(words[i]!) || !words.some((w) => /\p{Ll}/u.test(w))) return false;
  return words[i]!.length > 1 || (i === words.length - 1 && next !== '.');
}

function weight(text: string, tied: boolean, last: boolean): number {
  if (particles.has(text) || (prepositions.has(text) && !tied && !last)) return 0.2;
  if (/^[a-z]$/.test(text)) return 0.5;
  return titles.has(text) && !last ? 0.15 : 1;
}

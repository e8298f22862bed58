import { likeness } from '../../../model/names/compare.js';
import { nameTokens, type Token } from '../../../model/names/tokens.js';
import { NUMERAL, STYLE } from './title-grammar.js';

/** A name taken apart: what of it says who is meant. */
export interface Spelling {
  readonly text: string;
  /** The same for spellings that differ in hyphens, accents, capitals and blanks only. */
  readonly key: string;
  /** Every word in its order, initials and particles too. */
  readonly printed: readonly string[];
  /** Words in full, no initials nor particles; of a sovereign the given name alone. */
  readonly words: readonly Token[];
  readonly initials: readonly string[];
  /** The words of what stands after the last blank: `Houphouet-Boigny` is one surname. */
  readonly surname: readonly string[];
  /** `II` of a sovereign, `Jr.` of a citizen. */
  readonly number?: string;
  /** The words after each `bin`: whose son it is. */
  readonly fathers: readonly (readonly Token[])[];
  /** A sovereign or cleric known by a given name. */
  readonly isRegnal: boolean;
}

const GENERATION = /^(?:Jr|Sr)\.?$/;
const NAMED_BY_STYLE = /^(Crown Prince(?:ss)?|Grand Duke|Grand Duchess|\S+) (.+)$/;

export function spellingOf(text: string): Spelling {
  const known = spellings.get(text);
  if (known) return known;
  const made = takeApart(text);
  if (spellings.size > 50_000) spellings.clear();
  spellings.set(text, made);
  return made;
}

const spellings = new Map<string, Spelling>();

function takeApart(text: string): Spelling {
  const [, style = '', given] = NAMED_BY_STYLE.exec(text) ?? [];
  const isRegnal = given !== undefined && STYLE.test(style);
  const parts = (isRegnal ? given : text).split(' ').filter(Boolean);
  const at = parts.findIndex((w, i) => i > 0 && (NUMERAL.test(w) || GENERATION.test(w)));
  const number = at < 0 ? undefined : parts[at]!.replace('.', '');
  const named = at < 0 ? parts : isRegnal ? parts.slice(0, at) : parts.filter((_, i) => i !== at);
  const tokens = nameTokens(named.join(' '));
  const words = saying(tokens);
  const last = nameTokens(named.at(-1) ?? '');
  return {
    text,
    key: [tokens.map((t) => t.text).join(''), number ?? '', isRegnal ? heirOr(style) : ''].join(' ').trim(),
    printed: tokens.map((t) => t.text),
    words: words.length ? words : tokens,
    initials: tokens.filter((t) => t.initial).map((t) => t.text),
    fathers: isRegnal ? [] : fathersOf(tokens),
    surname: last.filter((t) => t.weight >= 0.5).map((t) => t.text),
    ...(number && { number }),
    isRegnal,
  };
}

const PATRONYMIC = new Set(['bin', 'ben', 'ibn']);
const saying = (tokens: readonly Token[]) => tokens.filter((t) => t.weight >= 0.5 && !t.initial);

const fathersOf = (tokens: readonly Token[]) =>
  tokens.flatMap((t, i) => (i > 0 && PATRONYMIC.has(t.text) ? [saying(tokens.slice(i + 1))] : []));

const heirOr = (style: string) => (/^Crown/.test(style) ? 'heir' : 'sovereign');

/** Two words are one, or a spelling of one another. */
export function isNear(a: Token, b: Token): boolean {
  const [one, other] = [withoutArticle(a.text), withoutArticle(b.text)];
  return one === other || (one[0] === other[0] && likeness(a, b) >= 0.75);
}

/** `Alsisi` and `Elsisi` are al-Sisi, whose article is no word of the name. */
const withoutArticle = (word: string) => word.replace(/^[ae]l(?=[^aeiouy]...)/, '');

export interface Alignment {
  /** Pairs that are the same, letter for letter, and those that are spelt alike. */
  readonly exact: number;
  readonly near: number;
  /** What only the one and only the other has. */
  readonly left: number;
  readonly right: number;
  /** Words stand against each other at one place. */
  readonly isAgainst: boolean;
  readonly startsAlike: boolean;
  readonly endsAlike: boolean;
}

/** Two names word by word in their order: the longest run of words in common, and what is left between. */
export function align(a: readonly Token[], b: readonly Token[]): Alignment {
  const pairs = common(a, b);
  const bounds = [[-1, -1] as const, ...pairs, [a.length, b.length] as const];
  const isAgainst = bounds.some(
    ([i, j], n) => n > 0 && i - bounds[n - 1]![0] > 1 && j - bounds[n - 1]![1] > 1,
  );
  const exact = pairs.filter(([i, j]) => a[i]!.text === b[j]!.text).length;
  return {
    exact,
    near: pairs.length - exact,
    left: a.length - pairs.length,
    right: b.length - pairs.length,
    isAgainst,
    startsAlike: pairs[0]?.[0] === 0 && pairs[0][1] === 0,
    endsAlike: pairs.at(-1)?.[0] === a.length - 1 && pairs.at(-1)?.[1] === b.length - 1,
  };
}

function common(a: readonly Token[], b: readonly Token[]): readonly (readonly [number, number])[] {
  const best: (readonly (readonly [number, number])[])[][] = [...Array(a.length + 1)].map(() =>
    [...Array(b.length + 1)].map(() => []),
  );
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const without = [best[i + 1]![j]!, best[i]![j + 1]!];
      const met = isNear(a[i]!, b[j]!) ? [[i, j] as const, ...best[i + 1]![j + 1]!] : [];
      best[i]![j] = [met, ...without].reduce((longest, one) => (one.length > longest.length ? one : longest));
    }
  return best[0]![0]!;
}

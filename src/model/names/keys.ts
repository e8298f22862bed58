import { sound } from './sound.js';
import { nameTokens, type Token } from './tokens.js';

/** A key under which a name is found, and how many words that count the name has: the shortest stand first. */
export interface NameKey {
  readonly key: string;
  readonly size: number;
}

/** No name has more keys than this. */
export const MOST_KEYS = 24;
/** More words than these are a description, as of a visit with whose, where and when: it is found by any one of its words. */
const MOST_WORDS = 6;
/** A code this long is rare enough to look one word up among many. */
const RARE = 4;

/** The keys of an entity's names: of each key the shortest name that has it. */
export function keysOf(names: readonly string[]): NameKey[] {
  const found = new Map<string, number>();
  for (const name of names) {
    const tokens = nameTokens(name);
    const size = counting(tokens).length;
    for (const key of size > MOST_WORDS ? wordKeys(tokens) : storedKeys(tokens))
      found.set(key, Math.min(size, found.get(key) ?? size));
  }
  return [...found].map(([key, size]) => ({ key, size }));
}

const wordKeys = (tokens: readonly Token[]) => bounded(counting(tokens).map((w) => sound(w.text)));

/** The keys that a name is stored under: each word, each two together, all of them, and with initials. */
function storedKeys(tokens: readonly Token[]): string[] {
  const { words, initials, runs } = parts(tokens);
  const codes = words.map((w) => sound(w.text));
  const keys = [...codes, ...pairs(codes), whole(codes), ...joins(runs, codes)];
  for (const code of codes) for (const { text } of initials) keys.push(`~${code} ${text}`);
  words.forEach((word, i) =>
    codes.forEach((code, j) => void (i !== j && words.length < 5 && keys.push(`${code} ${word.text[0]}.`))),
  );
  return bounded(keys);
}

/** The keys that a typed name is looked up by: one word by itself, several by what two or all of them share. */
export function askedKeys(name: string): string[] {
  const { words, initials, runs } = parts(nameTokens(name));
  const codes = words.map((w) => sound(w.text));
  const joined = joins(runs, codes);
  if (words.length === 1 && !initials.length) return bounded([...codes, ...joined]);
  const keys = [whole(codes), ...pairs(codes), ...joined];
  for (const code of codes)
    for (const { text } of initials) keys.push(`${code} ${text}.`, `~${code} ${text}`);
  words.forEach((word, i) =>
    codes.forEach((code, j) => void (i !== j && words.length < 4 && keys.push(`~${code} ${word.text[0]}`))),
  );
  keys.push(...codes.filter((code) => code.length >= RARE));
  return bounded(keys);
}

const counting = (tokens: readonly Token[]) => tokens.filter((t) => t.weight >= 0.5 && !t.initial);

function parts(tokens: readonly Token[]) {
  const words = counting(tokens);
  return {
    words: words.slice(0, MOST_WORDS),
    initials: tokens.filter((t) => t.initial),
    runs: words.slice(0, 4),
  };
}

const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function pairs(codes: readonly string[]): string[] {
  return codes.flatMap((a, i) => codes.slice(i + 1).map((b) => pair(a, b)));
}

const whole = (codes: readonly string[]) => (codes.length > 2 ? [...codes].sort().join(' ') : '');

/** Words that stand side by side may be written as one: Jae In, Jae-in, Jaein. */
function joins(words: readonly Token[], codes: readonly string[]): string[] {
  const keys: string[] = [];
  for (let length = 2; length <= 3; length++)
    for (let i = 0; i + length <= words.length; i++) {
      const code = sound(
        words
          .slice(i, i + length)
          .map((w) => w.text)
          .join(''),
      );
      const others = codes.filter((_, j) => j < i || j >= i + length);
      keys.push(...(others.length ? others.map((other) => pair(code, other)) : []), code);
    }
  return keys;
}

const bounded = (keys: readonly string[]) => [...new Set(keys)].filter(Boolean).slice(0, MOST_KEYS);

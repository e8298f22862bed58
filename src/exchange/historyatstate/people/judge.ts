import { ARE_ONE, compareNames, MAY_BE_ONE } from '../../../model/names/compare.js';
import { absenceOf, LONGEST_ABSENCE, type Bearer } from './bearer.js';
import { shareOffice } from './office.js';
import { yearOf } from './sighting.js';
import { align, isNear, type Alignment, type Spelling } from './spelling.js';

/** The ways in which two bearers of names are found to be one. */
export type Rule =
  'same name' | 'nickname' | 'words left out' | 'spelt alike' | 'sovereign' | 'surname alone';

export interface Verdict {
  readonly is: 'ONE' | 'MAYBE' | 'OPEN' | 'TWO';
  readonly rule?: Rule;
  /** 0 to 1, of what may be one. */
  readonly score: number;
  readonly reason: string;
  /** Their words stand against each other: no third may bring them together. */
  readonly isAgainst?: boolean;
}

/** Nobody is received from his first to his last visit over more years than this; sovereigns are. */
const LONGEST_CAREER = 45;
const LONGEST_REIGN = 75;
/** Within so many years what a name leaves out, or spells otherwise, is taken for the same holder of the office. */
const SAME_HOLDER = 8;
/** The same for what is weaker: another office, or a surname that stands elsewhere than at the end. */
const SAME_TIME = 4;
/** Longer ago than this a likeness is not worth a curator's time. */
const WORTH_ASKING = 30;

/** What a curator is asked about is not certain, however alike the names. */
const NEVER_SURE = 0.95;

const open: Verdict = { is: 'OPEN', score: 0, reason: '' };

interface Seen {
  readonly first: number;
  readonly last: number;
}

/** Whether two bearers are one person, going by name, office and years alone; both on one line of states. */
export function judge(a: Bearer, b: Bearer): Verdict {
  const apart = two(a, b);
  if (apart) return { is: 'TWO', score: 0, reason: apart };
  const found = a.spelling.isRegnal || b.spelling.isRegnal ? sovereigns(a, b) : citizens(a, b);
  if (found.is !== 'OPEN') return found;
  const { isAgainst, exact, near } = align(a.spelling.words, b.spelling.words);
  if (!exact && !near) return { ...open, isAgainst };
  return { ...(isLike(a, b, exact) ? maybe(a, b, 'spelt alike') : found), isAgainst };
}

/** Written much alike; or another spelling within the time in which the one held the same office. */
function isLike(a: Bearer, b: Bearer, exact: number): boolean {
  if (isSurnameAlone(a) || isSurnameAlone(b)) return false;
  if (compareNames(a.spelling.text, b.spelling.text).score >= ARE_ONE) return true;
  if (!exact || !shareOffice(a.offices, b.offices)) return false;
  return isWithin(a, b) || isWithin(b, a) || (exact > 1 && gap(a, b) <= SAME_HOLDER);
}

/** The one is seen before and after the other, so near that the office will not have changed hands twice. */
function isWithin(x: Bearer, y: Bearer): boolean {
  const days = x.sightings.map((s) => yearOf(s.day));
  const [before, after] = [days.filter((d) => d < y.first), days.filter((d) => d > y.last)];
  return before.length > 0 && after.length > 0 && Math.min(...after) - Math.max(...before) <= SAME_HOLDER;
}

/** Years between the last sighting of the earlier and the first of the later; 0 where their times overlap. */
export const gap = (a: Seen, b: Seen): number => Math.max(0, a.first - b.last, b.first - a.last);

/** What keeps them apart for certain. */
function two(a: Bearer, b: Bearer): string | undefined {
  const span = Math.max(a.last, b.last) - Math.min(a.first, b.first);
  const isRegnal = a.spelling.isRegnal && b.spelling.isRegnal;
  if (span > (isRegnal ? LONGEST_REIGN : LONGEST_CAREER)) return `${Math.round(span)} years lie between them`;
  const [m, n] = [a.spelling.number, b.spelling.number];
  if (m && n && m !== n) return `one is ${m}, the other ${n}`;
  if (isFather(a.spelling, b.spelling) || isFather(b.spelling, a.spelling)) return 'one is the father';
  const visits = new Set(a.sightings.map((s) => s.visit));
  return b.sightings.some((s) => visits.has(s.visit)) ? 'one visit names both' : undefined;
}

/** Isa bin Salman is named in Hamad bin Isa bin Salman. */
const isFather = (x: Spelling, y: Spelling) =>
  y.fathers.some((f) => {
    const met = align(f, x.words);
    return met.startsAlike && !met.isAgainst && met.exact + met.near >= 2;
  });

function citizens(a: Bearer, b: Bearer): Verdict {
  const [x, y] = [a.spelling, b.spelling];
  const met = align(x.words, y.words);
  const isSameOffice = shareOffice(a.offices, b.offices);
  const years = gap(a, b);
  const numbered = x.number === y.number;
  if (x.words.length > 1 && y.words.length > 1 && !isSurnameOf(x, y) && !isSurnameOf(y, x)) {
    if (isSameWords(x, y)) return given(numbered && years <= absenceOf(x), a, b, 'same name');
    if (sharesName(a, b)) return given(numbered && years <= SAME_HOLDER && isSameOffice, a, b, 'nickname');
    const near = years <= (isSameOffice ? SAME_HOLDER : SAME_TIME);
    if (isLeftOut(met)) {
      // A name without its first word may be the father's: Ziaur Rahman's widow is Khaleda Ziaur Rahman.
      const isSure = met.startsAlike ? near : years === 0 && isSameOffice;
      return given(numbered && isSure && met.exact > 0 && isWorded(x, y), a, b, 'words left out');
    }
    if (!met.isAgainst && !met.left && !met.right)
      return given(numbered && near && isSameOffice && met.exact > 0, a, b, 'spelt alike');
    return open;
  }
  return surnames(a, b, years, isSameOffice);
}

const isSameWords = (x: Spelling, y: Spelling) =>
  x.key === y.key || sorted(x) === sorted(y) || joined(x) === joined(y);
/** Diaz Ordaz is all that stands after the last blank of Gustavo Diaz-Ordaz. */
const isSurnameOf = (x: Spelling, y: Spelling) =>
  y.words.length > x.words.length && y.surname.join(' ') === x.words.map((w) => w.text).join(' ');
const sorted = (x: Spelling) =>
  x.words
    .map((w) => w.text)
    .sort()
    .join(' ');
const joined = (x: Spelling) => x.words.map((w) => w.text).join('');

/** One is called by a name that the other gives as a nickname, or both have the same. */
const sharesName = (a: Bearer, b: Bearer) =>
  [a.spelling, ...a.others].some(
    (x) => x.words.length > 1 && [b.spelling, ...b.others].some((y) => isSameWords(x, y)),
  );

/** Only one of the two has words more, and their surnames are not at odds. */
const isLeftOut = (met: Alignment) =>
  !met.isAgainst && met.exact + met.near >= 2 && (met.left === 0) !== (met.right === 0);

/** Two different words at least are in common: Sabah al-Sabah is half of a family. */
const isWorded = (x: Spelling, y: Spelling) =>
  [x, y].every((s) => new Set(s.words.map((w) => w.text)).size > 1);

function surnames(a: Bearer, b: Bearer, years: number, isSameOffice: boolean): Verdict {
  const [short, long] = a.spelling.words.length <= b.spelling.words.length ? [a, b] : [b, a];
  const word = short.spelling.words.at(-1)!;
  if (long.spelling.words.length === 1) {
    const other = long.spelling.words[0]!;
    if (word.text === other.text) return given(years <= absenceOf(short.spelling), a, b, 'same name');
    return isNear(word, other) && isSameOffice ? given(years <= SAME_TIME / 2, a, b, 'spelt alike') : open;
  }
  if (!long.spelling.words.some((w) => w.text === word.text)) return open;
  const isLast = long.spelling.words.at(-1)!.text === word.text;
  const limit = isLast ? absenceOf(short.spelling) : SAME_TIME;
  return given(isSameOffice && years <= limit, a, b, 'surname alone');
}

function sovereigns(a: Bearer, b: Bearer): Verdict {
  const [x, y] = [a.spelling, b.spelling];
  if (!shareOffice(a.offices, b.offices)) return open;
  const years = gap(a, b);
  const met = align(x.words, y.words);
  if (x.isRegnal && y.isRegnal) {
    if (met.isAgainst || met.left || met.right) return open;
    return given(x.number === y.number || years <= LONGEST_CAREER / 2, a, b, 'sovereign');
  }
  return met.startsAlike ? given(years <= LONGEST_ABSENCE.surname, a, b, 'sovereign') : open;
}

const given = (isSure: boolean, a: Bearer, b: Bearer, rule: Rule): Verdict =>
  isSure ? { is: 'ONE', rule, score: 1, reason: rule } : maybe(a, b, rule);

/** Likely, but not sure: the score is the names' own, less for years and for another office. */
export function maybe(a: Bearer, b: Bearer, rule: Rule): Verdict {
  const years = gap(a, b);
  if (years > WORTH_ASKING) return open;
  const compared = compareNames(a.spelling.text, b.spelling.text);
  const spelt = Math.max(compared.score, MAY_BE_ONE);
  const isSameOffice = shareOffice(a.offices, b.offices);
  const likely = spelt * (years <= 10 ? 1 : years <= 20 ? 0.9 : 0.75) * (isSameOffice ? 1 : 0.9);
  const apart = years < 1 ? 'at the same time' : `${Math.round(years)} years apart`;
  const wording =
    compared.score < MAY_BE_ONE
      ? `'${a.spelling.text}' and '${b.spelling.text}' have words in common`
      : compared.reason.replace(/ \(.*\)$/, '');
  const office = isSameOffice ? 'the same office' : 'another office';
  return {
    is: 'MAYBE',
    rule,
    score: Math.min(NEVER_SURE, Math.round(likely * 100) / 100),
    reason: `${wording}, ${office}, ${apart}`,
  };
}

/** Whether nothing of the name is there but one word, a sovereign's given name aside. */
const isSurnameAlone = (one: Bearer): boolean => !one.spelling.isRegnal && one.spelling.words.length === 1;

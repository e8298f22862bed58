import type { Officer, President } from '../facts.js';
import { spellingOf, type Spelling } from './spelling.js';

/** Whose officers they are. */
export const HOME = 'country:united-states';

/** One American, of one record or two: an officer who became president. */
export interface American {
  readonly officer?: string;
  readonly president?: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly born?: string;
  readonly died?: string;
  readonly spelling: Spelling;
}

/**
 * Officers and presidents, one for each id; a president is the officer of the same name, born in the same year. The
 * same id alone is not enough: William Howard Taft is a president in one list and his grandson in the other.
 */
export function americansOf(officers: readonly Officer[], presidents: readonly President[]): American[] {
  const found = new Map<string, American>();
  for (const president of presidents) found.set(president.id, presidentIn(president));
  const all = officers.map(officerIn);
  const merged = [...found.values()].map((president) => {
    const officer = all.find((o) => areOne(president, o));
    return officer ? bothIn(officer, president) : president;
  });
  const taken = new Set(merged.map((m) => m.officer));
  return [...merged, ...all.filter((o) => !taken.has(o.officer))];
}

const presidentIn = ({ id, name, born, died }: President): American =>
  american({ president: id, name, otherNames: [], ...(born && { born }), ...(died && { died }) });

function officerIn(officer: Officer): American {
  const { id, surname, forename, generation, otherName, born, died } = officer;
  const printed = inOrder(forename, surname, generation);
  const name = inOrder(withoutBrackets(forename), withoutBrackets(surname), generation);
  const others = [printed, otherName].filter((n): n is string => Boolean(n) && n !== name);
  return american({
    officer: id,
    name,
    otherNames: [...new Set(others)],
    ...(born && { born }),
    ...(died && { died }),
  });
}

const american = (one: Omit<American, 'spelling'>): American => ({ ...one, spelling: spellingOf(one.name) });

const inOrder = (forename: string, surname: string, generation: string | undefined) =>
  [forename, surname, generation?.replace('3rd', 'III')].filter(Boolean).join(' ');

/** `Henry A. (Heinz Alfred)` is Henry A.; `(Robert) John`, who is called John, is Robert John. */
function withoutBrackets(part: string): string {
  const plain = part.replace(/(?<=\S)\s*\([^)]*\)/g, '').trim();
  return plain.replace(/[()]/g, '');
}

const bothIn = (officer: American, president: American): American =>
  american({
    ...president,
    officer: officer.officer!,
    otherNames: [...new Set([officer.name, ...officer.otherNames])].filter((n) => n !== president.name),
  });

const areOne = (a: American, b: American) =>
  Boolean(a.born) &&
  a.born === b.born &&
  (!a.died || !b.died || a.died === b.died) &&
  canBeOne(a.spelling, b.spelling);

/** First and last word are the same, and what is between says nothing else: initials stand for words, or for nothing. */
function canBeOne(a: Spelling, b: Spelling): boolean {
  const [x, y] = [a.printed, b.printed];
  if (a.number !== b.number || x.at(-1) !== y.at(-1) || x[0] !== y[0]) return false;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  let at = 0;
  return short.every((word, i) => {
    if (i === 0 || i === short.length - 1) return true;
    const met = long.findIndex((other, j) => j > at && standsFor(word, other));
    at = met;
    return met > 0;
  });
}

const standsFor = (a: string, b: string) => a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);

/** Officers who may be one person under two ids: nothing of their names and years is at odds. */
export function likelyOne(
  people: readonly American[],
): { a: American; b: American; score: number; reason: string }[] {
  const groups = new Map<string, American[]>();
  for (const one of people) {
    const key = `${one.spelling.printed[0]} ${one.spelling.printed.at(-1)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, i) =>
      group.slice(i + 1).flatMap((b) => {
        if (!canBeOne(a.spelling, b.spelling) || isAtOdds(a.born, b.born) || isAtOdds(a.died, b.died))
          return [];
        if (isBefore(a.died, b.born) || isBefore(b.died, a.born)) return [];
        const isBornAlike = Boolean(a.born && b.born);
        return [{ a, b, score: isBornAlike ? 0.9 : 0.6, reason: reasonOf(a, b) }];
      }),
    ),
  );
}

const isAtOdds = (a: string | undefined, b: string | undefined) => Boolean(a && b && a !== b);
const isBefore = (died: string | undefined, born: string | undefined) =>
  Boolean(died && born && Number(died) < Number(born) + 20);

const reasonOf = (a: American, b: American) =>
  a.born && b.born
    ? `'${a.name}' and '${b.name}' can be one name, both born in ${a.born}`
    : `'${a.name}' and '${b.name}' can be one name, and no year is against it`;

import { mended } from './misprints.js';
import { HONORIFIC, JUXTAPOSED, NUMERAL, STYLE, TITLE } from './title-grammar.js';

/** One person of those whom the words for a visitor name. */
export interface Visitor {
  /** All of the source's words, also where they name several people. */
  readonly printed: string;
  /** The offices' own names: `President`, `Premier and Prince`, `President-elect`; missing where none is printed. */
  readonly title?: string;
  /** Missing where only an office or a delegation is named. */
  readonly name?: string;
  /** The name without brackets, with an honorific, without a sovereign's style: `Tom Adams`, `Abdullah II`. */
  readonly otherNames: readonly string[];
  /** The office is not borne that day, or for the time being. */
  readonly standing?: 'ELECT' | 'DESIGNATE' | 'ACTING' | 'FORMER';
}

const JOINT = /\s*(?:,|&|\band\b)\s+/giu;
/** Between two titles of one person: `Premier and Prince`, `Prime Minister-Prince`. */
const BETWEEN_TITLES = /^(?:\s*(?:,|&|\band\b)\s*|\s*-\s*)/i;
const COUPLE = /^(.*?)\s+(?:and|&)\s+(Mrs\.?|Madame|his wife)\s+(.+)$/i;
const UNNAMED_PARTY = /\b(?:delegation|delegates|representatives|ministers|officials|envoys|members of)\b/i;

/**
 * The people a visitor's words name: `President Francesco Cossiga and Prime Minister Giulio Andreotti` are two,
 * `Premier and Prince Sihanouk` is one. Title and name stand apart; a sovereign known by a given name keeps the style
 * (`King Hussein`), since the given name alone is many people's. Never empty.
 */
export function splitVisitor(printed: string): Visitor[] {
  const text = mended(printed.trim().replace(/\s+/g, ' ')).replace(/^the /i, '');
  if (UNNAMED_PARTY.test(titlesOf(text).rest)) return [{ printed, title: text, otherNames: [] }];
  const couple = COUPLE.exec(text);
  if (couple) {
    const [, first, wife, name] = couple;
    return [inFull(first!, name!), /^his/i.test(wife!) ? name! : `${wife!} ${name!}`].map((one) =>
      person(printed, one),
    );
  }
  return persons(text).map((one) => person(printed, one));
}

/** Of `President and Mrs. Marcos` the first is President Marcos. */
const inFull = (first: string, name: string) => (titlesOf(first).rest ? first : `${first} ${name}`);

/** The text cut where a title follows a name. */
function persons(text: string): string[] {
  const start = text.length - titlesOf(text).rest.length;
  for (const { index, 0: joint } of text.matchAll(JOINT)) {
    const next = text.slice(index + joint.length);
    if (index > start && TITLE.test(next)) return [text.slice(0, index), ...persons(next)];
  }
  return [text];
}

function titlesOf(text: string): { titles: readonly string[]; rest: string } {
  const titles: string[] = [];
  let rest = text;
  for (let found = TITLE.exec(rest); found; found = TITLE.exec(rest)) {
    titles.push(tidyTitle(found[0]));
    const after = rest.slice(found[0].length);
    const between = BETWEEN_TITLES.exec(after)?.[0];
    rest = between && TITLE.test(after.slice(between.length)) ? after.slice(between.length) : after.trim();
    if (!between && !JUXTAPOSED.test(rest)) break;
  }
  return { titles, rest };
}

const tidyTitle = (title: string) =>
  title.replace(/\s*-\s*(elect|designate)/i, (_, word: string) => `-${word.toLowerCase()}`);

function person(printed: string, text: string): Visitor {
  const { titles, rest } = titlesOf(text);
  const honorific = HONORIFIC.exec(rest)?.[0].trim();
  // Sheikh Hasina is her name: one word is not left alone, but after Mrs. and the like.
  const isPartOfName =
    honorific !== undefined && !CIVIL.test(honorific) && !rest.slice(honorific.length).trim().includes(' ');
  const written = tidyName(honorific && !isPartOfName ? rest.slice(honorific.length) : rest);
  const titled = titles.length ? titles : honorific && !isPartOfName ? [honorific] : [];
  const title = titled.join(' and ') || undefined;
  const { name, otherNames } = naming(written, titles.at(-1));
  const polite = honorific && !isPartOfName && name ? [`${honorific} ${name}`] : [];
  const standing = standingOf(title);
  return {
    printed,
    ...(title && { title }),
    ...(name && { name }),
    otherNames: [...otherNames, ...polite],
    ...(standing && { standing }),
  };
}

const tidyName = (name: string) =>
  name
    .replace(/-\s+/g, '-')
    .replace(/,? (Jr|Sr)\.?$/, ' $1.')
    .replace(/,? 2nd$/, ' II')
    .replace(/,? 3rd$/, ' III')
    .trim();

const CIVIL = /^(?:Mr|Mrs|Ms|Madame)\b/;

const BRACKETS = /\s*\(([^)]+)\)/;

function naming(name: string, style: string | undefined): { name: string; otherNames: string[] } {
  const [, nickname] = BRACKETS.exec(name) ?? [];
  if (nickname) {
    const plain = name.replace(BRACKETS, '');
    return { name: plain, otherNames: [`${nickname} ${plain.split(' ').at(-1)}`] };
  }
  const words = name.split(' ');
  const hasNumeral = words.some((w, i) => i > 0 && NUMERAL.test(w));
  if (!name || !style || !STYLE.test(style) || !(hasNumeral || words.length === 1))
    return { name, otherNames: [] };
  return { name: `${style} ${name}`, otherNames: hasNumeral ? [name] : [] };
}

function standingOf(title: string | undefined): Visitor['standing'] {
  if (!title) return undefined;
  if (/-elect\b/.test(title)) return 'ELECT';
  if (/-designate\b/.test(title)) return 'DESIGNATE';
  if (/^(?:Acting|Interim|Provisional)\b/i.test(title)) return 'ACTING';
  return /^(?:Former|Ex)\b/i.test(title) ? 'FORMER' : undefined;
}

import { nameTokens } from '../../model/names/tokens.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { wordsOfName } from '../knowledge/knowledge.js';
import { female, male } from '../words/offices.js';
import type { Figure, Name } from '../work.js';

/**
 * The people of an article, each with all names it has for them: a full name begins one, a part of it goes to whom it fits,
 * the last one named where several do. A single name that fits nobody named in full is one of its own where a title says
 * that it is a person.
 */
export function figuresOf(
  names: readonly Name[],
  exact: (name: Name) => string,
  knowledge: Knowledge,
  day: string,
): Map<Name, Figure> {
  const of = new Map<Name, Figure>();
  const figures: Figure[] = [];
  const begin = (name: Name) => {
    const figure: Figure = { name: exact(name), words: wordsOfName(exact(name)), names: [], titles: [] };
    figures.push(figure);
    join(figure, name);
  };
  const join = (figure: Figure, name: Name) => {
    figure.names.push(name);
    of.set(name, figure);
    if (!name.title) return;
    figure.titles.push(name.title);
    const words = wordsOfName(name.title.office);
    figure.sex ??= words.some((w) => female.has(w)) ? 'F' : words.some((w) => male.has(w)) ? 'M' : undefined;
  };
  const isFull = (name: Name) => name.kind === 'PERSON' && weighty(exact(name)) > 1;
  // Full names first, wherever they stand: a headline names by family names who is named in full below.
  for (const name of names.filter(isFull)) {
    const words = wordsOfName(exact(name));
    const same = figures.find((f) => isSame(f.words, words));
    if (same) {
      join(same, name);
      if (words.length > same.words.length) {
        same.name = exact(name);
        (same as { words: readonly string[] }).words = words;
      }
    } else begin(name);
  }
  names.forEach((name) => {
    if (isFull(name) || !(name.kind === 'PERSON' || name.kind === 'OTHER')) return;
    const words = wordsOfName(exact(name));
    const fitting = figures.filter((f) => isPart(words, f.words));
    const chosen = beside(fitting, name) ?? choose(fitting, name);
    if (chosen) join(chosen, name);
    else if (name.title || (name.kind === 'OTHER' && isKnown(knowledge, exact(name), day))) begin(name);
  });
  return of;

  /** "the Trump-Kim summit": of several Kims the one who stood beside Trump. */
  function beside(fitting: readonly Figure[], name: Name): Figure | undefined {
    if (fitting.length < 2) return undefined;
    const other = names.find(
      (n) => n !== name && of.has(n) && !fitting.includes(of.get(n)!) && apart(n, name) <= 2,
    );
    const partner = other && of.get(other)!;
    return partner && fitting.find((f) => f.names.some((n) => partner.names.some((p) => apart(n, p) <= 5)));
  }
}

/** How many words stand between two names. */
const apart = (a: Name, b: Name) =>
  a.first > b.last ? (a.title?.first ?? a.first) - b.last - 1 : (b.title?.first ?? b.first) - a.last - 1;

const weighty = (name: string) => nameTokens(name).filter((t) => t.weight >= 0.5).length;

/** One has all words of the other, in their order: Joseph R. Biden, Joseph Biden. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const word of long) if (short[at] === word || (short[at]?.length === 1 && word[0] === short[at])) at++;
  return at === short.length;
}

const isPart = (part: readonly string[], whole: readonly string[]) =>
  part.length > 0 &&
  whole.some((_, i) => part.every((w, j) => whole[i + j] === w)) &&
  // A middle name alone is nobody's name.
  (part.length > 1 || part[0] === whole[0] || part[0] === whole.at(-1) || whole.length > 3);

/** Of several the one with the same office, else the one named last before. */
function choose(fitting: readonly Figure[], name: Name): Figure | undefined {
  if (fitting.length < 2) return fitting[0];
  const office = name.title?.office.toLowerCase();
  const titled = office ? fitting.filter((f) => f.titles.some((t) => t.office.toLowerCase() === office)) : [];
  const among = titled.length ? titled : fitting;
  const lastBefore = (f: Figure) =>
    Math.max(-1, ...f.names.filter((n) => n.first < name.first).map((n) => n.first));
  const best = [...among].sort((a, b) => lastBefore(b) - lastBefore(a))[0]!;
  return lastBefore(best) >= 0 ? best : among[0];
}

/** Whether somebody has the one word as the last of a name. */
const isKnown = (knowledge: Knowledge, word: string, day: string) => {
  const [first, ...more] = wordsOfName(word);
  return (
    !more.length &&
    first !== undefined &&
    knowledge.sounding(word, day).some((e) => wordsOfName(e.name).at(-1) === first)
  );
};

import { words, type Word } from '../../model/fold.js';
import type { Term } from '../../model/search-terms.js';
import { searchWord } from '../../model/search-text.js';

/** How many characters of a long text are shown around what matched. */
const SHOWN = 240;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => escapes[c]!);

/** The text in which most terms stand, with them between <mark> and </mark>; the rest is escaped for HTML. */
export function highlight(texts: readonly (string | null)[], terms: readonly Term[]): string {
  let best: { text: string; marks: Word[]; found: number } | undefined;
  for (const text of texts) {
    if (text === null) continue;
    const marks = marked(text, terms);
    if (!best || marks.found > best.found) best = { text, ...marks };
  }
  return best ? shown(best.text, best.marks) : '';
}

/** Where terms stand in a text, from its beginning on, and how many of them. */
function marked(text: string, terms: readonly Term[]): { marks: Word[]; found: number } {
  const list = words(text);
  const written = list.map(({ word }) => searchWord(word));
  const marks: Word[] = [];
  const found = new Set<Term>();
  for (let i = 0; i < list.length; i++) {
    const here = terms.filter((term) => stands(term, written, i));
    for (const term of here) found.add(term);
    const length = Math.max(0, ...here.map((term) => term.words.length));
    if (!length) continue;
    marks.push({ word: '', start: list[i]!.start, end: list[i + length - 1]!.end });
    i += length - 1;
  }
  return { marks, found: found.size };
}

const stands = ({ words: wanted, prefix }: Term, written: readonly string[], at: number) =>
  wanted.every((word, i) =>
    prefix && i === wanted.length - 1 ? written[at + i]?.startsWith(word) : written[at + i] === word,
  );

function shown(text: string, marks: readonly Word[]): string {
  const [first] = marks;
  let from = 0;
  if (first && text.length > SHOWN) from = boundary(text, Math.max(0, first.start - SHOWN / 4));
  const to =
    text.length - from > SHOWN ? boundary(text, Math.max(from + SHOWN, first?.end ?? 0)) : text.length;
  let out = from ? '…' : '';
  let at = from;
  for (const { start, end } of marks) {
    if (start < from || end > to) continue;
    out += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return `${out}${escaped(text.slice(at, to))}${to < text.length ? '…' : ''}`;
}

// Between words, where one is near, and never inside a character.
function boundary(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  const cut = space >= 0 && space - at < 30 ? space : at;
  return /[\udc00-\udfff]/.test(text[cut] ?? '') ? cut + 1 : cut;
}

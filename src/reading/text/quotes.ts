import type { Stretch } from './paragraphs.js';

/** A stretch between quotation marks, the marks within it: [start, end). */
export interface Quote extends Stretch {
  readonly paragraph: number;
  /** What stands between the marks. */
  readonly inner: Stretch;
  /** It has no closing mark: it ends with its paragraph. */
  readonly open: boolean;
  /** It goes on what the paragraph before left open. */
  readonly continues: boolean;
}

const OPENING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '「': '」',
  '『': '』',
};
const STRAIGHT = '"';

/**
 * The quotations of each paragraph. A paragraph that leaves one open and is followed by one that begins with an opening
 * mark has it go on there, as English prints it; otherwise the open one ends with its paragraph, and `unbalanced` says so.
 */
export function quotesOf(
  text: string,
  paragraphs: readonly Stretch[],
): { quotes: Quote[]; unbalanced: number } {
  const quotes: Quote[] = [];
  let unbalanced = 0;
  paragraphs.forEach((paragraph, at) => {
    const before = quotes.at(-1);
    const leaves = before?.open && before.paragraph === at - 1;
    const found = inParagraph(text, paragraph, at);
    const goesOn = Boolean(leaves && found[0] && found[0].start === paragraph.start);
    if (leaves && !goesOn) unbalanced++;
    found.forEach((quote, i) => quotes.push({ ...quote, continues: goesOn && i === 0 }));
  });
  if (quotes.at(-1)?.open) unbalanced++;
  return { quotes, unbalanced };
}

function inParagraph(text: string, { start, end }: Stretch, paragraph: number): Omit<Quote, 'continues'>[] {
  const found: Omit<Quote, 'continues'>[] = [];
  for (let i = start; i < end; i++) {
    const closing = opened(text, i, start);
    if (!closing) continue;
    const close = closed(text, i, end, closing);
    // A single mark that nothing closes is an apostrophe: ‘90s.
    if (close < 0 && text[i] === '‘') continue;
    const last = close < 0 ? end : close + 1;
    const inner = { start: i + 1, end: close < 0 ? end : close };
    if (inner.end > inner.start) found.push({ start: i, end: last, paragraph, inner, open: close < 0 });
    i = last - 1;
  }
  return found;
}

/** The marks that close what opens here; undefined where nothing does. */
function opened(text: string, at: number, start: number): string | undefined {
  const mark = text[at]!;
  if (mark === STRAIGHT) {
    // After a digit it is inches; else the first one opens, however it stands.
    return at > start && /\p{N}/u.test(text[at - 1]!) ? undefined : STRAIGHT;
  }
  // Within a word it is an apostrophe.
  if (mark === '‘' && at > start && /\p{L}/u.test(text[at - 1]!)) return undefined;
  return Object.hasOwn(OPENING, mark) ? OPENING[mark] : undefined;
}

function closed(text: string, from: number, end: number, closing: string): number {
  let depth = 0;
  for (let i = from + 1; i < end; i++) {
    const mark = text[i]!;
    if (mark === text[from] && mark !== STRAIGHT && /[\s([—–-]/.test(text[i - 1]!)) depth++;
    else if (closing.includes(mark)) {
      if (mark === '’' && isApostrophe(text, i)) continue;
      if (!depth) return i;
      depth--;
    }
  }
  return -1;
}

const isApostrophe = (text: string, at: number) =>
  /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') ||
  (/s/i.test(text[at - 1] ?? '') && /^’ \p{Ll}/u.test(text.slice(at, at + 3)));

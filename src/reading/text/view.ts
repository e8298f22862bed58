/**
 * A text as the stages read it, with the way back to the text as it was handed in: no characters that nobody sees, one
 * kind of space, lines of a paragraph joined. Offsets are UTF-16, and mostly the same on both sides.
 */
export interface View {
  readonly text: string;
  /** The offset in the source of an offset in the view; of the end of a text its end. */
  at(offset: number): number;
}

// Soft hyphens, zero-width spaces, marks of direction and of byte order: not seen, and words go on over them.
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Quotation marks as typewriters and news wires have them, two apostrophes or accents for one mark.
const TYPED = /'{2,3}|``/g;
const UNSEEN_OR_TYPED = new RegExp(`${UNSEEN.source}|${TYPED.source}`, 'g');
// All of the same length, so that offsets stay.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const SPACE = /[\t\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const BREAK = /[\u2028\u2029\u0085]/g;

/** Normalises a text. */
export function viewOf(source: string): View {
  const removed: number[] = [];
  const isTyped = (source.match(TYPED)?.length ?? 0) > 1;
  const seen = source.replace(isTyped ? UNSEEN_OR_TYPED : UNSEEN, (found, at: number) => {
    if (!/^['`]/.test(found)) {
      removed.push(at);
      return '';
    }
    // Of three the one inside is the inner quotation's.
    const isLast = found.length > 2 && /\S/.test(source[at - 1] ?? ' ');
    removed.push(isLast ? at + 2 : at + 1);
    return found.length < 3 ? '"' : isLast ? `'"` : `"'`;
  });
  const text = unwrapped(seen.replace(BREAK, '\n').replace(CONTROL, ' ').replace(SPACE, ' '));
  if (!removed.length) return { text, at: (offset) => offset };
  return {
    text,
    at(offset) {
      // How many characters were taken out before it: the place of the first removed one that lies beyond.
      let [low, high] = [0, removed.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (removed[middle]! - middle <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + low;
    },
  };
}

// Where paragraphs are parted by empty lines, or lines end in the midst of sentences, a line that goes on in the next was
// wrapped; lists are not.
function unwrapped(text: string): string {
  if (!/\n *\n/.test(text.trim()) && !isWrapped(text)) return text;
  return text.replace(/(?<=[^\n ] *)\n(?! *(?:\n|[-*•–—#>] |\d{1,3}[.)] ))(?=[^\n])/g, (end, at: number) =>
    // A line as long as a paragraph is one.
    at - text.lastIndexOf('\n', at - 1) > LONG ? end : ' ',
  );
}

const LONG = 160;
const LINE = { least: 40, most: 100 };

/** Most of its lines are of one length and end in no stop. */
function isWrapped(text: string): boolean {
  const lines = text
    .trim()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.trimEnd());
  const open = lines.filter((l) => l.length >= LINE.least && l.length <= LINE.most && !/[.!?:;”"]$/.test(l));
  return lines.length > 2 && open.length / lines.length > 0.5;
}

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
// All of the same length, so that offsets stay.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const SPACE = /[\t\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const BREAK = /[\u2028\u2029\u0085]/g;

/** Normalises a text. */
export function viewOf(source: string): View {
  const removed: number[] = [];
  const seen = source.replace(UNSEEN, (_, at: number) => {
    removed.push(at);
    return '';
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
  return text.replace(/(?<=[^\n ] *)\n(?! *(?:\n|[-*•–—#>] |\d{1,3}[.)] ))(?=[^\n])/g, ' ');
}

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

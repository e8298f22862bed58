// What runs to the end of the piece may well go on to its `;` in the next.
const BARE = /&(?!#?[\p{L}\p{N}_.:-]{0,64}(?:;|$))/u;

/**
 * Where in an unfinished text or tag an & stands that begins no entity. The parser takes what follows it, to the next `;`
 * or the end of the file, for the entity's name, and complains there or not at all.
 */
export class BareAmpersand {
  /** Undefined where there is none. */
  line: number | undefined;

  /** Looks through a piece of the file, which begins at that line, from that index on. */
  seek(text: string, line: number, from: number): void {
    if (this.line !== undefined) return;
    const start = Math.max(0, from);
    const index = text.slice(start).search(BARE);
    if (index >= 0) this.line = line + text.slice(0, start + index).split('\n').length - 1;
  }

  /** The text or tag was finished, so that none stood in it. */
  clear(): void {
    this.line = undefined;
  }
}

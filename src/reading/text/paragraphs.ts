/** A stretch of the view: UTF-16 offsets [start, end). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Paragraphs are parted by empty lines, or by lines where there is no empty one. */
export function paragraphsOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const start = index + (line.length - line.trimStart().length);
    const end = index + line.trimEnd().length;
    if (end > start) found.push({ start, end });
  }
  return found;
}

/** A line in pieces of that width, broken where a word, a list or a union goes on, with what follows moved in. */
export function broken(line: string, width: number): string[] {
  const indent = ' '.repeat(/^ */.exec(line)![0].length + 4);
  // In a terminal that narrow nothing would be gained.
  if (width < indent.length + 20) return [line];
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = Math.max(...[' ', '|', ','].map((sign) => rest.lastIndexOf(sign, width - 1))) + 1;
    const end = at > indent.length ? at : width;
    pieces.push(rest.slice(0, end).trimEnd());
    rest = indent + rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}

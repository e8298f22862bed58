import { isUtf8 } from 'node:buffer';

/** A line of a file by its number, the first being 1: its text, or why it has none. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly problem: string };

/**
 * The lines of a stream of bytes. One longer than `most` bytes is never held. Node's own readline ends lines at U+2028
 * too, which JSON has in its texts, and makes characters of any bytes.
 */
export async function* lines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  most = Infinity,
): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 0;
  const add = (part: Buffer) => {
    size += part.length;
    if (size > most) parts = [];
    else if (part.length) parts.push(part);
  };
  const take = (): Line => {
    const line = lineOf(++number, parts, size > most ? most : undefined);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (size) yield take();
}

function lineOf(number: number, parts: readonly Buffer[], exceeded: number | undefined): Line {
  if (exceeded !== undefined)
    return {
      number,
      problem: `is longer than ${exceeded.toLocaleString('en')} bytes, and no record is that large`,
    };
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  if (!isUtf8(bytes)) return { number, problem: 'is not UTF-8; the file has to be written in it' };
  const text = bytes.toString('utf8');
  return { number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text };
}

import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { Unreadable } from './unreadable.js';

const CHUNK = 64 * 1024;
/** What a decoder writes for bytes that mean nothing in an encoding. */
const BROKEN = '\uFFFD';

/**
 * The text of an XML file, piece by piece, in the encoding that its first bytes or its declaration name, else UTF-8.
 * @param line says how far the reader of the text is, for the message
 * @throws Unreadable where the bytes are not what the file says; the text before them was given.
 */
export async function* decoded(path: string, line: () => number): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of pieces(path)) {
    decoder ??= new TextDecoder(encoding(bytes));
    if (!decoder.encoding.startsWith('utf') && isUtf8Throughout(bytes))
      throw new Unreadable(
        line(),
        `the file says it is ${decoder.encoding}, and its bytes are UTF-8: say so`,
      );
    yield* whole(decoder.decode(bytes, { stream: true }), decoder.encoding, line);
  }
  if (decoder) yield* whole(decoder.decode(), decoder.encoding, line);
}

/** Each piece lies where the one before it lay. */
async function* pieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafe(Math.min(size + 1, CHUNK));
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function* whole(text: string, encoding: string, line: () => number): Generator<string> {
  const broken = text.indexOf(BROKEN);
  if (broken < 0) return yield text;
  yield text.slice(0, broken);
  const at = line();
  throw new Unreadable(
    at,
    `line ${at} holds bytes that are not ${encoding}, in which the file is to be: save it as UTF-8`,
  );
}

function encoding(start: Buffer): string {
  const mark = /^(?:(\xEF\xBB\xBF)|(\xFF\xFE)|(\xFE\xFF))/.exec(start.toString('latin1', 0, 3));
  const found = mark && (mark[1] ? 'utf-8' : mark[2] ? 'utf-16le' : 'utf-16be');
  const head = new TextDecoder(found ?? 'latin1').decode(start.subarray(0, 1024));
  const said = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(head)?.[1];
  if (said === undefined) return found ?? 'utf-8';
  const wide = /^utf-?16/i.test(said);
  const fits =
    found === null ? !wide : wide ? found.startsWith('utf-16') : /^utf-?8$/i.test(said) && found === 'utf-8';
  if (!fits)
    throw new Unreadable(
      1,
      `the file says it is ${said}, and its first bytes say ${found ?? 'that it is not'}`,
    );
  try {
    return found ?? new TextDecoder(said).encoding;
  } catch {
    throw new Unreadable(1, `the file says it is ${said}, which is no encoding known here: save it as UTF-8`);
  }
}

// In an encoding of one byte a letter, accents hardly ever make up UTF-8 by chance; a cut character at either end is left out.
function isUtf8Throughout(bytes: Buffer): boolean {
  if (isAscii(bytes)) return false;
  const lines = bytes.subarray(bytes.indexOf(10) + 1, bytes.lastIndexOf(10) + 1);
  const looked = lines.length ? lines : bytes;
  return !isAscii(looked) && isUtf8(looked);
}

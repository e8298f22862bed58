import type { Refusal } from '../../bring/outcome.js';
import { LONGEST_ROW, refusedLine, THE_REST, type TableForm } from './row.js';

/**
 * The text of a table, in blocks of whole lines. Where bytes are of another encoding the text ends with the line before
 * them, and `broken` says so.
 */
export class Decoded {
  broken: Refusal | undefined;
  private line = 1;
  private at = 0;

  constructor(private readonly form: Pick<TableForm, 'name' | 'encoding'>) {}

  async *blocks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const { encoding } = this.form;
    // In UTF-16 a byte that looks like the end of a line may be half of a letter: there nothing is cut.
    if (new TextDecoder(encoding).encoding.startsWith('utf-16')) return yield* this.streamed(bytes);
    let rest: Uint8Array = new Uint8Array(0);
    for await (const chunk of bytes) {
      const block = rest.length
        ? Buffer.concat([rest, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      const cut = block.lastIndexOf(0x0a) + 1;
      rest = block.subarray(cut);
      if (cut) yield* this.lines(block.subarray(0, cut));
      if (!this.broken && rest.length > LONGEST_ROW)
        this.broken = this.refuse(`is longer than ${LONGEST_ROW / 1_000_000} MB; ${THE_REST}`);
      if (this.broken) return;
    }
    if (rest.length) yield* this.lines(rest);
  }

  private *lines(block: Uint8Array): Generator<string> {
    const { encoding } = this.form;
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(block);
      yield text;
      this.at += block.length;
      for (let i = -1; (i = block.indexOf(0x0a, i + 1)) >= 0;) this.line++;
    } catch {
      yield this.before(block);
    }
  }

  /** The lines before the one that cannot be read. */
  private before(block: Uint8Array): string {
    const { encoding } = this.form;
    let text = '';
    for (let from = 0; from < block.length;) {
      const end = block.indexOf(0x0a, from) + 1 || block.length;
      const line = block.subarray(from, end);
      try {
        text += new TextDecoder(encoding, { fatal: true }).decode(line);
      } catch {
        const good = new TextDecoder(encoding).decode(line).split('\ufffd')[0]!;
        this.at += from + Buffer.byteLength(good);
        this.broken = this.refuse(this.problem());
        return text;
      }
      this.line++;
      from = end;
    }
    return text;
  }

  private async *streamed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder(this.form.encoding, { fatal: true });
    try {
      for await (const chunk of bytes) {
        const text = decoder.decode(chunk, { stream: true });
        this.at += chunk.length;
        this.line += text.split('\n').length - 1;
        yield text;
      }
      yield decoder.decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.broken = this.refuse(this.problem());
    }
  }

  private problem(): string {
    const { encoding } = this.form;
    const utf8 = new TextDecoder(encoding).encoding === 'utf-8';
    const hint = utf8
      ? "in the mapping, 'encoding: windows-1252' reads the one of Excel in the West, 'encoding: utf-16le' its Unicode text"
      : "the mapping's 'encoding' is another";
    return `is not ${encoding.toUpperCase()} at byte ${this.at} of the file; ${hint}; ${THE_REST}`;
  }

  private refuse(problem: string): Refusal {
    return refusedLine(this.form.name, this.line, problem);
  }
}

import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { BareAmpersand } from './bare-ampersand.js';
import { collapsed, type Element } from './element.js';
import { DEEPEST, LONGEST_RECORD, LONGEST_TOKEN, type Shape } from './shape.js';
import { Unreadable } from './unreadable.js';

/** A record, or something at that line that is none. */
export type Found =
  | { readonly element: Element; /** The name of the element around it. */ readonly within: string }
  | { readonly line: number; readonly problem: string };

type Growing = Element & { readonly children: Element[]; text: string };

/**
 * Cuts XML into its records while it comes, and keeps nothing else. Entities other than XML's own five are errors, and no
 * DTD is read: the parser does not know how.
 */
export class Cutter {
  private readonly parser = new SaxesParser({ position: true });
  private readonly ampersand = new BareAmpersand();
  private readonly names: string[] = [];
  private readonly record: Growing[] = [];
  private found: { readonly is: Found; readonly end: number }[] = [];
  /** The depth of an element whose inside is passed over. */
  private passing: number | undefined;
  private recordStart = 0;
  /** Where the last text, tag or comment ended. */
  private tokenEnd = 0;
  private written = 0;

  constructor(private readonly shape: Shape) {
    const token = (on: (value: never) => void) => (value: unknown) => {
      this.tokenEnd = this.parser.position;
      this.ampersand.clear();
      on(value as never);
    };
    const nothing = token(() => undefined);
    this.parser.on(
      'opentag',
      token((tag: SaxesTagPlain) => this.opened(tag)),
    );
    this.parser.on(
      'closetag',
      token(() => this.closed()),
    );
    this.parser.on(
      'text',
      token((text: string) => this.texted(text)),
    );
    this.parser.on(
      'cdata',
      token((text: string) => this.texted(text)),
    );
    this.parser.on('comment', nothing);
    this.parser.on('doctype', nothing);
    this.parser.on('processinginstruction', nothing);
  }

  get line(): number {
    return this.parser.line;
  }

  /** @throws Unreadable where the text is no XML; what was found before is in `taken`. */
  write(text: string): void {
    const { line } = this;
    try {
      this.parser.write(text);
    } catch (error) {
      this.ampersand.seek(text, line, this.tokenEnd - this.written);
      this.failed(error, text.slice(0, this.parser.position - this.written));
    }
    this.ampersand.seek(text, line, this.tokenEnd - this.written);
    this.written += text.length;
    // The parser gathers a token until it ends, so one that does not end is noticed here.
    if (this.written - this.tokenEnd > LONGEST_TOKEN)
      this.stop(`holds a text, tag or comment of more than ${LONGEST_TOKEN.toLocaleString('en')} characters`);
  }

  /** @throws Unreadable where the text was cut off. */
  end(): void {
    const inside = this.names.at(-1);
    const record = this.record[0];
    const where = record ? `, in the <${record.name}> of line ${record.line}` : '';
    if (inside !== undefined) this.stop(`the file is cut off inside <${inside}>${where}: get it again`);
    try {
      this.parser.close();
    } catch (error) {
      this.failed(error, '');
    }
  }

  /** What was found since it was last taken. */
  taken(): Found[] {
    const found = this.found.map(({ is }) => is);
    this.found = [];
    return found;
  }

  private failed(error: unknown, before: string): never {
    if (error instanceof Unreadable) throw error;
    const { position, line, column } = this.parser;
    // A tag that closes the wrong element is told as the end of that element, and only then as an error.
    if (this.found.at(-1)?.end === position) this.found.pop();
    const near = collapsed(before).slice(-40);
    const problem = (error as Error).message.replace(/^\d+:\d+: |\.$/g, '');
    this.stop(`no XML at line ${line}, column ${column}: ${problem}${near && `, at '${near}'`}`);
  }

  private opened({ name, attributes }: SaxesTagPlain): void {
    const depth = this.names.length;
    const within = this.names.at(-1) ?? '';
    this.names.push(name);
    if (depth >= DEEPEST) this.stop(`holds elements within elements ${DEEPEST} deep`);
    if (depth === 0 && name !== this.shape.root)
      this.stop(`its root is <${name}>, and <${this.shape.root}> belongs here`);
    if (this.passing !== undefined) return;
    const element: Growing = { name, attributes, children: [], text: '', line: this.line };
    if (this.record.length) {
      this.record.at(-1)!.children.push(element);
      this.record.push(element);
      this.limited();
    } else if (this.shape.records.includes(name)) {
      this.record.push(element);
      this.recordStart = this.parser.position;
    } else if (depth > 0 && !this.shape.holders.includes(name)) {
      this.passing = depth;
      if (!this.shape.beside.includes(name))
        this.refuse(`<${name}> is not known in <${within}>, and was not read`);
    }
  }

  private texted(text: string): void {
    if (this.passing !== undefined) return;
    const inner = this.record.at(-1);
    if (inner) inner.text += text;
    else if (collapsed(text)) this.refuse(`'${collapsed(text).slice(0, 60)}' stands outside of any record`);
    this.limited();
  }

  private closed(): void {
    this.names.pop();
    if (this.passing === this.names.length) this.passing = undefined;
    else if (this.passing === undefined) {
      const element = this.record.pop();
      const around = this.record.at(-1);
      if (around) around.text += element!.text;
      else if (element)
        this.found.push({ is: { element, within: this.names.at(-1) ?? '' }, end: this.parser.position });
    }
  }

  /** A record that grows past all measure is let go, and passed over to its end. */
  private limited(): void {
    const [record] = this.record;
    if (!record || this.parser.position - this.recordStart <= LONGEST_RECORD) return;
    this.passing = this.names.length - this.record.length;
    this.record.length = 0;
    this.refuse(
      `<${record.name}> is longer than ${LONGEST_RECORD.toLocaleString('en')} characters`,
      record.line,
    );
  }

  private refuse(problem: string, line = this.line): void {
    this.found.push({ is: { line, problem }, end: -1 });
  }

  private stop(problem: string): never {
    const { line } = this.ampersand;
    if (line !== undefined)
      throw new Unreadable(line, `line ${line} holds an & that begins no entity: write &amp;`);
    throw new Unreadable(this.line, problem);
  }
}

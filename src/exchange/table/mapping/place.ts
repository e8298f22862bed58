import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { RapporteurError } from '../../../errors.js';
import { didYouMean } from '../nearest.js';

/** A mapping file while it is read: what is wrong is gathered, so that all of it is said at once. */
export class MappingFile {
  readonly problems: string[] = [];
  readonly columns = new Map<string, string>();
  private readonly lines = new LineCounter();
  private readonly document: Document;

  /** @throws BAD_USER_INPUT where it is neither YAML nor JSON */
  constructor(
    readonly name: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines });
    const [error] = this.document.errors;
    if (error)
      throw new RapporteurError(
        'BAD_USER_INPUT',
        `${name}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]!.replace(/ at line .*$/, '')}`,
      );
  }

  get root(): Place {
    return new Place(this, this.document.contents, '', 1);
  }

  line(node: Node | null): number | undefined {
    return node?.range ? this.lines.linePos(node.range[0]).line : undefined;
  }

  resolve(node: unknown): Node | null {
    return (isAlias(node) ? node.resolve(this.document) : node) as Node | null;
  }
}

/** A value of the mapping, and where it stands. */
export class Place {
  private readonly node: Node | null;

  constructor(
    readonly file: MappingFile,
    node: unknown,
    readonly path: string,
    private readonly keyLine: number,
  ) {
    this.node = file.resolve(node);
  }

  get where(): string {
    return `${this.file.name}:${this.isMap || this.isList ? this.keyLine : (this.file.line(this.node) ?? this.keyLine)}`;
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** Notes what is wrong here. */
  fail(problem: string): undefined {
    this.file.problems.push(`${this.where}: ${this.path ? `${this.path} ` : ''}${problem}`);
    return undefined;
  }

  /** Its entries; without `names` any name will do. */
  entries(names?: readonly string[]): Map<string, Place> {
    const found = new Map<string, Place>();
    if (!isMap(this.node)) {
      this.fail(`is ${this.shown}, not names with values${names ? ` (${names.join(', ')})` : ''}`);
      return found;
    }
    for (const { key, value } of this.node.items) {
      const name = isScalar(key) ? String(key.source ?? key.value) : String(key);
      const path = this.path ? `${this.path}.${name}` : name;
      const place = new Place(this.file, value, path, this.file.line(key as Node) ?? this.keyLine);
      if (!names || names.includes(name)) found.set(name, place);
      else
        this.file.problems.push(
          `${this.file.name}:${place.keyLine}: ${path} is unknown${didYouMean(name, names)} (it takes ${names.join(', ')})`,
        );
    }
    return found;
  }

  /** Its elements; what is no list is the only one. */
  items(): Place[] {
    if (!isSeq(this.node)) return [this];
    return this.node.items.map((item, i) => {
      const node = this.file.resolve(item);
      return new Place(this.file, node, `${this.path}[${i + 1}]`, this.file.line(node) ?? this.keyLine);
    });
  }

  /** Its text as typed. */
  text(): string | undefined {
    if (isScalar(this.node) && this.node.value !== null && String(this.node.value) !== '')
      return typeof this.node.value === 'string'
        ? this.node.value
        : (this.node.source ?? String(this.node.value));
    return this.fail(`is ${this.shown}, not a text`);
  }

  oneOf<T extends string>(words: readonly T[]): T | undefined {
    const text = this.text();
    if (text === undefined || words.includes(text as T)) return text as T | undefined;
    return this.fail(`is '${text}'${didYouMean(text, words)}; it takes ${words.join(', ')}`);
  }

  number(from: number, to: number): number | undefined {
    const text = this.text();
    const value = Number(text);
    if (text === undefined || (value >= from && value <= to)) return text === undefined ? undefined : value;
    return this.fail(`is '${text}'; it takes a number from ${from} to ${to}`);
  }

  flag(): boolean | undefined {
    const word = this.oneOf(['true', 'false']);
    return word === undefined ? undefined : word === 'true';
  }

  /** The text as the name of a column. */
  column(): string | undefined {
    const name = this.text()?.trim();
    if (name !== undefined) this.names([name]);
    return name;
  }

  /** Notes columns that are named here. */
  names(columns: readonly string[]): void {
    for (const column of columns)
      if (!this.file.columns.has(column)) this.file.columns.set(column, this.where);
  }

  private get shown(): string {
    if (isMap(this.node)) return 'names with values';
    if (isSeq(this.node)) return 'a list';
    const value = isScalar(this.node) ? this.node.value : null;
    return value === null || value === '' ? 'empty' : `'${String(value)}'`;
  }
}

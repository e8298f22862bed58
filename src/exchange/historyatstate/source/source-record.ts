import type { Refusal } from '../../bring/outcome.js';
import type { Repository, SourceFact } from '../facts.js';
import { collapsed, elements, type Element } from './element.js';
import { printedDate } from './printed-date.js';

/** A record cannot be read at all. */
export class Refused extends Error {}

/** Where a record comes from. */
export interface Origin {
  readonly repository: Repository;
  /** `pocom/missions-countries/korea.xml` */
  readonly file: string;
  readonly refused: Refusal[];
  /** Where each record was read, by what tells it from all others. */
  readonly seen: Map<string, string>;
}

/** A record of a source: what its elements say, and what of it cannot be. */
export class SourceRecord {
  private key = '';

  constructor(
    private readonly element: Element,
    /** The name of the element around it. */
    readonly within: string,
    private readonly from: Origin,
  ) {}

  get at(): string {
    return `${this.from.file}:${this.element.line}`;
  }

  /** The file's name: `korea` */
  get post(): string {
    return this.from.file.replace(/^.*\/|\.xml$/g, '');
  }

  /** Says what of the record was left out, and why. */
  refuse(problem: string): void {
    const id = this.text('id');
    const record = id ? `${this.element.name} ${id}` : this.from.file;
    this.from.refused.push({ record, source: this.at, problem });
  }

  /** With single spaces; empty where there is none. */
  text(path: string): string {
    return this.texts(path)[0] ?? '';
  }

  /** Those that are not empty. */
  texts(path: string): string[] {
    return elements(this.element, path)
      .map(({ text }) => collapsed(text))
      .filter((text) => text !== '');
  }

  /** `country@id`, `@who` */
  attribute(path: string): string {
    const [to, name] = path.split('@') as [string, string];
    const [element] = to ? elements(this.element, to) : [this.element];
    return collapsed(element?.attributes[name] ?? '');
  }

  /** @throws Refused where it is empty. */
  needed(path: string): string {
    const text = path.includes('@') ? this.attribute(path) : this.text(path);
    if (!text) throw new Refused(`its ${path} is missing`);
    return text;
  }

  /**
   * With EDTF's sign where the source says how sure it is: `1450~` where it gives a precision, `1625?` where it gives a
   * certainty other than high. One that cannot be is left out, and refused by name.
   */
  date(path: string): string | undefined {
    const text = this.text(path);
    if (!text) return undefined;
    const isAbout = this.attribute(`${path}@precision`) !== '';
    const isUnsure = !['', 'high'].includes(this.attribute(`${path}@certainty`));
    try {
      return printedDate(text) + (isAbout && isUnsure ? '%' : isAbout ? '~' : isUnsure ? '?' : '');
    } catch (error) {
      this.refuse(`its ${path} was left out: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** @throws Refused where it is missing or cannot be. */
  neededDate(path: string): string {
    try {
      return printedDate(this.needed(path));
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new Refused(`its ${path} ${(error as Error).message}`);
    }
  }

  /**
   * @param apart what tells it, besides its id, from others of its kind
   * @throws Refused where it has no id, or one that was read already.
   */
  fact(apart = ''): SourceFact {
    const { repository, seen } = this.from;
    const id = this.needed('id');
    this.key = [repository, this.element.name, id, apart].join(' ');
    const first = seen.get(this.key);
    if (first)
      throw new Refused(
        `its id stands twice, first at ${first}, which stays: give this one an id of its own`,
      );
    const modified = this.day('last-modified') ?? this.day('created');
    return { repository, id, at: this.at, ...(modified && { modified }) };
  }

  /** It was read: no other may have its id. */
  settle(): void {
    if (this.key) this.from.seen.set(this.key, this.at);
  }

  private day(stem: string): string | undefined {
    const text = this.text(`${stem}-datetime`) || this.text(`${stem}-date`);
    if (!text) return undefined;
    try {
      return printedDate(text.replace(/T.*$/, ''));
    } catch (error) {
      this.refuse(`its day of ${stem} was left out: ${(error as Error).message}`);
      return undefined;
    }
  }
}

import { RapporteurError } from '../../../errors.js';
import { record, type Cell } from './cells.js';

/** A table of one kind of rows: a line of names, then a row a line, cells between tabs. */
export class Table<T extends object> {
  private readonly names: readonly (keyof T & string)[];

  constructor(
    readonly file: string,
    private readonly cells: { readonly [K in keyof T]-?: Cell<T[K]> },
  ) {
    this.names = Object.keys(cells) as (keyof T & string)[];
  }

  write(rows: readonly T[]): string {
    const lines = rows.map((row) => this.names.map((name) => this.cell(row, name)).join('\t'));
    return `${[this.names.join('\t'), ...lines].join('\n')}\n`;
  }

  private cell(row: T, name: keyof T & string): string {
    const cell = this.cells[name].write(row[name]);
    if (/[\t\n\r]/.test(cell))
      throw new RapporteurError(
        'BAD_RECORD',
        `${this.file}, ${name}: '${cell}' has a tab or a line break in it`,
      );
    return cell;
  }

  /** @throws BAD_RECORD that names file, line and column */
  read(content: string): T[] {
    const [head, ...lines] = content.replace(/\n$/, '').split('\n');
    if (head !== this.names.join('\t'))
      throw new RapporteurError(
        'BAD_RECORD',
        `${this.file}:1: the columns are ${head?.split('\t').join(', ')}; they must be ${this.names.join(', ')}`,
      );
    return lines.map((line, i) => this.row(line.split('\t'), i + 2));
  }

  private row(given: readonly string[], line: number): T {
    const at = `${this.file}:${line}`;
    if (given.length !== this.names.length)
      throw new RapporteurError(
        'BAD_RECORD',
        `${at}: ${given.length} cells for ${this.names.length} columns`,
      );
    return record(
      this.names.map((name, column) => {
        try {
          return [name, this.cells[name].read(given[column]!)];
        } catch (error) {
          throw new RapporteurError('BAD_RECORD', `${at}, ${name}: ${(error as Error).message}`);
        }
      }),
    ) as T;
  }
}

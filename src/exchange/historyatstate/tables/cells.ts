/** How a value stands in a cell of a table, and how it is read back. */
export interface Cell<T> {
  write(value: T): string;
  /** @throws Error that says what is wrong with the text */
  read(text: string): T;
}

export const text: Cell<string> = { write: (value) => value, read: (cell) => cell };

export const number: Cell<number> = {
  write: String,
  read(cell) {
    const value = Number(cell);
    if (cell === '' || Number.isNaN(value)) throw new Error(`'${cell}' is no number`);
    return value;
  },
};

/** Nothing in the cell is nothing. */
export const optional = <T>(of: Cell<T>): Cell<T | undefined> => ({
  write: (value) => (value === undefined ? '' : of.write(value)),
  read: (cell) => (cell === '' ? undefined : of.read(cell)),
});

/** Several in one cell, between bars; a bar in the text has a backslash before it. */
export const list = <T>(of: Cell<T>): Cell<readonly T[]> => joined('|', of);

/** A structure in one cell: its fields in a fixed order, between semicolons; those at the end that are empty are left out. */
export function fields<T extends object>(cells: { readonly [K in keyof T]-?: Cell<T[K]> }): Cell<T> {
  const names = Object.keys(cells) as (keyof T & string)[];
  const row = joined(';', text);
  return {
    write(value) {
      const parts = names.map((name) => cells[name].write(value[name]));
      while (parts.at(-1) === '') parts.pop();
      return row.write(parts);
    },
    read(cell) {
      const parts = row.read(cell);
      if (parts.length > names.length) throw new Error(`'${cell}' has more than ${names.length} fields`);
      return record(names.map((name, i) => [name, cells[name].read(parts[i] ?? '')])) as T;
    },
  };
}

/** What is undefined is not there. */
export const record = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

function joined<T>(by: '|' | ';', of: Cell<T>): Cell<readonly T[]> {
  const special = by === '|' ? /[\\|]/g : /[\\;]/g;
  return {
    write: (values) => values.map((v) => of.write(v).replace(special, '\\$&')).join(by),
    read: (cell) => (cell === '' ? [] : split(cell, by).map((part) => of.read(part))),
  };
}

function split(cell: string, by: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '\\') part += cell[++i] ?? '';
    else if (cell[i] === by) {
      parts.push(part);
      part = '';
    } else part += cell[i];
  }
  return [...parts, part];
}

import type { Scalar } from '../row.js';
import { using, type Connection } from './statements.js';

/** Each statement costs something by itself, and a prepared one some 80 bytes for each value it takes. */
const MOST_VALUES = 8192;

export interface Into {
  readonly table: string;
  /** Its columns as SQL names them, in the order of the rows' values. */
  readonly columns: readonly string[];
  /** What follows the values: what to do where a row is there already. */
  readonly conflict?: string;
}

/**
 * Inserts rows with bound values, many in a statement. While SQLite writes some, on a thread of its own, the next are
 * taken from `rows`: given lazily, making them costs no time of its own.
 */
export async function insert(db: Connection, into: Into, rows: Iterable<readonly Scalar[]>): Promise<void> {
  const width = into.columns.length;
  const full = 2 ** Math.floor(Math.log2(MOST_VALUES / width));
  let running: Promise<unknown> = Promise.resolve();
  let values: Scalar[] = [];
  const send = (some: readonly Scalar[]) =>
    using(db, text(into, some.length / width), (statement) => statement.all(some));
  for (const row of rows) {
    for (const value of row) values.push(value);
    if (values.length < full * width) continue;
    await running;
    running = send(values);
    values = [];
  }
  await running;
  // What is left goes in powers of two: each number of rows is a statement to keep, and these are few.
  let done = 0;
  for (let count = full / 2; count >= 1; count /= 2) {
    if (values.length - done < count * width) continue;
    await send(values.slice(done, done + count * width));
    done += count * width;
  }
}

function text({ table, columns, conflict = '' }: Into, count: number): string {
  const row = `(${columns.map(() => '?').join(',')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array<string>(count).fill(row).join(',')} ${conflict}`;
}

import type { Scalar } from '../row.js';
import type { Connection } from './statements.js';

/** SQLite takes no more than 32,766 values in a statement, and each statement costs something by itself. */
const MOST_VALUES = 30_000;

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
  const full = Math.floor(MOST_VALUES / width) * width;
  let statement: ReturnType<Connection['prepare']> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let values: Scalar[] = [];
  for (const row of rows) {
    for (const value of row) values.push(value);
    if (values.length < full) continue;
    await running;
    statement ??= db.prepare(text(into, full / width));
    running = (await statement).all(values);
    values = [];
  }
  await running;
  if (values.length) await (await db.prepare(text(into, values.length / width))).all(values);
}

function text({ table, columns, conflict = '' }: Into, count: number): string {
  const row = `(${columns.map(() => '?').join(',')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array<string>(count).fill(row).join(',')} ${conflict}`;
}

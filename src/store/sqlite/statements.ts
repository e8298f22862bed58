import { FullText } from '../../plan/full-text.js';
import { fts5 } from './search.js';
import type Database from 'libsql/promise';

export type Connection = Database;
type Statement = Awaited<ReturnType<Connection['prepare']>>;

/**
 * What a connection has prepared, and which of it is free. None of it may become garbage while the connection is open:
 * a collected statement is finalized on the main thread, which then waits for whatever runs on that connection, and
 * the timer that would end what runs is on the main thread too.
 */
const prepared = new WeakMap<Connection, { readonly free: Map<string, Statement[]>; count: number }>();

/** So many statements are enough of a connection: it gives way to a new one, and what it prepared goes with it. */
const MOST = 1000;

export const isWorn = (db: Connection): boolean => (prepared.get(db)?.count ?? 0) >= MOST;

/** The rows a statement gives; values are bound by number, lists as JSON. A text sent again is not prepared again. */
export function rows<T>(db: Connection, sql: string, values: readonly unknown[]): Promise<T[]> {
  return using(db, sql, async (statement) => (await statement.all(...values.map(bound))) as T[]);
}

export async function run(db: Connection, sql: string, values: readonly unknown[]): Promise<void> {
  // `all` works on a thread of its own; `run` would hold everything else up until it is done.
  await rows(db, sql, values);
}

/** Lends a statement to the work, prepared for it or before. */
export async function using<T>(
  db: Connection,
  sql: string,
  work: (statement: Statement) => Promise<T>,
): Promise<T> {
  const kept = prepared.get(db) ?? { free: new Map<string, Statement[]>(), count: 0 };
  prepared.set(db, kept);
  let statement = kept.free.get(sql)?.pop();
  if (!statement) {
    statement = await db.prepare(sql);
    kept.count++;
  }
  try {
    return await work(statement);
  } finally {
    const free = kept.free.get(sql);
    if (free) free.push(statement);
    else kept.free.set(sql, [statement]);
  }
}

/** Removes the rows of a table whose column is among these; none is no statement. */
export async function removeAmong(
  db: Connection,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length)
    await run(db, `DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?1))`, [ids]);
}

function bound(value: unknown): unknown {
  if (Array.isArray(value)) return JSON.stringify(value);
  if (value instanceof FullText) return fts5(value);
  return typeof value === 'boolean' ? Number(value) : value;
}

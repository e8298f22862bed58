import { FullText } from '../../plan/full-text.js';
import { fts5 } from './search.js';
import type Database from 'libsql/promise';

export type Connection = Database;

/** The rows a statement gives; values are bound by number, lists as JSON. */
export async function rows<T>(db: Connection, sql: string, values: readonly unknown[]): Promise<T[]> {
  const statement = await db.prepare(sql);
  return (await statement.all(...values.map(bound))) as T[];
}

/** How many statements a connection keeps prepared: preparing takes longer than many a question. */
const KEPT = 100;
const prepared = new WeakMap<Connection, Map<string, Statement>>();
type Statement = Awaited<ReturnType<Connection['prepare']>>;

/** The rows of a statement that will be sent again. */
export async function rowsAgain<T>(db: Connection, sql: string, values: readonly unknown[]): Promise<T[]> {
  const statement = await preparedAgain(db, sql);
  return (await statement.all(...values.map(bound))) as T[];
}

/** A statement that was sent before, as it was prepared then. */
export async function preparedAgain(db: Connection, sql: string): Promise<Statement> {
  const kept = prepared.get(db) ?? new Map<string, Statement>();
  prepared.set(db, kept);
  const statement = kept.get(sql) ?? (await db.prepare(sql));
  // The last asked for stands last.
  kept.delete(sql);
  kept.set(sql, statement);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return statement;
}

export async function run(db: Connection, sql: string, values: readonly unknown[]): Promise<void> {
  const statement = await db.prepare(sql);
  // `all` works on a thread of its own; `run` would hold everything else up until it is done.
  await statement.all(...values.map(bound));
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

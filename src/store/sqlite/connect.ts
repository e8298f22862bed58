import Database from 'libsql/promise';
import { join } from 'node:path';
import type { Connection } from './statements.js';

/** The file of the store in a folder. */
export const fileIn = (folder: string): string => join(folder, 'rapporteur.sqlite');

/** A connection to the store in a folder, or to a new one in memory. */
export async function connect(folder?: string): Promise<Connection> {
  const db = new Database(folder ? fileIn(folder) : 'file:memory?mode=memory', {});
  await db.exec('PRAGMA busy_timeout = 5000');
  return db;
}

/** One that writes. */
export async function toWrite(folder?: string): Promise<Connection> {
  const db = await connect(folder);
  if (folder) await db.exec('PRAGMA page_size = 16384');
  if (folder) await db.exec('PRAGMA journal_mode = WAL');
  await db.exec('PRAGMA synchronous = FULL');
  // 128 MB, where it is needed: what a large change set touches is then written once.
  await db.exec('PRAGMA cache_size = -131072');
  return db;
}

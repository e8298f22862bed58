import Database from 'libsql/promise';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { RapporteurError } from '../../errors.js';
import type { Head } from '../port.js';
import { way } from '../migrations.js';
import { connect, fileIn } from './connect.js';
import { migrations } from './migrations.js';
import { rows } from './statements.js';

/**
 * Copies the store of a folder into one file, as it is at one moment, while others read and write it.
 * @throws STORE_UNAVAILABLE where there is none
 */
export async function copyStore(folder: string, file: string): Promise<Head> {
  if (!(await stat(fileIn(folder)).catch(() => undefined)))
    throw new RapporteurError(
      'STORE_UNAVAILABLE',
      `There is no store in ${folder}; set DATA_DIR to where it is`,
    );
  const db = await connect(folder);
  try {
    await db.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`);
  } finally {
    db.close();
  }
  await kept(file);
  return looked(file);
}

/** Puts such a copy into a folder that has no store. @throws CONFLICT, BAD_SOURCE, STORE_FORMAT */
export async function placeStore(file: string, folder: string): Promise<Head> {
  const to = fileIn(folder);
  const there = async () => {
    if (await stat(to).catch(() => undefined))
      throw new RapporteurError(
        'CONFLICT',
        `There is a store in ${folder} already: give another DATA_DIR, or move it away`,
      );
  };
  await there();
  const head = await looked(file);
  await mkdir(folder, { recursive: true });
  const aside = `${to}.${process.pid}.part`;
  try {
    await copyFile(file, aside);
    await kept(aside);
    await there();
    await rename(aside, to);
  } finally {
    await rm(aside, { force: true });
  }
  return head;
}

/** What is in the file is on the disk. */
async function kept(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

/** The head of a copy, whose pages and format are as they should be. */
async function looked(file: string): Promise<Head> {
  const handle = await open(file, 'r').catch((error: Error) => {
    throw new RapporteurError('BAD_SOURCE', `${file} cannot be read (${error.message})`);
  });
  const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0);
  await handle.close();
  if (buffer.toString('latin1') !== 'SQLite format 3\0')
    throw new RapporteurError('BAD_SOURCE', `${file} is no copy of a store: it is no SQLite file`);
  const db = new Database(file, {});
  try {
    const [wrong] = (await rows<{ quick_check: string }>(db, 'PRAGMA quick_check(1)', [])).filter(
      (row) => row.quick_check !== 'ok',
    );
    const [format] = wrong
      ? []
      : await rows<{ value: string }>(db, "SELECT value FROM meta WHERE key = 'format'", []);
    if (!format) throw new Error(wrong?.quick_check ?? 'no format');
    way(migrations, format.value, file);
    const [last] = await rows<Head>(
      db,
      'SELECT sequence, id AS change FROM change ORDER BY sequence DESC LIMIT 1',
      [],
    );
    return last ?? { sequence: 0, change: null };
  } catch (error) {
    if (error instanceof RapporteurError) throw error;
    throw new RapporteurError('BAD_SOURCE', `${file} is no whole store (${(error as Error).message})`);
  } finally {
    db.close();
  }
}

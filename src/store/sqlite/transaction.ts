import { RapporteurError } from '../../errors.js';
import type { Connection } from './statements.js';

/** Does work in one transaction: all of it is there, or nothing. @throws STORE_UNAVAILABLE, STORE_FULL */
export async function inTransaction<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  await begin(db);
  try {
    const value = await work();
    await db.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk may have ended it already.
    await db.exec('ROLLBACK').catch(() => undefined);
    throw told(error as Error);
  }
}

/** @throws STORE_UNAVAILABLE where another process has been writing for longer than one waits */
async function begin(db: Connection): Promise<void> {
  await db.exec('BEGIN IMMEDIATE').catch((error: Error) => {
    if (!/database is locked|SQLITE_BUSY/.test(error.message)) throw told(error);
    throw new RapporteurError(
      'STORE_UNAVAILABLE',
      'Another process writes to the store, an import or export perhaps; try again when it is done',
    );
  });
}

function told(error: Error): Error {
  if (
    /database or disk is full|SQLITE_FULL|disk I\/O error|SQLITE_IOERR_(WRITE|FSYNC|SHMSIZE)/.test(
      error.message,
    )
  )
    return new RapporteurError(
      'STORE_FULL',
      `There is no room left where the store is (${error.message}), so nothing of this change was written; make room, or move DATA_DIR to a larger disk`,
    );
  if (/readonly database|SQLITE_READONLY/.test(error.message))
    return new RapporteurError(
      'STORE_UNAVAILABLE',
      'The folder of the store can be read but not written; make it and its files writable for whom the server runs as, or set DATA_DIR to another',
    );
  return error;
}

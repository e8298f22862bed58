import Database from 'libsql/promise';
import { join } from 'node:path';
import { RapporteurError } from '../../errors.js';

/** A store that is taken, until it is closed or its process is gone, however that ends. */
export interface Held {
  close(): void;
}

/**
 * Takes the store of a folder for one server. The lock is the operating system's, on a file beside the store: a number of a process
 * in a file would outlive the process, and mean another one in another container.
 * @throws STORE_UNAVAILABLE where another has it
 */
export async function holding(folder: string): Promise<Held> {
  const db = new Database(join(folder, 'serving.lock'), {});
  try {
    await db.exec('PRAGMA journal_mode = DELETE');
    await db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (!/locked|BUSY/.test((error as Error).message)) throw error;
    throw new RapporteurError(
      'STORE_UNAVAILABLE',
      `Another server serves the store in ${folder} already. Ask that one, or stop it; for a second server set DATA_DIR to another folder, or have both use one Neo4j (NEO4J_URI). Commands such as import, backup and check work beside a server`,
    );
  }
}

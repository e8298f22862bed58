import type { Migration } from '../migrations.js';

/** What brings an older database's records to the next format; constraints and indexes are made where they are missing. */
export const migrations: readonly Migration[] = [{ from: '2', to: '3', statements: [] }];

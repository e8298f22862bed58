import type { Migration } from '../migrations.js';
import { tombstones } from './ddl.js';

/** What brings an older store's tables to the next format; its indexes then follow the catalogue by themselves. */
export const migrations: readonly Migration[] = [{ from: '2', to: '3', statements: [tombstones] }];

import type { Catalogue } from '../../model/catalogue.js';
import type { Keeping, Shelved, Tombstone } from '../port.js';
import { shelvedAfter } from './in-order.js';
import { removeAmong, rows, run, type Connection } from './statements.js';

/** What a transaction keeps beside the graph: the shelf, what takes changes back, memories, tombstones. */
export class SqliteKept implements Keeping {
  constructor(
    protected readonly catalogue: Catalogue,
    protected readonly db: Connection,
  ) {}

  async shelved(ids: readonly string[]): Promise<Map<string, string>> {
    return new Map(
      (
        await rows<{ id: string; record: string }>(
          this.db,
          'SELECT id, record FROM shelf WHERE id IN (SELECT value FROM json_each(?1))',
          [ids],
        )
      ).map((r) => [r.id, r.record]),
    );
  }

  shelvedAfter(concept: string, id: string, limit: number): Promise<Shelved[]> {
    return shelvedAfter(this.db, this.catalogue.concept(concept), id, limit);
  }

  shelve(records: readonly Shelved[]): Promise<void> {
    return run(
      this.db,
      'INSERT OR REPLACE INTO shelf SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?1)',
      [records.map((s) => [s.id, s.concept, s.recordedAt, s.record, s.row])],
    );
  }

  unshelve(ids: readonly string[]): Promise<void> {
    return removeAmong(this.db, 'shelf', 'id', ids);
  }

  keepInverse(change: string, body: string): Promise<void> {
    return run(this.db, 'INSERT OR REPLACE INTO inverse VALUES (?1, ?2)', [change, body]);
  }

  async inverses(changes: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ change: string; body: string }>(
      this.db,
      'SELECT change, body FROM inverse WHERE change IN (SELECT value FROM json_each(?1))',
      [changes],
    );
    return new Map(found.map(({ change, body }) => [change, body]));
  }

  setMeta(key: string, value: string): Promise<void> {
    return run(this.db, 'INSERT OR REPLACE INTO meta VALUES (?1, ?2)', [key, value]);
  }

  dropMeta(keys: readonly string[]): Promise<void> {
    return removeAmong(this.db, 'meta', 'key', keys);
  }

  tombstones(marks?: readonly string[]): Promise<Tombstone[]> {
    if (!marks) return rows<Tombstone>(this.db, 'SELECT * FROM tombstone ORDER BY mark', []);
    return rows<Tombstone>(
      this.db,
      'SELECT * FROM tombstone WHERE mark IN (SELECT value FROM json_each(?1))',
      [marks],
    );
  }

  bury(tombstones: readonly Tombstone[]): Promise<void> {
    return run(
      this.db,
      'INSERT OR REPLACE INTO tombstone SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)',
      [tombstones.map(({ mark, at, by, change }) => [mark, at, by, change])],
    );
  }

  async meta(): Promise<Map<string, string>> {
    const found = await rows<{ key: string; value: string }>(this.db, 'SELECT key, value FROM meta', []);
    return new Map(found.map(({ key, value }) => [key, value]));
  }
}

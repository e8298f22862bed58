import neo4j, { type Transaction } from 'neo4j-driver';
import type { Catalogue } from '../../model/catalogue.js';
import type { Keeping, Shelved, Tombstone } from '../port.js';
import { found } from './found.js';

const BATCH = 10_000;

/** What a transaction keeps beside the graph: the shelf, what takes changes back, memories, tombstones. */
export class Neo4jKept implements Keeping {
  constructor(
    protected readonly catalogue: Catalogue,
    protected readonly transaction: Transaction,
  ) {}

  protected run(text: string, values: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    return found(this.transaction, text, values);
  }

  protected async batches(text: string, rows: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for (let i = 0; i < rows.length; i += BATCH)
      found.push(...(await this.run(text, { rows: rows.slice(i, i + BATCH) })));
    return found;
  }

  async shelved(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.batches(
      'UNWIND $rows AS id MATCH (s:Shelf {id: id}) RETURN id, s.record AS record',
      ids,
    );
    return new Map(found.map(({ id, record }) => [id as string, record as string]));
  }

  async shelvedAfter(concept: string, after: string, limit: number): Promise<Shelved[]> {
    const { prefix } = this.catalogue.concept(concept);
    // Its ids all begin with its prefix and a colon; a semicolon is the next character.
    const found = await this.run(
      'MATCH (s:Shelf) WHERE s.id > $id AND s.id < $end RETURN properties(s) AS shelved ORDER BY s.id LIMIT $limit',
      { id: after || `${prefix}:`, end: `${prefix};`, limit: neo4j.int(limit) },
    );
    return found.map(({ shelved }) => {
      const { id, concept, recordedAt, record, row } = shelved as Shelved;
      return { id, concept, recordedAt, record, row };
    });
  }

  async shelve(records: readonly Shelved[]): Promise<void> {
    await this.batches('UNWIND $rows AS row MERGE (s:Shelf {id: row.id}) SET s = row', records);
  }

  async unshelve(ids: readonly string[]): Promise<void> {
    await this.batches('UNWIND $rows AS id MATCH (s:Shelf {id: id}) DELETE s', ids);
  }

  async keepInverse(change: string, body: string): Promise<void> {
    await this.run('MERGE (i:Inverse {change: $change}) SET i.body = $body', { change, body });
  }

  async inverses(changes: readonly string[]): Promise<Map<string, string>> {
    const found = await this.batches(
      'UNWIND $rows AS change MATCH (i:Inverse {change: change}) RETURN change, i.body AS body',
      changes,
    );
    return new Map(found.map(({ change, body }) => [change as string, body as string]));
  }

  async meta(): Promise<Map<string, string>> {
    const found = await this.run('MATCH (m:Meta) RETURN m.key AS key, m.value AS value', {});
    return new Map(found.map(({ key, value }) => [key as string, value as string]));
  }

  async dropMeta(keys: readonly string[]): Promise<void> {
    await this.batches('UNWIND $rows AS key MATCH (m:Meta {key: key}) DELETE m', keys);
  }

  async tombstones(marks?: readonly string[]): Promise<Tombstone[]> {
    const all = 'MATCH (t:Tombstone) RETURN properties(t) AS tombstone ORDER BY t.mark';
    const found = !marks
      ? await this.run(all, {})
      : await this.batches(
          'UNWIND $rows AS mark MATCH (t:Tombstone {mark: mark}) RETURN properties(t) AS tombstone',
          marks,
        );
    return found.map(({ tombstone }) => {
      const { mark, at, by, change } = tombstone as Tombstone;
      return { mark, at, by, change };
    });
  }

  async bury(tombstones: readonly Tombstone[]): Promise<void> {
    await this.batches('UNWIND $rows AS row MERGE (t:Tombstone {mark: row.mark}) SET t = row', tombstones);
  }

  async setMeta(key: string, value: string): Promise<void> {
    await this.run('MERGE (m:Meta {key: $key}) SET m.value = $value', { key, value });
  }
}

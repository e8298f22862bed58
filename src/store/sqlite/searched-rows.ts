import type { Catalogue } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import { searchFamilies } from '../../model/search-families.js';
import { searched, type Searched } from '../searched.js';
import { insert } from './insert.js';
import { searchTable } from './search.js';
import { removeAmong, rows, run, type Connection } from './statements.js';

/** Keeps what full text finds: the words of each record, and in FTS5 where they stand. */
export class SearchedRows {
  private readonly families: ReadonlySet<string>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly db: Connection,
  ) {
    this.families = new Set(searchFamilies(catalogue).map((f) => f.family));
  }

  /** `known` are those that were there. */
  async put(family: string, some: readonly Row[], known: readonly string[]): Promise<void> {
    if (!this.families.has(family) || !some.length) return;
    if (known.length) await this.remove(family, known);
    const columns = ['id', 'family', 'concept', 'key', 'text'];
    await insert(this.db, { table: 'searched', columns }, this.docs(family, some));
    // FTS5 takes ascending numbers much faster than others.
    await run(
      this.db,
      `INSERT INTO ${searchTable(family)} (rowid, text) SELECT doc, text FROM searched WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY doc`,
      [some.map((row) => row.id)],
    );
  }

  private *docs(family: string, some: readonly Row[]): Iterable<string[]> {
    for (const row of some) {
      const { key, text } = searched(this.catalogue.concept(row.concept), row);
      yield [row.id, family, row.concept, key, text];
    }
  }

  async of(ids: readonly string[]): Promise<Map<string, Searched>> {
    const found = await rows<Searched & { id: string }>(
      this.db,
      'SELECT id, key, text FROM searched WHERE id IN (SELECT value FROM json_each(?1))',
      [ids],
    );
    return new Map(found.map(({ id, key, text }) => [id, { key, text }]));
  }

  async remove(family: string, ids: readonly string[]): Promise<void> {
    if (!this.families.has(family)) return;
    const among = 'IN (SELECT value FROM json_each(?1))';
    await run(
      this.db,
      `DELETE FROM ${searchTable(family)} WHERE rowid IN (SELECT doc FROM searched WHERE id ${among})`,
      [ids],
    );
    await removeAmong(this.db, 'searched', 'id', ids);
  }
}

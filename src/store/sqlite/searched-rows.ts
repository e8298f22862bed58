import type { Catalogue } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import { searchFamilies } from '../../model/search-families.js';
import { searched } from '../searched.js';
import { searchTable } from './search.js';
import { run, type Connection } from './statements.js';

/** Keeps what full text finds: the words of each record, and in FTS5 where they stand. */
export class SearchedRows {
  private readonly families: ReadonlySet<string>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly db: Connection,
  ) {
    this.families = new Set(searchFamilies(catalogue).map((f) => f.family));
  }

  async put(family: string, some: readonly Row[]): Promise<void> {
    if (!this.families.has(family) || !some.length) return;
    await this.remove(
      family,
      some.map((r) => r.id),
    );
    const docs = some.map((row) => {
      const { key, text } = searched(this.catalogue.concept(row.concept), row);
      return [row.id, row.concept, key, text];
    });
    await run(
      this.db,
      'INSERT INTO searched (id, family, concept, key, text) SELECT value ->> 0, ?2, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)',
      [docs, family],
    );
    await run(
      this.db,
      `INSERT INTO ${searchTable(family)} (rowid, text) SELECT doc, text FROM searched WHERE id IN (SELECT value ->> 0 FROM json_each(?1))`,
      [docs],
    );
  }

  async remove(family: string, ids: readonly string[]): Promise<void> {
    if (!this.families.has(family)) return;
    const among = 'IN (SELECT value FROM json_each(?1))';
    await run(
      this.db,
      `DELETE FROM ${searchTable(family)} WHERE rowid IN (SELECT doc FROM searched WHERE id ${among})`,
      [ids],
    );
    await run(this.db, `DELETE FROM searched WHERE id ${among}`, [ids]);
  }
}

import type { Catalogue, Concept } from '../../model/catalogue.js';
import type { Plan } from '../../plan/plan.js';
import { columnsOf, fieldsOf } from '../columns.js';
import type { Head, Ledger, TieChange } from '../port.js';
import type { Name, Row, Scalar } from '../row.js';
import type { Searched } from '../searched.js';
import { rowChange, sortKey, type RowChange } from '../row-change.js';
import { linkTable, quote } from './ddl.js';
import { idsAfter } from './in-order.js';
import { insert } from './insert.js';
import { SqliteKept } from './kept.js';
import { linkTables } from './link-tables.js';
import { putNames, removeNames } from './name-rows.js';
import { SearchedRows } from './searched-rows.js';
import { removeAmong, rows, type Connection } from './statements.js';
import { readTies, writeTies } from './ties.js';

/** Writing, in batches: rows travel as one JSON text, so that a statement is one call however many there are. */
export class SqliteLedger extends SqliteKept implements Ledger {
  private readonly searched: SearchedRows;

  constructor(
    catalogue: Catalogue,
    db: Connection,
    private readonly print: (plan: Plan) => string,
  ) {
    super(catalogue, db);
    this.searched = new SearchedRows(catalogue, db);
  }

  async rows(ids: readonly string[]): Promise<Row[]> {
    const found: Row[] = [];
    for (const [family, some] of this.byFamily(ids)) {
      const records = await rows<Record<string, Scalar>>(
        this.db,
        `SELECT * FROM ${quote(family)} WHERE id IN (SELECT value FROM json_each(?1))`,
        [some],
      );
      if (!records.length) continue;
      const concepts = this.concepts(family);
      const links = await this.links(concepts, some);
      const names = family === 'entity' ? await this.names(some) : new Map<string, Name[]>();
      found.push(...records.map((record) => this.row(record, links, names)));
    }
    return found;
  }

  idsAfter(concept: string, id: string, limit: number): Promise<string[]> {
    return idsAfter(this.db, this.catalogue.concept(concept), id, limit);
  }

  private row(
    record: Record<string, Scalar>,
    links: ReadonlyMap<string, Record<string, string[]>>,
    names: ReadonlyMap<string, Name[]>,
  ): Row {
    const id = record['id'] as string;
    const concept = this.catalogue.concept(record['concept'] as string);
    const values: Record<string, Scalar> = { inferred: record['inferred'] ?? '' };
    const relations: Record<string, string[]> = {};
    for (const field of concept.fields.values()) {
      if (field.is === 'property')
        for (const { name } of columnsOf(field)) {
          if (name !== 'id')
            values[name] =
              field.type === 'boolean' && record[name] !== null
                ? Boolean(record[name])
                : (record[name] ?? null);
        }
      else if (field.direction === 'out')
        relations[field.name] = field.many
          ? (links.get(id)?.[field.name] ?? [])
          : record[field.name]
            ? [record[field.name] as string]
            : [];
    }
    return { id, concept: concept.name, values, relations, names: names.get(id) ?? [] };
  }

  private async links(
    concepts: readonly Concept[],
    ids: readonly string[],
  ): Promise<Map<string, Record<string, string[]>>> {
    const found = new Map<string, Record<string, string[]>>();
    for (const { label, field, owners } of linkTables(this.catalogue, concepts)) {
      for (const { from, to } of await rows<{ from: string; to: string }>(
        this.db,
        `SELECT "from", "to" FROM ${linkTable(label)} WHERE "from" IN (SELECT value FROM json_each(?1)) ORDER BY "from", position`,
        [ids],
      )) {
        if (!owners.has(this.catalogue.ofId(from)!.name)) continue;
        const of = found.get(from) ?? {};
        (of[field] ??= []).push(to);
        found.set(from, of);
      }
    }
    return found;
  }

  private async names(ids: readonly string[]): Promise<Map<string, Name[]>> {
    const found = new Map<string, Name[]>();
    for (const { entity, own, ...name } of await rows<Omit<Name, 'own'> & { entity: string; own: number }>(
      this.db,
      'SELECT entity, own, text, fold, words FROM name WHERE entity IN (SELECT value FROM json_each(?1)) ORDER BY entity, position',
      [ids],
    )) {
      found.set(entity, [...(found.get(entity) ?? []), { ...name, own: Boolean(own) }]);
    }
    return found;
  }

  async referrers(
    concept: string,
    field: string,
    ids: readonly string[],
  ): Promise<(readonly [string, string])[]> {
    const stored = this.catalogue.stored.find((s) => s.owner === concept && s.field === field)!;
    const family = quote(this.catalogue.concept(concept).family);
    const among = '(SELECT value FROM json_each(?1))';
    const sql = stored.many
      ? `SELECT l."from" AS a, l."to" AS b FROM ${linkTable(stored.label)} l JOIN ${family} n ON n.id = l."from" WHERE l."to" IN ${among} AND n.concept = ?2`
      : `SELECT id AS a, ${quote(field)} AS b FROM ${family} WHERE ${quote(field)} IN ${among} AND concept = ?2`;
    return (await rows<{ a: string; b: string }>(this.db, sql, [ids, concept])).map(
      ({ a, b }) => [a, b] as const,
    );
  }

  async put(batch: readonly Row[], before: (id: string) => Row | undefined = () => undefined): Promise<void> {
    const families = new Map<string, RowChange[]>();
    for (const row of batch) {
      const { family } = this.catalogue.concept(row.concept);
      const change = rowChange(this.catalogue, row, before(row.id));
      const some = families.get(family);
      if (some) some.push(change);
      else families.set(family, [change]);
    }
    for (const [family, changes] of families) {
      const concepts = this.concepts(family);
      await this.putRows(family, concepts, changes);
      await this.putLinks(concepts, changes);
      const named = changes.filter((c) => c.names);
      if (family === 'entity') await putNames(this.db, rowsOf(named), known(named));
      const found = changes.filter((c) => c.searched);
      await this.searched.put(family, rowsOf(found), known(found));
    }
  }

  private async putRows(
    family: string,
    concepts: readonly Concept[],
    changes: readonly RowChange[],
  ): Promise<void> {
    const names = [...this.columns(concepts)];
    const table = quote(family);
    await removeAmong(this.db, table, 'id', known(changes));
    // In the order of the key, so that the table grows at its end.
    const some = rowsOf(changes).sort((a, b) => (a.id < b.id ? -1 : 1));
    await insert(
      this.db,
      { table, columns: ['id', 'concept', ...names].map(quote) },
      (function* () {
        for (const row of some) yield [row.id, row.concept, ...names.map((name) => value(row, name))];
      })(),
    );
  }

  private async putLinks(concepts: readonly Concept[], changes: readonly RowChange[]): Promise<void> {
    for (const { label, field, owners } of linkTables(this.catalogue, concepts)) {
      const owned = changes.filter((c) => owners.has(c.row.concept) && c.relations.includes(field));
      if (!owned.length) continue;
      const table = linkTable(label);
      await removeAmong(this.db, table, '"from"', known(owned));
      const links = owned.flatMap(({ row }) => {
        const key = sortKey(this.catalogue.concept(row.concept), row);
        return [...new Set(row.relations[field] ?? [])].map((to, i) => [row.id, to, i, key]);
      });
      await insert(this.db, { table, columns: ['"from"', '"to"', 'position', 'key'] }, links);
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const [family, some] of this.byFamily(ids)) {
      await removeAmong(this.db, quote(family), 'id', some);
      for (const { label } of linkTables(this.catalogue, this.concepts(family)))
        await removeAmong(this.db, linkTable(label), '"from"', some);
      await removeAmong(this.db, linkTable('TOUCHED'), '"to"', some);
      await this.searched.remove(family, some);
      if (family === 'entity') await removeNames(this.db, some);
    }
  }

  async head(): Promise<Head> {
    const text = 'SELECT sequence, id AS change FROM change ORDER BY sequence DESC LIMIT 1';
    const [row] = await rows<Head>(this.db, text, []);
    return row ?? { sequence: 0, change: null };
  }

  async read(plan: Plan): Promise<unknown> {
    const [row] = await rows<{ answer: string | null }>(this.db, this.print(plan), plan.params);
    return row?.answer === null || row === undefined ? null : JSON.parse(row.answer);
  }

  private byFamily(ids: readonly string[]): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const id of ids) {
      const family = this.catalogue.ofId(id)?.family;
      if (!family) continue;
      const list = found.get(family);
      if (list) list.push(id);
      else found.set(family, [id]);
    }
    return found;
  }

  tie(changes: readonly TieChange[]): Promise<void> {
    return writeTies(this.db, changes);
  }

  tiesFrom(entities: readonly string[]): Promise<TieChange[]> {
    return readTies(this.db, entities);
  }

  searchedAs(ids: readonly string[]): Promise<Map<string, Searched>> {
    return this.searched.of(ids);
  }

  private concepts(family: string): Concept[] {
    return this.catalogue.concrete.filter((c) => c.family === family);
  }

  private columns(concepts: readonly Concept[]): Set<string> {
    const names = fieldsOf(concepts).flatMap((field) =>
      field.is === 'property'
        ? columnsOf(field).map((c) => c.name)
        : field.direction === 'out' && !field.many
          ? [field.name]
          : [],
    );
    return new Set([...names.filter((n) => n !== 'id'), 'inferred']);
  }
}

const rowsOf = (changes: readonly RowChange[]) => changes.map((c) => c.row);
const known = (changes: readonly RowChange[]) => changes.flatMap((c) => (c.known ? [c.row.id] : []));

const value = (row: Row, column: string): Scalar => {
  const found = row.values[column] ?? row.relations[column]?.[0] ?? null;
  if (found === null && (column.endsWith('_from') || column.endsWith('_to'))) return '';
  return typeof found === 'boolean' ? Number(found) : found;
};

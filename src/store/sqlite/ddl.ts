import type { Catalogue, Concept } from '../../model/catalogue.js';
import { columnsOf, families, fieldsOf, sortKeys } from '../columns.js';
import { searchFamilies } from '../../model/search-families.js';
import { searchTable } from './search.js';
import { tieTables } from './ties.js';

export const quote = (name: string) => `"${name}"`;
export const linkTable = (label: string) => quote(`link_${label.toLowerCase()}`);

/** What stays of what was forgotten. */
export const tombstones =
  'CREATE TABLE tombstone (mark TEXT PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, change TEXT NOT NULL) STRICT, WITHOUT ROWID';

/** The tables and indexes of the embedded store, derived from the catalogue. */
export function ddl(catalogue: Catalogue): string[] {
  const out: string[] = [];
  for (const [family, concepts] of families(catalogue)) out.push(...table(family, concepts));
  const links = new Set(catalogue.stored.filter((s) => s.many).map((s) => s.label));
  for (const label of links) {
    const name = linkTable(label);
    out.push(
      `CREATE TABLE ${name} ("from" TEXT NOT NULL, "to" TEXT NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY ("from", "to")) STRICT, WITHOUT ROWID`,
      `CREATE INDEX ${quote(`link_${label.toLowerCase()}_to_key`)} ON ${name} ("to", key, "from")`,
      `CREATE INDEX ${quote(`link_${label.toLowerCase()}_to`)} ON ${name} ("to", "from")`,
    );
  }
  out.push(
    ...tieTables,
    'CREATE TABLE name (entity TEXT NOT NULL, position INTEGER NOT NULL, own INTEGER NOT NULL, text TEXT NOT NULL, fold TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (entity, position)) STRICT, WITHOUT ROWID',
    'CREATE INDEX name_fold ON name (fold, entity)',
    'CREATE TABLE name_key (key TEXT NOT NULL, size INTEGER NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (key, size, entity)) STRICT, WITHOUT ROWID',
    'CREATE INDEX name_key_entity ON name_key (entity)',
    'CREATE TABLE searched (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL, concept TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL) STRICT',
    'CREATE INDEX searched_key ON searched (family, key, id)',
    ...searchFamilies(catalogue).map(
      ({ family }) =>
        `CREATE VIRTUAL TABLE ${searchTable(family)} USING fts5(text, content = '', contentless_delete = 1, prefix = '2 3', tokenize = "ascii tokenchars '_'")`,
    ),
    'CREATE TABLE shelf (id TEXT PRIMARY KEY, concept TEXT NOT NULL, "recordedAt" TEXT NOT NULL, record TEXT NOT NULL, "row" TEXT NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE INDEX "shelf_recordedAt" ON shelf ("recordedAt", id)',
    'CREATE TABLE inverse (change TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID',
    tombstones,
    'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  );
  return out;
}

// Most records lead nowhere by most fields: an index of what is there alone is written far less often.
const there = (column: string) => ` WHERE ${quote(column)} IS NOT NULL`;

function table(family: string, concepts: readonly Concept[]): string[] {
  const fields = fieldsOf(concepts);
  const columns = ['id TEXT PRIMARY KEY', 'concept TEXT NOT NULL', "inferred TEXT NOT NULL DEFAULT ''"];
  const indexes: string[] = [];
  const index = (name: string, on: readonly string[], where = '') =>
    indexes.push(`CREATE INDEX ${quote(`${family}_${name}`)} ON ${quote(family)} (${on.join(', ')})${where}`);
  const shared = concepts.length > 1;
  for (const field of fields) {
    if (field.is === 'property') {
      if (field.name === 'id') continue;
      columns.push(...columnsOf(field).map((c) => `${quote(c.name)} ${c.type}`));
      if (field.sort) {
        for (const key of sortKeys(field)) {
          if (shared) index(`concept_${key}`, ['concept', quote(key), 'id']);
          if (!shared || field.name === 'name') index(key, [quote(key), 'id']);
        }
      } else if (field.type === 'day') index(field.name, [quote(field.name)]);
      else if (field.type === 'code' && (field.filter || field.name === 'office'))
        index(field.name, [quote(field.name)], there(field.name));
    } else if (field.direction === 'out' && !field.many) {
      columns.push(`${quote(field.name)} TEXT`);
      const chronology = concepts.map((c) => c.chronology).find(Boolean);
      if (chronology)
        index(
          `${field.name}_${chronology}`,
          [quote(field.name), ...(shared ? ['concept'] : []), quote(`${chronology}_from`), 'id'],
          there(field.name),
        );
      index(field.name, [quote(field.name), ...(shared ? ['concept'] : []), 'id'], there(field.name));
    }
  }
  if (fields.some((field) => field.name === 'review'))
    indexes.push(
      `CREATE INDEX ${quote(`${family}_proposed`)} ON ${quote(family)} ("recordedAt", id) WHERE review = 'PROPOSED'`,
    );
  if (shared) index('concept', ['concept', 'id']);
  return [`CREATE TABLE ${quote(family)} (${columns.join(', ')}) STRICT, WITHOUT ROWID`, ...indexes];
}

import type { Catalogue, Concept } from '../../model/catalogue.js';
import { sortKeys } from '../columns.js';
import { searchFamilies } from '../../model/search-families.js';
import { searchIndex } from './search.js';
import { quoted } from './source.js';
import { tieByPair, tieByRank } from './ties.js';

/** Neo4j's constraints and indexes, derived from the catalogue. Community has uniqueness constraints only. */
export function constraints(catalogue: Catalogue): string[] {
  const out = [...keys];
  for (const concept of catalogue.concepts.values()) if (concept.plural) out.push(...indexes(concept));
  for (const label of new Set(catalogue.stored.map((s) => s.label))) {
    // The relation index: a hub's page in its order, without reading the hub.
    out.push(
      `CREATE INDEX ${label.toLowerCase()}_by_key IF NOT EXISTS FOR ()-[r:${label}]-() ON (r.p, r.d, r.s)`,
      `CREATE INDEX ${label.toLowerCase()}_by_id IF NOT EXISTS FOR ()-[r:${label}]-() ON (r.p, r.s)`,
    );
  }
  for (const { family, label } of searchFamilies(catalogue)) {
    out.push(
      `CREATE FULLTEXT INDEX ${searchIndex(family)} IF NOT EXISTS FOR (n:${label}) ON EACH [n.searchText] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
    );
  }
  out.push(
    'CREATE INDEX searched_by_key IF NOT EXISTS FOR (n:Searched) ON (n.searchFamily, n.searchKey, n.id)',
    tieByRank,
    'CREATE INDEX name_fold IF NOT EXISTS FOR (n:Name) ON (n.fold)',
    'CREATE INDEX sounds_key IF NOT EXISTS FOR ()-[r:SOUNDS]-() ON (r.key, r.size, r.s)',
    'CREATE INDEX proposed_recordedat IF NOT EXISTS FOR (n:Proposed) ON (n.recordedAt, n.id)',
    'CREATE INDEX shelf_recordedat IF NOT EXISTS FOR (n:Shelf) ON (n.recordedAt, n.id)',
  );
  return out;
}

/** Those by which writing finds what it writes to. A restore makes the others when all is there, which is quicker. */
export const keys: readonly string[] = [
  'CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT meta_key IF NOT EXISTS FOR (n:Meta) REQUIRE n.key IS UNIQUE',
  'CREATE CONSTRAINT shelf_id IF NOT EXISTS FOR (n:Shelf) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT tombstone_mark IF NOT EXISTS FOR (n:Tombstone) REQUIRE n.mark IS UNIQUE',
  'CREATE CONSTRAINT inverse_change IF NOT EXISTS FOR (n:Inverse) REQUIRE n.change IS UNIQUE',
  tieByPair,
];

function indexes({ name, fields }: Concept): string[] {
  const out = [
    `CREATE CONSTRAINT ${name.toLowerCase()}_id IF NOT EXISTS FOR (n:${name}) REQUIRE n.id IS UNIQUE`,
  ];
  for (const field of fields.values()) {
    if (field.is !== 'property' || field.name === 'id') continue;
    const index = (key: string) =>
      `CREATE INDEX ${name.toLowerCase()}_${key.toLowerCase()} IF NOT EXISTS FOR (n:${name}) ON`;
    if (field.sort) out.push(...sortKeys(field).map((key) => `${index(key)} (n.${quoted(key)}, n.id)`));
    else if (field.type === 'day' || (field.type === 'code' && (field.filter || field.name === 'office')))
      out.push(`${index(field.name)} (n.${quoted(field.name)})`);
  }
  return out;
}

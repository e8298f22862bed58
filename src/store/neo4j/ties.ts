import neo4j from 'neo4j-driver';
import type { TieChange } from '../port.js';

/**
 * A tie is a relation from each end to the other. Its `rank` is its weight below zero, so that one ascending walk of
 * the index gives the strongest first; `p` and `s` are the ids of its ends, as on every other relation.
 */
export const tieByRank =
  'CREATE INDEX tie_by_rank IF NOT EXISTS FOR ()-[r:TIE]-() ON (r.p, r.rank, r.relation, r.s)';
export const tieByPair = 'CREATE INDEX tie_by_pair IF NOT EXISTS FOR ()-[r:TIE]-() ON (r.p, r.s, r.relation)';

/** The rows that `tieWrites` and `tieRemovals` take. */
export const tieRows = (changes: readonly TieChange[]) =>
  changes.map(({ near, far, relation, fact, by }) => [near, far, relation, fact, neo4j.int(by)]);

// A hub's ties are found by index: MERGE would walk them. By a seek: an index that was not sampled yet is scanned else.
const known =
  'MATCH ()-[r:TIE {p: row[0], s: row[1], relation: row[2]}]->() USING INDEX SEEK r:TIE(p, s, relation)';

/** The numbers, in these rows, of those that are ties already: asked before any is written, while indexes are quick. */
export const knownTies = `UNWIND range(0, size($rows) - 1) AS i WITH i, $rows[i] AS row ${known} RETURN i`;

export const addToTies = `UNWIND $rows AS row ${known} SET r.rank = r.rank - row[4]`;

export const newTies = `UNWIND $rows AS row MATCH (a:Node {id: row[0]}) MATCH (b:Node {id: row[1]})
CREATE (a)-[:TIE {p: row[0], rank: -row[4], relation: row[2], s: row[1], fact: row[3]}]->(b)`;

export const removeEmptyTies = `UNWIND $rows AS row ${known} WHERE r.rank = 0 DELETE r`;

export const tiesFrom = `UNWIND $rows AS id MATCH (:Node {id: id})-[r:TIE]->()
RETURN r.p AS near, r.s AS far, r.relation AS relation, r.fact AS fact, -r.rank AS by`;

/** How many ties an entity has, without reading one. */
export const degree = (n: string) => `COUNT { (${n})-[:TIE]->() }`;

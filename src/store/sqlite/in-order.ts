import type { Concept } from '../../model/catalogue.js';
import type { Shelved } from '../port.js';
import { quote } from './ddl.js';
import { rows, type Connection } from './statements.js';

// A concept's ids all begin with its prefix and a colon; a semicolon is the next character.
const next = 'WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT ?3';
const bounds = ({ prefix }: Concept, after: string) => [after || `${prefix}:`, `${prefix};`];

/** The next ids of a concept, in their order. */
export async function idsAfter(
  db: Connection,
  concept: Concept,
  after: string,
  limit: number,
): Promise<string[]> {
  const sql = `SELECT id FROM ${quote(concept.family)} ${next}`;
  return (await rows<{ id: string }>(db, sql, [...bounds(concept, after), limit])).map(({ id }) => id);
}

/** The next records of a concept on the shelf, by id. */
export async function shelvedAfter(
  db: Connection,
  concept: Concept,
  after: string,
  limit: number,
): Promise<Shelved[]> {
  const sql = `SELECT id, concept, "recordedAt", record, "row" FROM shelf ${next}`;
  return rows<Shelved>(db, sql, [...bounds(concept, after), limit]);
}

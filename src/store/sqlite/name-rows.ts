import { keysOf } from '../../model/names/keys.js';
import type { Row, Scalar } from '../row.js';
import { insert } from './insert.js';
import { removeAmong, type Connection } from './statements.js';

/** Writes the names of entities anew, and the keys of how they sound. `known` are those that were there. */
export async function putNames(
  db: Connection,
  some: readonly Row[],
  known: readonly string[],
): Promise<void> {
  await removeNames(db, known);
  const columns = ['entity', 'position', 'own', 'text', 'fold', 'words'];
  await insert(db, { table: 'name', columns }, names(some));
  await insert(db, { table: 'name_key', columns: ['key', 'size', 'entity'] }, keys(some));
}

export async function removeNames(db: Connection, entities: readonly string[]): Promise<void> {
  for (const table of ['name', 'name_key']) await removeAmong(db, table, 'entity', entities);
}

function* names(some: readonly Row[]): Iterable<Scalar[]> {
  for (const { id, names } of some)
    for (const [i, n] of names.entries()) yield [id, i, Number(n.own), n.text, n.fold, n.words];
}

function* keys(some: readonly Row[]): Iterable<Scalar[]> {
  for (const { id, names } of some)
    for (const { key, size } of keysOf(names.map((n) => n.text))) yield [key, size, id];
}

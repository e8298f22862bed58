import type { TieChange } from '../port.js';
import { insert } from './insert.js';
import { rows, run, type Connection } from './statements.js';

/** The ties of entities, from both ends, strongest first by an index; and how many each entity has. */
export const tieTables: readonly string[] = [
  'CREATE TABLE tie (near TEXT NOT NULL, far TEXT NOT NULL, relation TEXT NOT NULL, fact INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (near, far, relation)) STRICT, WITHOUT ROWID',
  'CREATE INDEX tie_by_weight ON tie (near, weight DESC, relation, far)',
  'CREATE TABLE tied (entity TEXT PRIMARY KEY, degree INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TRIGGER tie_made AFTER INSERT ON tie BEGIN INSERT INTO tied VALUES (new.near, 1) ON CONFLICT (entity) DO UPDATE SET degree = degree + 1; END',
  'CREATE TRIGGER tie_gone AFTER DELETE ON tie BEGIN UPDATE tied SET degree = degree - 1 WHERE entity = old.near; DELETE FROM tied WHERE entity = old.near AND degree = 0; END',
];

export async function writeTies(db: Connection, changes: readonly TieChange[]): Promise<void> {
  const packed = (some: readonly TieChange[]) =>
    some.map(({ near, far, relation, fact, by }) => [near, far, relation, Number(fact), by]);
  await insert(
    db,
    {
      table: 'tie',
      columns: ['near', 'far', 'relation', 'fact', 'weight'],
      conflict: 'ON CONFLICT (near, far, relation) DO UPDATE SET weight = weight + excluded.weight',
    },
    packed(changes),
  );
  const fewer = changes.filter(({ by }) => by < 0);
  if (fewer.length)
    await run(
      db,
      'DELETE FROM tie WHERE weight = 0 AND (near, far, relation) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))',
      [packed(fewer)],
    );
}

export async function readTies(db: Connection, entities: readonly string[]): Promise<TieChange[]> {
  const found = await rows<Omit<TieChange, 'fact'> & { fact: number }>(
    db,
    'SELECT near, far, relation, fact, weight AS by FROM tie WHERE near IN (SELECT value FROM json_each(?1))',
    [entities],
  );
  return found.map((tie) => ({ ...tie, fact: Boolean(tie.fact) }));
}

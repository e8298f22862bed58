import { keysOf } from '../../model/names/keys.js';
import type { Row } from '../row.js';
import { run, type Connection } from './statements.js';

/** Writes the names of entities anew, and the keys of how they sound. */
export async function putNames(db: Connection, some: readonly Row[]): Promise<void> {
  if (!some.length) return;
  await run(db, 'DELETE FROM name WHERE entity IN (SELECT value FROM json_each(?1))', [
    some.map((r) => r.id),
  ]);
  const names = some.flatMap((row) =>
    row.names.map((n, i) => [row.id, i, Number(n.own), n.text, n.fold, n.words]),
  );
  await run(
    db,
    'INSERT INTO name SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?1)',
    [names],
  );
  await run(db, 'DELETE FROM name_key WHERE entity IN (SELECT value FROM json_each(?1))', [
    some.map((r) => r.id),
  ]);
  const keys = some.flatMap((row) =>
    keysOf(row.names.map((n) => n.text)).map(({ key, size }) => [key, size, row.id]),
  );
  await run(db, 'INSERT INTO name_key SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)', [
    keys,
  ]);
}

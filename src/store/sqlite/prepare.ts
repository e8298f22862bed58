import type { Catalogue } from '../../model/catalogue.js';
import { refuseHalf, RESTORING, way } from '../migrations.js';
import { FORMAT } from '../port.js';
import { ddl } from './ddl.js';
import { migrations } from './migrations.js';
import { rows, type Connection } from './statements.js';
import { inTransaction } from './transaction.js';

/**
 * Makes the tables of a new store, or brings an older one to this version's format, in one transaction.
 * @param half a store that is restored in part is what is wanted. @throws STORE_FORMAT, STORE_UNAVAILABLE
 */
export async function prepare(
  db: Connection,
  catalogue: Catalogue,
  where: string,
  half: boolean,
): Promise<void> {
  await inTransaction(db, async () => {
    const known = await rows(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta'", []);
    if (!known.length) {
      for (const statement of ddl(catalogue)) await db.exec(statement);
      await db.exec(`INSERT INTO meta VALUES ('format', '${FORMAT}')`);
    }
    const found = await rows<{ key: string; value: string }>(
      db,
      "SELECT key, value FROM meta WHERE key IN ('format', ?1)",
      [RESTORING],
    );
    const meta = new Map(found.map(({ key, value }) => [key, value]));
    const steps = way(migrations, meta.get('format') ?? '', where);
    if (!half) refuseHalf(meta.get(RESTORING), where);
    for (const { statements } of steps) for (const statement of statements) await db.exec(statement);
    if (steps.length) {
      await follow(db, catalogue);
      await db.exec(`UPDATE meta SET value = '${FORMAT}' WHERE key = 'format'`);
    }
  });
}

/** Has the indexes and triggers be what the catalogue says: another version may have had others. */
async function follow(db: Connection, catalogue: Catalogue): Promise<void> {
  const wanted = new Map(
    ddl(catalogue).flatMap((sql) => {
      const [, kind, name] = /^CREATE (INDEX|TRIGGER) "?([^" ]+)/.exec(sql) ?? [];
      return name ? [[name, { kind: kind!, sql }] as const] : [];
    }),
  );
  const there = new Map(
    (
      await rows<{ name: string; type: string; sql: string }>(
        db,
        "SELECT name, type, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
        [],
      )
    ).map(({ name, type, sql }) => [name, { kind: type, sql }]),
  );
  for (const [name, { kind, sql }] of there)
    if (wanted.get(name)?.sql !== sql) await db.exec(`DROP ${kind} "${name}"`);
  for (const [name, { sql }] of wanted) if (there.get(name)?.sql !== sql) await db.exec(sql);
}

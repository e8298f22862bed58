import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The bare driver of an engine: a statement in, its values out. */
export async function engine({ root, engine: name, uri, folder }) {
  const require = createRequire(join(root, 'package.json'));
  return name === 'neo4j' ? neo4j(require, uri) : sqlite(require, folder);
}

async function neo4j(require, uri) {
  const { default: lib = require('neo4j-driver') } = { default: require('neo4j-driver') };
  const driver = lib.driver(uri, undefined, { disableLosslessIntegers: true });
  const send = async (text, values) => {
    const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
    try {
      return await session.run(text, values, { timeout: 30_000 });
    } finally {
      await session.close();
    }
  };
  const hitsOf = ({ dbHits = 0, children = [] }) => dbHits + children.reduce((sum, c) => sum + hitsOf(c), 0);
  return {
    run: async ({ text, values }) => (await send(text, values)).records.map((r) => [...r.values()]),
    hits: async ({ text, values }) => {
      const { summary } = await send(text.replace(/^(CYPHER 5)?/, 'CYPHER 5 PROFILE '), values);
      return hitsOf(summary.profile);
    },
  };
}

async function sqlite(require, folder) {
  const Database = require('libsql/promise');
  // A connection answers one statement at a time; as many of them as the server has readers.
  const open = () => ({ db: new Database(join(folder, 'rapporteur.sqlite'), {}), kept: new Map() });
  const idle = [open(), open()];
  const waiting = [];
  return {
    async run({ text, values }) {
      const connection = idle.pop() ?? (await new Promise((resolve) => waiting.push(resolve)));
      const { db, kept } = connection;
      try {
        if (!kept.has(text)) kept.set(text, await db.prepare(text));
        const rows = await kept.get(text).all(...values);
        return rows.map((row) => Object.values(row));
      } finally {
        const next = waiting.shift();
        if (next) next(connection);
        else idle.push(connection);
      }
    },
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { graph, random } from './graph.mjs';
import { questions } from './questions.mjs';

const HELP = `npm run bench -- [--statements 100000] [--engine sqlite|neo4j|both] [--runs 200]

Loads a seeded graph through the project's own change sets, asks it, and prints how long answers take beside what the
engine takes for a statement it is handed: p50, p95 in milliseconds, and how many times the plainest statement that is.
Neo4j is one of its own, in an empty folder; nothing of yours is touched.`;

/** `npm run bench`: search, candidates and ties on a graph of some size, on each engine. */
export async function bench(root, args) {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '100000' },
      engine: { type: 'string', default: 'both' },
      runs: { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const statements = Number(values.statements);
  for (const engine of values.engine === 'both' ? ['sqlite', 'neo4j'] : [values.engine])
    await measure(root, engine, statements, Number(values.runs));
}

async function measure(root, engine, statements, runs) {
  const dist = (path) => import(pathToFileURL(join(root, 'dist', path)));
  const require = createRequire(join(root, 'package.json'));
  require('reflect-metadata');
  const { graphql } = require('graphql');
  const { catalogue } = await dist('model/the-catalogue.js');
  const { apply } = await dist('store/apply/apply.js');
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  const opened =
    engine === 'neo4j' ? await neo4j(dist, require, folder) : await sqlite(dist, require, folder);
  const { store } = opened;
  try {
    const start = performance.now();
    let records = 0;
    for (const changes of graph(statements)) {
      if (!changes.upserts.length) continue;
      await apply(store, catalogue, changes);
      records += changes.upserts.length;
      process.stderr.write(`\r${engine}: ${records} records`);
    }
    const seconds = (performance.now() - start) / 1000;
    process.stderr.write(
      `\r${engine}: ${records} records in ${seconds.toFixed(0)} s, ${Math.round(records / seconds)} a second\n`,
    );
    await store.settle();
    const schema = await schemaOf(dist, catalogue, store);
    const ask = async (source, variableValues) => {
      const { data, errors } = await graphql({ schema, source, variableValues });
      if (errors) throw errors[0].originalError ?? errors[0];
      return data;
    };
    const plain = await timed(runs, (next) => opened.plain(`statement:b${Math.floor(next() * statements)}`));
    print(engine, 'a statement by its id, plain', plain, plain);
    for (const { name, source, variables } of questions(statements)) {
      const times = await timed(runs, (next) => ask(source, variables(next)));
      print(engine, name, times, plain);
    }
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

let schema;
let current;
// type-graphql keeps its types in one place: one schema serves both stores.
async function schemaOf(dist, catalogue, store) {
  const { buildApi } = await dist('api/schema.js');
  const { asking } = await dist('api/ask.js');
  current = store;
  schema ??= buildApi(catalogue, (...args) => asking(catalogue, current, 'bench')(...args));
  return schema;
}

/** p50 and p95 of so many runs after a tenth of them that do not count. */
async function timed(runs, work) {
  const next = random(7);
  const times = [];
  for (let i = -Math.ceil(runs / 10); i < runs; i++) {
    const start = performance.now();
    await work(next);
    if (i >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(runs / 2)], p95: times[Math.floor(runs * 0.95)] };
}

function print(engine, name, { p50, p95 }, plain) {
  const columns = [
    engine.padEnd(7),
    name.padEnd(56),
    `p50 ${p50.toFixed(2).padStart(8)} ms`,
    `p95 ${p95.toFixed(2).padStart(8)} ms`,
  ];
  console.log(`${columns.join('  ')}  ${(p50 / plain.p50).toFixed(1).padStart(6)} x plain`);
}

async function sqlite(dist, require, folder) {
  const { SqliteStore } = await dist('store/sqlite/store.js');
  const { catalogue } = await dist('model/the-catalogue.js');
  const store = await SqliteStore.open(catalogue, { folder, timeLimit: 60_000 });
  const Database = require('libsql/promise');
  const db = new Database(join(folder, 'rapporteur.sqlite'), {});
  const plain = await db.prepare('SELECT text, act, said FROM statement WHERE id = ?');
  return {
    store,
    plain: (id) => plain.all(id),
    async close() {
      db.close();
      await store.close();
    },
  };
}

async function neo4j(dist, require, folder) {
  const { startNeo4j } = await dist('cli/neo4j/server.js');
  const { lineNamed } = await dist('cli/neo4j/lines.js');
  const { catalogue } = await dist('model/the-catalogue.js');
  const { Neo4jStore } = await dist('store/neo4j/store.js');
  const server = await startNeo4j({
    line: lineNamed('5'),
    home: folder,
    port: 0,
    heap: '2g',
    pageCache: '1g',
    env: process.env,
  });
  const store = await Neo4jStore.open(catalogue, { uri: server.uri, database: 'neo4j', timeLimit: 60_000 });
  const driver = require('neo4j-driver').driver(server.uri);
  return {
    store,
    async plain(id) {
      const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
      await session.run('CYPHER 5 MATCH (s:Statement {id: $id}) RETURN s.text, s.act, s.said', { id });
      await session.close();
    },
    async close() {
      await driver.close();
      await store.close();
      await server.stop('SIGKILL');
    },
  };
}

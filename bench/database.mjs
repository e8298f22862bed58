import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { graph } from './graph.mjs';

/** Where the graph of a run is: loaded by change sets, or kept from a run before. */
export async function openDatabase({ root, engine, statements, keep, uri: given, say }) {
  const dist = (path) => import(pathToFileURL(join(root, 'dist', path)));
  const require = createRequire(join(root, 'package.json'));
  require('reflect-metadata');
  const home = keep
    ? join(keep, `${engine}-${statements}`)
    : await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  const server = engine === 'neo4j' && !given ? await started(dist, home, statements) : undefined;
  const uri = given ?? server?.uri;
  const { openStore } = await dist('store/open.js');
  const { readConfig } = await dist('config.js');
  const { catalogue } = await dist('model/the-catalogue.js');
  const store = await openStore(catalogue, readConfig(uri ? { NEO4J_URI: uri } : { DATA_DIR: home }));
  const loaded = join(home, 'loaded');
  let load;
  try {
    if (!existsSync(loaded)) {
      if (!(await store.isEmpty()))
        throw new Error(
          `the database at ${uri ?? home} is not empty; the bench writes into an empty one, and nowhere else`,
        );
      load = await fill(dist, store, catalogue, statements, say);
      if (!given) await writeFile(loaded, JSON.stringify(load));
    } else load = JSON.parse(await readFile(loaded, 'utf8'));
  } finally {
    await store.close();
  }
  return {
    uri,
    folder: home,
    load,
    async close() {
      await server?.stop(keep ? 'SIGTERM' : 'SIGKILL');
      if (!keep) await rm(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function started(dist, home, statements) {
  const { startNeo4j } = await dist('cli/neo4j/server.js');
  const { lineNamed } = await dist('cli/neo4j/lines.js');
  // A change set of 5,000 records wants more than the heap of a test's server.
  const [heap, pageCache] = statements > 100_000 ? ['4g', '3g'] : ['2g', '1g'];
  return startNeo4j({ line: lineNamed('5'), home, port: 0, heap, pageCache, env: process.env });
}

async function fill(dist, store, catalogue, statements, say) {
  const { apply } = await dist('store/apply/apply.js');
  const start = performance.now();
  let records = 0;
  let settled = false;
  const parts = [];
  for (const changes of graph(statements, 1, 5000)) {
    const begun = performance.now();
    await apply(store, catalogue, changes);
    records += changes.upserts.length;
    parts.push(changes.upserts.length / ((performance.now() - begun) / 1000));
    say(`\r${store.engine}: ${records} records`);
    // Statements that an engine planned while it was empty are planned anew once there is something.
    if (!settled && records > 10_000) settled = (await store.settle(), true);
  }
  await store.settle();
  const seconds = (performance.now() - start) / 1000;
  say(`\r${store.engine}: ${records} records in ${seconds.toFixed(0)} s\n`);
  const mean = (of) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const tenth = Math.ceil(parts.length / 10);
  return {
    records,
    perSecond: Math.round(records / seconds),
    firstTenth: Math.round(mean(parts.slice(0, tenth))),
    lastTenth: Math.round(mean(parts.slice(-tenth))),
  };
}

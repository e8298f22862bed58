import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** The machine and the versions that a run is measured on, and how long a plain loop takes there, in ms. */
export async function machine(root) {
  const version = async (path) =>
    JSON.parse(await readFile(join(root, path), 'utf8').catch(() => '{}')).version ?? null;
  const require = createRequire(join(root, 'package.json'));
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    rapporteur: require('./package.json').version,
    driver: await version('node_modules/neo4j-driver/package.json'),
    libsql: await version('node_modules/libsql/package.json'),
    '@neo4j/graphql': await version('bench/node_modules/@neo4j/graphql/package.json'),
    loopMs: Math.round(loop()),
  };
}

function loop() {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < 1e9; i++) sum += i;
  return sum > 0 ? performance.now() - start : 0;
}

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mjs';
import { machine } from './machine.mjs';
import { clientOf } from './strain/client.mjs';
import { heavy } from './strain/heavy.mjs';
import { soak } from './strain/soak.mjs';
import { SWEEPS } from './strain/sweeps.mjs';
import { startServer } from './workers.mjs';

const HELP = `npm run soak -- [options]      mixed load for a long time: does anything grow, slow down or fail?
npm run heavy -- [options]     the heaviest queries from many clients: is a simple one still answered?

  --seconds N      how long the load lasts (soak 1800, heavy 30)
  --engine NAME    neo4j or sqlite (sqlite); NEO4J_URI names an empty Neo4j that runs already
  --statements N   of the seeded graph (soak 2000, heavy 10000)
  --clients N      of heavy (100)
  --keep FOLDER    keeps the graph there, and takes it from there the next time
  --json           prints what was measured as JSON

Examples
  npm run soak -- --seconds 60
  npm run heavy -- --statements 1000000 --keep graphs`;

const OPTIONS = {
  seconds: { type: 'string' },
  engine: { type: 'string', default: 'sqlite' },
  statements: { type: 'string' },
  clients: { type: 'string', default: '100' },
  keep: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

const say = (text) => process.stderr.write(text);

/** Runs `npm run soak` or `npm run heavy`. @returns the exit code: 1 where something failed */
export async function strain(root, which, args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) return void console.log(HELP) ?? 0;
  const usual = which === 'soak' ? { seconds: 1800, statements: 2000 } : { seconds: 30, statements: 10_000 };
  const statements = Number(values.statements ?? usual.statements);
  const seconds = Number(values.seconds ?? usual.seconds);
  const own = values.keep ? undefined : await mkdtemp(join(tmpdir(), 'strain-'));
  const keep = values.keep ?? own;
  const database = await openDatabase({
    root,
    engine: values.engine,
    statements,
    keep,
    uri: process.env.NEO4J_URI,
    say,
  });
  const token = await prepared(root, database);
  const server = await startServer(root, database, { METRICS: 'on', NODE_OPTIONS: SWEEPS });
  const client = clientOf(server.address, token);
  try {
    const questions = await questionsOf(root);
    const measured =
      which === 'soak'
        ? await soak(client, server, questions, seconds)
        : await heavy(client, seconds, Number(values.clients));
    const { cpu, cores } = await machine(root);
    const told = { cpu, cores, engine: values.engine, statements, ...measured };
    console.log(values.json ? JSON.stringify(told) : table(told));
    return measured.errors ? 1 : 0;
  } finally {
    client.close();
    await server.stop();
    await database.close();
    if (own) await rm(own, { recursive: true, force: true });
  }
}

/** Sows what the questions ask for beside the graph. @returns a token that may write */
async function prepared(root, { uri, folder }) {
  const dist = (path) => import(pathToFileURL(join(root, 'dist', path)));
  const { createToken } = await dist('access/tokens.js');
  const { readSeeds } = await dist('exchange/seeds/read.js');
  const { sow, stale } = await dist('exchange/seeds/sow.js');
  const { openStore } = await dist('store/open.js');
  const { readConfig } = await dist('config.js');
  const { catalogue } = await dist('model/the-catalogue.js');
  const store = await openStore(catalogue, readConfig(uri ? { NEO4J_URI: uri } : { DATA_DIR: folder }));
  for (const seed of await stale(store, await readSeeds(join(root, 'seeds'), ['stockholm'])))
    await sow(store, catalogue, seed, new Date().toISOString());
  await store.settle();
  const token = await createToken(store, { name: `strain ${Date.now()}`, scopes: ['read-in', 'curate'] });
  await store.close();
  return token;
}

async function questionsOf(root) {
  const folder = join(root, 'tests/questions');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql'));
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}

const table = (measured) =>
  Object.entries(measured)
    .map(([name, value]) => `${name.padEnd(34)} ${value}`)
    .join('\n');

import { Agent, request } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mjs';
import { machine } from './machine.mjs';
import { percentiles } from './percentiles.mjs';
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
const round = (x) => (x === null ? null : Math.round(x * 10) / 10);

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
  const token = await tokenFor(root, database);
  const server = await startServer(root, database, { METRICS: 'on' });
  const client = clientOf(server.address, token);
  try {
    const questions = await questionsOf(root);
    const measured =
      which === 'soak'
        ? await soak(client, questions, seconds)
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

async function tokenFor(root, { uri, folder }) {
  const dist = (path) => import(pathToFileURL(join(root, 'dist', path)));
  const { createToken } = await dist('access/tokens.js');
  const { openStore } = await dist('store/open.js');
  const { readConfig } = await dist('config.js');
  const { catalogue } = await dist('model/the-catalogue.js');
  const store = await openStore(catalogue, readConfig(uri ? { NEO4J_URI: uri } : { DATA_DIR: folder }));
  const token = await createToken(store, { name: `strain ${Date.now()}`, scopes: ['read-in', 'curate'] });
  await store.close();
  return token;
}

async function questionsOf(root) {
  const folder = join(root, 'tests/questions');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql'));
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}

/** Sends over connections that are kept; `ask` gives the milliseconds, and whether it was answered without errors. */
function clientOf(address, token) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 20_000 });
  const send = (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const begun = performance.now();
      const sent = request(address + path, { method, agent, headers }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            ms: performance.now() - begun,
            status: response.statusCode,
            text: Buffer.concat(parts).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    async ask(query, variables) {
      const { ms, status, text } = await send('POST', 'graphql', JSON.stringify({ query, variables }));
      return { ms, ok: status === 200 && !text.includes('"errors":['), text };
    },
    get: (path) => send('GET', path),
    async process() {
      const { text } = await send('GET', 'metrics');
      const of = (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
      return { mb: Math.round(of('process_resident_memory_bytes') / 1e6), handles: of('process_open_fds') };
    },
    close: () => agent.destroy(),
  };
}

const WRITE = 'mutation($c: ChangeSetInput!) { write(changes: $c) { id } }';
const person = (i) => ({
  c: { upserts: [{ type: 'Person', id: `person:soak-${process.pid}-${i}`, set: { name: `Soak ${i}` } }] },
});

/** So much of what can be done at most is sent. */
const SHARE = 0.8;
/** Each so many requests one writes. */
const WRITES = 25;

async function soak(client, questions, seconds) {
  let n = 0;
  const next = () => {
    const i = n++;
    return i % WRITES === 0 ? client.ask(WRITE, person(i)) : client.ask(questions[i % questions.length]);
  };
  for (const question of questions) await client.ask(question);
  const capacity = await most(next, Math.min(15, seconds / 4));
  const rate = capacity * SHARE;
  const parts = [];
  const failed = [];
  const running = new Set();
  const begun = performance.now();
  const before = await client.process();
  const length = seconds / 10;
  for (let part = 0; part < 10; part++) {
    const times = [];
    const until = begun + (part + 1) * length * 1000;
    while (performance.now() < until) {
      const due = begun + ((n - capacityAsked.count) / rate) * 1000;
      if (due > performance.now()) await wait(Math.min(due - performance.now(), 50));
      else {
        const one = next().then(
          ({ ms, ok, text }) => (ok ? times.push(ms) : failed.push(text.slice(0, 200))),
          (error) => failed.push(error.message),
        );
        running.add(one);
        void one.finally(() => running.delete(one));
      }
    }
    const { p50, p95 } = percentiles(times);
    parts.push({ p50: round(p50), p95: round(p95), requests: times.length, ...(await client.process()) });
    say(`\r${Math.round((part + 1) * length)} s`);
  }
  await Promise.all(running);
  await wait(3000);
  const after = await client.process();
  say('\n');
  return {
    'requests a second, at most': round(capacity),
    'requests a second, sent': round(rate),
    requests: parts.reduce((sum, { requests }) => sum + requests, 0),
    errors: failed.length,
    ...(failed.length ? { first: failed[0] } : {}),
    'p50 ms, at the tenths': parts.map(({ p50 }) => p50).join(' '),
    'p95 ms, at the tenths': parts.map(({ p95 }) => p95).join(' '),
    'memory MB, before': before.mb,
    'memory MB, at the tenths': parts.map(({ mb }) => mb).join(' '),
    'memory MB, after': after.mb,
    'open files, before': before.handles,
    'open files, after': after.handles,
  };

  async function most(send, forSeconds) {
    const end = performance.now() + forSeconds * 1000;
    const start = n;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (performance.now() < end) await send();
      }),
    );
    capacityAsked.count = n;
    return (n - start) / forSeconds;
  }
}
const capacityAsked = { count: 0 };

/** Whether a simple question is answered while many ask for the most that is allowed. */
async function heavy(client, seconds, clients) {
  const simple = '{ countries(first: 1) { nodes { id name } } }';
  const quiet = await timed(() => client.ask(simple), 5);
  const walks = Array.from({ length: 40 }, (_, i) => `{text: {contains: "zq${i}"}}`).join();
  const hard = [
    `{ statements(where: {OR: [${walks}]}) { totalCount } }`,
    '{ statements(first: 100) { nodes { text reports(first: 20) { nodes { text article { title } } } about(first: 20) { nodes { id } } } } }',
    '{ people(first: 100, orderBy: [{name: ASC}]) { nodes { name statements(first: 90) { totalCount nodes { text } } } } }',
  ];
  let over = false;
  let asked = 0;
  const late = {};
  const loading = Array.from({ length: clients }, async (_, i) => {
    while (!over) {
      const { ok, text } = await client
        .ask(hard[(asked++ + i) % hard.length])
        .catch((error) => ({ text: error.message }));
      if (!ok) {
        const code = /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 100);
        late[code] = (late[code] ?? 0) + 1;
      }
    }
  });
  await wait(3000);
  const [busy, health] = await Promise.all([
    timed(() => client.ask(simple), seconds),
    timed(() => client.get('healthz'), seconds),
  ]);
  over = true;
  await Promise.all(loading);
  return {
    clients,
    'heavy requests': asked,
    'of them not answered': JSON.stringify(late),
    'simple, quiet: p95 ms': round(quiet.p95),
    'simple, beside them: p95 ms': round(busy.p95),
    'that is times': round(busy.p95 / quiet.p95),
    'healthz beside them: p95 ms': round(health.p95),
    'healthz beside them: longest ms': round(health.longest),
    errors: busy.failed + health.failed,
    ...(busy.first || health.first ? { first: busy.first ?? health.first } : {}),
  };
}

async function timed(send, seconds) {
  const times = [];
  let failed = 0;
  let first;
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const { ms, ok, status, text } = await send();
    if (ok || status === 200) times.push(ms);
    else {
      failed++;
      first ??= text.slice(0, 200);
    }
    await wait(20);
  }
  return { ...percentiles(times), longest: Math.max(...times), failed, first };
}

const table = (measured) =>
  Object.entries(measured)
    .map(([name, value]) => `${name.padEnd(34)} ${value}`)
    .join('\n');

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.mjs';
import { random } from './graph.mjs';
import { machine } from './machine.mjs';
import { measure } from './measure.mjs';
import { questions } from './questions.mjs';
import { table } from './table.mjs';
import { startContestant, startServer } from './workers.mjs';

const HELP = `npm run bench -- [options]

Loads a seeded graph through the project's own change sets and asks the same questions of Rapporteur over HTTP, of
Rapporteur's own statements through the bare driver, of the best statements written by hand and, on Neo4j, of
@neo4j/graphql: alternating in one run on one database, each in a process of its own.

  --statements N[,N]   how many statements the graph has (10000); several sizes show growth
  --engine NAME        neo4j or sqlite (sqlite)
  --questions A,B      only these; --questions list names them
  --clients A,B        how many ask at once, after one alone (1,10,50)
  --runs N             how often each question is asked (40)
  --seconds N          how long each number of clients asks (1.5)
  --keep FOLDER        keeps the graphs there, and takes them from there the next time
  --json FILE          what was measured, as a list
  --write              renews bench/README.md and its pictures

Without NEO4J_URI it starts a Neo4j of its own; a database that is given has to be empty.

Examples
  npm run bench -- --engine sqlite --statements 10000,100000
  npm run bench -- --engine neo4j --questions person-hub,talks-rare-common --clients 1`;

const say = (text) => process.stderr.write(text);

/** `npm run bench`. Exits with 1 where the contestants' answers are not the same. */
export async function bench(root, args) {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '10000' },
      engine: { type: 'string', default: 'sqlite' },
      questions: { type: 'string' },
      clients: { type: 'string', default: '1,10,50' },
      runs: { type: 'string', default: '40' },
      seconds: { type: 'string', default: '1.5' },
      keep: { type: 'string' },
      json: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const { engine } = values;
  if (!['neo4j', 'sqlite'].includes(engine)) return wrong(`--engine ${engine}: it takes neo4j or sqlite`);
  const whole = (name, text) => {
    if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} ${text}: it takes whole numbers above 0`);
    return Number(text);
  };
  const results = [];
  const notes = { machine: await machine(root), engine, sizes: [] };
  try {
    const clients = values.clients.split(',').map((n) => whole('clients', n));
    const runs = whole('runs', values.runs);
    const seconds = Number(values.seconds);
    if (!(seconds >= 0)) throw new Error(`--seconds ${values.seconds}: it takes a number`);
    const wanted = values.questions?.split(',');
    const names = questions(1000).map((q) => q.name);
    if (values.questions === 'list') return console.log(names.join('\n'));
    const unknown = wanted?.find((name) => !names.includes(name));
    if (unknown)
      return wrong(`--questions ${unknown}: there is no such question; there are ${names.join(', ')}`);
    if (engine === 'neo4j') install();
    for (const statements of values.statements.split(',').map((n) => whole('statements', n)))
      await ofSize(
        { root, engine, statements, clients, runs, seconds, wanted, keep: values.keep },
        results,
        notes,
      );
  } catch (error) {
    return wrong(error.message);
  }
  results.sort((a, b) => (a.clients === 1 ? 0 : 1) - (b.clients === 1 ? 0 : 1));
  if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 1)}\n`);
  console.log(table(results, notes));
  if (values.write) await (await import('./report.mjs')).write(results, notes);
  for (const r of results.filter((row) => row.differs)) wrong(`${r.question}, ${r.contestant}: ${r.differs}`);
}

function wrong(message) {
  say(`${message}\n`);
  process.exitCode = 1;
}

async function ofSize({ root, engine, statements, clients, runs, seconds, wanted, keep }, results, notes) {
  const database = await openDatabase({ root, engine, statements, keep, uri: process.env.NEO4J_URI, say });
  const contestants = [];
  let server;
  try {
    server = await startServer(root, database);
    const job = { root, engine, statements, ...database, server: server.address };
    const modules = [
      'rapporteur-http',
      'rapporteur-driver',
      'handwritten',
      ...(engine === 'neo4j' ? ['neo4j-graphql'] : []),
    ];
    for (const name of modules) contestants.push(await startContestant(name, job));
    notes.sizes.push({
      statements,
      load: database.load,
      startMs: Math.round(server.ms),
      idleMB: memory(server.pid),
    });
    for (const question of questions(statements)) {
      if (wanted && !wanted.includes(question.name)) continue;
      say(`${engine}, ${statements} statements: ${question.name}\n`);
      results.push(
        ...(await measure(contestants, question, { statements, clients, runs, seconds, next: random(11) })),
      );
    }
  } finally {
    for (const contestant of contestants) contestant.stop();
    server?.stop();
    await database.close();
  }
}

/** What a process holds in memory, in MB; null where the system does not say. */
function memory(pid) {
  try {
    return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024);
  } catch {
    return null;
  }
}

/** The libraries that only the bench needs, where they are not there yet. */
function install() {
  if (existsSync(join(import.meta.dirname, 'node_modules/@neo4j/graphql'))) return;
  say('bench: installing what it compares with\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
  });
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { RapporteurError } from '../../errors.js';
import { freePort } from './free-port.js';
import { jars } from './jars.js';
import { findJava } from './java.js';
import type { Neo4jLine } from './lines.js';

export interface Neo4jOptions {
  line: Neo4jLine;
  /** Its home: data, logs and settings; made where it is missing. */
  home: string;
  /** 0 takes a free one. */
  port: number;
  heap: string;
  pageCache: string;
  env: NodeJS.ProcessEnv;
}

export interface Neo4jServer {
  uri: string;
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Asks it to stop and waits until it has (ten seconds); SIGKILL is for a home that is thrown away. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const startLimit = 120_000;
const stopLimit = 30_000;

/** What Neo4j's own start script opens for its page cache and network. */
const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** Bolt alone, on loopback, without passwords. */
const settings = (port: number, pageCache: string) => `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=${pageCache}
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
`;

/** Starts a real Neo4j Community as a child of this process; it is there when Bolt answers. */
export async function startNeo4j({
  line,
  home,
  port,
  heap,
  pageCache,
  env,
}: Neo4jOptions): Promise<Neo4jServer> {
  const java = await findJava(line.java, env);
  const classpath = join(await jars(line.version, env), '*');
  const bolt = await freePort(port);

  const conf = join(home, 'conf');
  await mkdir(conf, { recursive: true });
  await mkdir(join(home, 'logs'), { recursive: true });
  await writeFile(join(conf, 'neo4j.conf'), settings(bolt, pageCache));

  const out = await open(join(home, 'logs', 'console.log'), 'w');
  const entry = [line.mainClass, `--home-dir=${home}`, `--config-dir=${conf}`];
  const child = spawn(java, [`-Xmx${heap}`, ...opened, '-cp', classpath, ...entry], {
    env,
    stdio: ['ignore', out.fd, out.fd],
  });
  await out.close();

  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  void ended.then(() => process.off('exit', end));

  const server = { uri: `bolt://127.0.0.1:${bolt}`, ended, stop: stopper(child, ended) };
  try {
    await ready(server.uri, child);
  } catch {
    await server.stop();
    throw new RapporteurError(
      'STORE_UNAVAILABLE',
      `Neo4j ${line.version} did not start:\n${await lastWords(home)}`,
    );
  }
  return server;
}

async function ready(uri: string, child: ChildProcess): Promise<void> {
  const driver = neo4j.driver(uri);
  try {
    for (const limit = Date.now() + startLimit; ; await wait(200)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('its process ended');
      const answer = await driver.verifyConnectivity().catch((error: unknown) => error);
      if (!(answer instanceof Error)) return;
      if (Date.now() > limit) throw answer;
    }
  } finally {
    await driver.close();
  }
}

/** What its logs end with; the lowest cause stands last. */
async function lastWords(home: string): Promise<string> {
  const logs = ['neo4j.log', 'console.log'].map((name) =>
    readFile(join(home, 'logs', name), 'utf8').catch(() => ''),
  );
  const lines = (await Promise.all(logs)).join('\n').split('\n');
  return lines
    .filter((line) => line.trim() && !line.startsWith('\t'))
    .slice(-5)
    .join('\n');
}

function stopper(child: ChildProcess, ended: Promise<void>): Neo4jServer['stop'] {
  return async (signal = 'SIGTERM') => {
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stopLimit);
    await ended;
    clearTimeout(late);
  };
}

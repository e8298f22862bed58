import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { lineNamed } from '../../src/cli/neo4j/lines.js';
import { Missing } from '../../src/cli/neo4j/missing.js';
import { startNeo4j } from '../../src/cli/neo4j/server.js';

/** What the tests are told: where Neo4j is, why there is none here, or why that is a failure. */
export type Neo4jAnswer = { uri: string } | { missing: string } | { failed: string };

declare module 'vitest' {
  interface ProvidedContext {
    neo4jDoor: string;
  }
}

/**
 * One real Neo4j for each worker, started when its first test file asks for it at a door on loopback, so
 * that a run which needs none does not wait for one. It has an empty home of its own and goes with the run.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const env = { ...process.env };
  // No test may reach the database of whoever runs it, nor depend on how their own server is set.
  for (const name of Object.keys(process.env)) {
    if (/^(NEO4J_.*|HOST|PORT|DATA_DIR|SEEDS)$/.test(name)) delete process.env[name];
  }

  const given = env['TEST_NEO4J_URI'];
  const open = given ? useGiven : startOwn;
  const opened = new Map<string, Promise<Opened>>();
  // What is downloaded once need not be by each: the second waits for the first.
  let last: Promise<unknown> = Promise.resolve();
  const openNext = () => {
    const next = last.then(() => open(env));
    last = next.catch(() => {});
    return next.catch((error: unknown) => ({ answer: refusal(error, env), close: async () => {} }));
  };
  const door = createServer(({ url: worker = '' }, response) => {
    const asked = opened.get(worker) ?? openNext();
    opened.set(worker, asked);
    void asked.then(({ answer }) => response.end(JSON.stringify(answer)));
  });
  provide('neo4jDoor', await listen(door));

  return async () => {
    door.close();
    await Promise.all([...opened.values()].map(async (asked) => (await asked).close()));
  };
}

interface Opened {
  answer: Neo4jAnswer;
  close(): Promise<void>;
}

async function startOwn(env: NodeJS.ProcessEnv): Promise<Opened> {
  const line = lineNamed(env['NEO4J_LINE'] ?? '5');
  const home = await mkdtemp(join(tmpdir(), 'rapporteur-neo4j-'));
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  try {
    const server = await startNeo4j({ line, home, port: 0, heap: '768m', pageCache: '256m', env });
    // For a run that Ctrl-C ends; the server's own hook stands before this one and has ended it by then.
    process.once('exit', remove);
    return { answer: { uri: server.uri }, close: () => server.stop('SIGKILL').then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A server that is given is used only while it is empty: the tests empty it again and again. */
async function useGiven({ TEST_NEO4J_URI: uri = '' }: NodeJS.ProcessEnv): Promise<Opened> {
  const driver = neo4j.driver(uri);
  try {
    const { records } = await driver.executeQuery('MATCH (n) RETURN n LIMIT 1');
    if (records.length > 0)
      throw new Error(`TEST_NEO4J_URI=${uri} is not empty: give the tests an empty database.`);
  } finally {
    await driver.close();
  }
  return { answer: { uri }, close: async () => {} };
}

/** Lacking Java or Maven skips tests; anything else fails them, and in CI so does that. */
function refusal(error: unknown, env: NodeJS.ProcessEnv): Neo4jAnswer {
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof Missing && env['CI'] !== 'true' ? { missing: reason } : { failed: reason };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { neo4j } from '../server/engines.js';
import { empty } from '../store/engines.js';

const root = join(import.meta.dirname, '../..');
/** `npm run soak` goes on for half an hour, and is for a quiet machine: it says too whether answers slow down. */
const SECONDS = 60;
/** What is asked for is in the seeds; these are beside them. */
const STATEMENTS = 500;

interface Soaked {
  readonly requests: number;
  readonly errors: number;
  readonly first?: string;
  readonly [what: string]: unknown;
}

async function soak(engine: string, env: NodeJS.ProcessEnv = {}): Promise<Soaked> {
  const args = [
    'soak',
    '--json',
    '--seconds',
    `${SECONDS}`,
    '--statements',
    `${STATEMENTS}`,
    '--engine',
    engine,
  ];
  const run = spawn(process.execPath, [join(root, 'rapporteur.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, said] = ['', ''];
  run.stdout.on('data', (text: Buffer) => (out += text.toString()));
  run.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(run, 'close')) as [number];
  expect(code, said + out).toBe(0);
  return JSON.parse(out) as Soaked;
}

/** How much of the heap may be kept for what a minute adds to what is known: plans, statements, code that became hot. */
const GROWTH = 1.25;

function holds({ requests, errors, first, ...measured }: Soaked) {
  expect([errors, first]).toEqual([0, undefined]);
  expect(requests).toBeGreaterThan(SECONDS * 5);
  const kept = (when: string) => measured[`heap MB without garbage, ${when}`] as number;
  const open = (when: string) => measured[`open files, ${when}`] as number;
  expect(kept('before')).toBeGreaterThan(10);
  expect(kept('after')).toBeLessThan(kept('before') * GROWTH);
  expect(open('after')).toBeLessThanOrEqual(open('before') + 5);
}

const without = 'missing' in neo4j ? neo4j.missing : '';

describe('Under mixed load, at most of what it can do, nothing fails, memory and files stay as they are', () => {
  test('on SQLite', { timeout: 300_000 }, async () => holds(await soak('sqlite')));

  test.skipIf(without)(`on Neo4j${without && ` (${without})`}`, { timeout: 400_000 }, async () => {
    const { uri } = neo4j as { uri: string };
    await empty(uri);
    holds(await soak('neo4j', { NEO4J_URI: uri }));
    await empty(uri);
  });
});

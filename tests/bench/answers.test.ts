import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neo4j } from '../server/engines.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { empty, record, write } from '../store/engines.js';

/** The bench as it is run, over few statements: what is compared gives the same answers. */
const root = join(import.meta.dirname, '../..');
const CONTESTANTS = ['rapporteur-http', 'rapporteur-driver', 'handwritten'];

interface Row {
  readonly question: string;
  readonly contestant: string;
  readonly clients: number;
  readonly p50: number | null;
  readonly differs?: string;
  readonly error?: string;
}

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-test-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bench(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; rows: Row[]; said: string }> {
  const file = join(mkdtempSync(join(folder, 'run-')), 'rows.json');
  const run = spawn(process.execPath, [join(root, 'rapporteur.mjs'), 'bench', '--json', file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  run.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(run, 'exit')) as [number];
  return { code, rows: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : [], said };
}

const over = (statements: number) => [
  ...['--statements', String(statements), '--clients', '1'],
  ...['--runs', '1', '--seconds', '0'],
];

function agree({ code, rows, said }: Awaited<ReturnType<typeof bench>>, contestants: readonly string[]) {
  expect(
    rows.filter((row) => row.differs),
    said,
  ).toEqual([]);
  expect(rows.filter((row) => row.contestant !== '@neo4j/graphql' && row.error)).toEqual([]);
  expect(code, said).toBe(0);
  const questions = [...new Set(rows.map((row) => row.question))];
  expect(questions.length).toBeGreaterThanOrEqual(12);
  for (const question of questions)
    expect(rows.filter((row) => row.question === question).map((row) => row.contestant)).toEqual(contestants);
}

test('on SQLite everybody gives the same answers', { timeout: 300_000 }, async () => {
  agree(await bench([...over(10_000), '--engine', 'sqlite']), CONTESTANTS);
});

const others = join(root, 'bench/node_modules/@neo4j/graphql');
/** What the bench compares with, where a registry gives it. */
const installed =
  existsSync(others) ||
  spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: join(root, 'bench') }).status === 0;
const why = 'missing' in neo4j ? neo4j.missing : installed ? '' : '@neo4j/graphql cannot be installed here';

test.skipIf(why)(
  `on Neo4j everybody gives the same answers${why && ` (${why})`}`,
  { timeout: 900_000 },
  async () => {
    // What it is compared with reads all of them for some of its answers.
    agree(await bench([...over(3000), '--engine', 'neo4j']), [...CONTESTANTS, '@neo4j/graphql']);
  },
);

test.skipIf('missing' in neo4j || why)(
  'a database that holds something is left alone',
  { timeout: 60_000 },
  async () => {
    const { uri } = neo4j as { uri: string };
    await empty(uri);
    const store = await Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit: 20_000 });
    await write(store, [record('Person', 'person:kim', { name: 'Kim' })]);
    await store.close();
    const { code, said, rows } = await bench([...over(3000), '--engine', 'neo4j'], { NEO4J_URI: uri });
    expect(code).not.toBe(0);
    expect(said).toContain('is not empty');
    expect(rows).toEqual([]);
  },
);

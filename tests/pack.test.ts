import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pack-'));
const home = join(folder, 'home');
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** What npm says where it cannot reach its registry, and has not all it needs kept. */
const OFFLINE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/;

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function begin(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(program, args, { cwd, env, shell: process.platform === 'win32' });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (said.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.stderr += text.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ ...said, status }));
  });
  return { child, said, ended };
}

/** The installed command, with no setting but those given. */
const rapporteur = (args: readonly string[], env: Record<string, string> = {}) =>
  begin(join(home, 'node_modules/.bin/rapporteur'), args, home, { PATH: process.env['PATH'], ...env });

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

beforeAll(async () => {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout, stderr, status } = await begin('npm', args, root).ended;
  expect(status, stderr).toBe(0);
  [packed] = JSON.parse(stdout) as [Packed];
}, 120_000);

describe('What is in the package', () => {
  const paths = () => packed.files.map((file) => file.path);

  test('all that runs: the server, the page, the seeds', () => {
    for (const path of [
      'rapporteur.mjs',
      'package.json',
      'README.md',
      'LICENSE',
      'dist/main.js',
      'dist/cli/run.js',
      'dist/web/index.html',
      'seeds/countries/seed.yaml',
      'seeds/stockholm/seed.yaml',
      'seeds/record/seed.yaml',
      'seeds/record/tables/people.tsv',
      'seeds/record/tables/roles.tsv',
      'schema/rapporteur.graphql',
      'tests/questions/01-contested.graphql',
    ])
      expect(paths()).toContain(path);
  });

  test('nothing else: no sources, no tests but the questions, nothing of whoever packed it', () => {
    const belongs =
      /^(rapporteur\.mjs|package\.json|README\.md|LICENSE|(dist|schema|cypher|seeds)\/.+|tests\/questions\/(record\/)?[^/]+\.graphql)$/;
    expect(paths().filter((path) => !belongs.test(path))).toEqual([]);
    const hidden = paths().filter((path) => /(^|\/)\.|\.(tsx?|map|sqlite|log)$/.test(path));
    expect(hidden).toEqual([]);
  });
});

describe('Installed in an empty folder, the package', () => {
  let missing: string | undefined;

  beforeAll(async () => {
    mkdirSync(home);
    const args = ['install', '--prefix', home, '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    const tarball = join(folder, packed.filename);
    const { stderr, status } = await begin('npm', [...args, '--prefer-offline', tarball], folder).ended;
    if (status !== 0 && OFFLINE.test(stderr)) missing = `npm's registry cannot be reached: ${stderr}`;
    else expect([status, stderr]).toEqual([0, '']);
  }, 300_000);

  test('has one graphql', (context) => {
    if (missing) return context.skip(missing);
    const all = readdirSync(join(home, 'node_modules'), { recursive: true, encoding: 'utf8' });
    expect(all.filter((path) => /(^|node_modules[\\/])graphql[\\/]package\.json$/.test(path))).toHaveLength(
      1,
    );
  });

  test('serves answers and the page', { timeout: 120_000 }, async (context) => {
    if (missing) return context.skip(missing);
    const { child, said, ended } = rapporteur([], { SEEDS: 'countries,stockholm', PORT: '0' });
    try {
      const served = /^Rapporteur .* on SQLite \(embedded\): (http:\S+)$/m;
      await Promise.race([ended, expect.poll(() => said.stdout, { timeout: 90_000 }).toMatch(served)]);
      const [, address] = served.exec(said.stdout) ?? expect.fail(`it ended: ${said.stdout}${said.stderr}`);
      const response = await fetch(`${address}graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: '{ country(name: "DPRK") { id } person(name: "Kim Myong Gil") { id } }',
        }),
      });
      expect(await response.json()).toMatchObject({
        data: { country: { id: 'country:north-korea' }, person: { id: 'person:kim-myong-gil' } },
      });
      const page = await fetch(address!);
      const html = await page.text();
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        expect.stringMatching(/^text\/html/),
      ]);
      const [, script] = /<script [^>]*src="\.?\/?([^"]+)"/.exec(html) ?? expect.fail(html);
      expect((await fetch(new URL(script!, address))).status).toBe(200);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toMatchObject({ stderr: '', status: 0 });
  });

  test('imports', { timeout: 60_000 }, async (context) => {
    if (missing) return context.skip(missing);
    const lines = [
      { rapporteur: 'graph', version: 1, sources: [{ name: 'A source' }] },
      { type: 'Person', id: 'person:ann-example', name: 'Ann Example' },
    ];
    writeFileSync(join(home, 'small.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(await rapporteur(['import', 'graph', 'small.jsonl']).ended).toEqual({
      stdout: '1 read: 1 created, 0 amended, 0 unchanged, 0 refused\n',
      stderr: '',
      status: 0,
    });
  });
});

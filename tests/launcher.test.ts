import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/**
 * The launcher in folders of its own, with an npm that only notes that it was called and a Vite that copies:
 * what is tested is when it installs and builds, not npm and Vite.
 */
let folder: string;
const at = (...path: string[]) => join(folder, ...path);
const write = (path: string, text: string, mode = 0o644) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text, { mode });
};

const main = 'export async function main(argv) { console.log(`main ${argv}`); }';
const npm = `#!/bin/sh
echo 'npm called' >&2
mkdir -p node_modules/vite/bin
cp vite.cjs node_modules/vite/bin/vite.js
echo '{}' >node_modules/vite/package.json
`;
const vite = `const to = process.argv[process.argv.indexOf('--outDir') + 1];
require('node:fs').cpSync('src', to, { recursive: true });
console.log('vite called');`;

const env = () => ({ ...process.env, PATH: [at('bin'), process.env['PATH']].join(delimiter) });
const launch = (args: string[], node: string[] = []) => {
  const given = [...node, at('rapporteur.mjs'), ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, given, { env: env(), encoding: 'utf8' });
  return { stdout, stderr, status };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-launcher-'));
  cpSync('rapporteur.mjs', at('rapporteur.mjs'));
  write('package.json', '{"type": "module"}');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('in an installed package', () => {
  test('it sets nothing up', () => {
    write('dist/main.js', main);
    expect(launch(['seed', '--all'])).toEqual({ stdout: 'main seed,--all\n', stderr: '', status: 0 });
    expect(readdirSync(folder).sort()).toEqual(['dist', 'package.json', 'rapporteur.mjs']);
  });

  test('it refuses a Node that is too old', () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })`;
    const { stderr, status } = launch([], ['--import', `data:text/javascript,${encodeURIComponent(old)}`]);
    expect(stderr).toBe('Rapporteur needs Node 20.19 or later; this is 20.18.3.\n');
    expect(status).toBe(1);
  });
});

describe('in a checkout', () => {
  beforeEach(() => {
    write('src/main.js', main);
    write('package-lock.json', '{}');
    write('vite.cjs', vite);
    write('bin/npm', npm, 0o755);
  });

  test('the first start installs and builds, and says so; the second does neither', () => {
    const first = launch(['seed']);
    expect(first.stderr).toMatch(/^Installing .*\nnpm called\nBuilding .*\nvite called\n$/);
    expect(first.stdout).toBe('main seed\n');
    expect(launch(['seed'])).toEqual({ stdout: 'main seed\n', stderr: '', status: 0 });
  });

  test('a change of the sources builds, one of the lock file installs and builds', () => {
    launch(['seed']);
    write('src/main.js', main.replace('main $', 'changed $'));
    const built = launch(['seed']);
    expect(built.stderr).not.toContain('npm called');
    expect(built.stdout).toBe('changed seed\n');

    write('package-lock.json', '{"changed": true}');
    expect(launch(['seed']).stderr).toMatch(/npm called[^]*vite called/);
  });

  test('it never installs under a process that runs from the packages', async () => {
    write('src/main.js', 'export async function main() { console.log("up"); setInterval(() => {}, 1000); }');
    const server = spawn(process.execPath, [at('rapporteur.mjs'), 'start'], { env: env() });
    try {
      await once(server.stdout, 'data');
      write('package-lock.json', '{"changed": true}');
      const { stderr, status } = launch(['seed']);
      expect(stderr).toMatch(new RegExp(`process ${server.pid} runs from them: stop it`));
      expect(status).toBe(1);
    } finally {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    write('src/main.js', main);
    expect(launch(['seed']).stderr).toContain('npm called');
  });

  test('of two at once one sets up, and the lock of one that was killed is broken', async () => {
    write('.cache/setup.lock', '999999999');
    const both = [1, 2].map(() => spawn(process.execPath, [at('rapporteur.mjs'), 'seed'], { env: env() }));
    let said = '';
    for (const one of both) one.stderr.on('data', (text) => (said += text));
    const codes = await Promise.all(both.map((one) => once(one, 'close')));
    expect(codes).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(said.match(/npm called/g)).toHaveLength(1);
    expect(said.match(/vite called/g)).toHaveLength(1);
    expect(readdirSync(at('.cache'))).toEqual([]);
  });

  test('a build that fails leaves the last one and says what failed', () => {
    launch(['seed']);
    write('src/main.js', 'changed');
    write('node_modules/vite/bin/vite.js', 'process.exit(2)');
    const { stderr, status } = launch(['seed']);
    expect(stderr).toMatch(/Set-up stopped: .*vite.* gave code 2\.\n$/);
    expect(status).toBe(1);
    expect(existsSync(at('dist/main.js'))).toBe(true);
  });

  test('without npm it says so', () => {
    rmSync(at('bin/npm'));
    const { stderr, status } = spawnSync(process.execPath, [at('rapporteur.mjs')], {
      env: { PATH: at('bin') },
      encoding: 'utf8',
    });
    expect(stderr).toContain('npm was not found on the PATH; it comes with Node.');
    expect(status).toBe(1);
  });
});

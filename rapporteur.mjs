#!/usr/bin/env node
/**
 * `npm start`, `npm test` and the `rapporteur` command. In a checkout it first installs and builds what is
 * missing or stale, and then goes on in this process; an installed package has nothing to set up.
 * Built-ins alone: it runs before there is anything else, and without npm's hooks, which may be switched off.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const at = (...path) => join(root, ...path);
const say = (text) => process.stderr.write(`${text}\n`);

/** What the user can mend: told in one line, without a stack. */
class CannotSetUp extends Error {}

const install = {
  stampFile: at('node_modules/.rapporteur-stamp'),
  stamp: () =>
    hash([process.versions.node.split('.')[0], process.platform, process.arch], [at('package-lock.json')]),
  async run() {
    const [pid] = liveServers();
    if (pid) throw new CannotSetUp(`Packages need installing, but process ${pid} runs from them: stop it.`);
    say('Installing packages (npm ci), which takes about a minute ...');
    await call('npm', ['ci', '--include=dev', '--ignore-scripts', '--loglevel=error']);
  },
};

const build = {
  stampFile: at('dist/.stamp'),
  stamp() {
    // The example queries are tabs of the page.
    const queries = filesUnder(at('tests/questions')).filter((file) => file.endsWith('.graphql'));
    const settings = [at('package-lock.json'), at('tsconfig.json'), at('vite.config.ts')];
    return hash([], [at('src'), ...settings].flatMap(filesUnder).concat(queries));
  },
  async run() {
    say('Building ...');
    // Made aside, so that a build that fails leaves the last one as it was.
    const made = at('node_modules/.rapporteur-dist');
    fs.rmSync(made, { recursive: true, force: true });
    const vite = (config, outDir) =>
      tool('vite/bin/vite.js', ['build', '--config', config, '--outDir', outDir, '--logLevel', 'error']);
    const page = at('src/web/vite.config.ts');
    // Side by side, and both to their end: the lock is not given back while one still writes.
    const built = await Promise.allSettled([
      vite(at('vite.config.ts'), made),
      fs.existsSync(page) ? vite(page, join(made, 'web')) : undefined,
    ]);
    for (const { reason } of built) if (reason) throw reason;
    fs.rmSync(at('dist'), { recursive: true, force: true });
    fs.renameSync(made, at('dist'));
  },
};

/** Runs a task where its stamp is not the one it should be; of several launchers one does, the others wait. */
async function ensure(task) {
  const fresh = () => read(task.stampFile) === task.stamp();
  if (fresh()) return;
  await locked(async () => {
    if (fresh()) return;
    const stamp = task.stamp();
    await task.run();
    fs.writeFileSync(task.stampFile, stamp);
  });
}

/** A hash over names and contents, so that a checkout or a copy with new times is not stale. */
function hash(words, files) {
  const sum = createHash('sha256').update(JSON.stringify(words));
  for (const file of files) sum.update(`${relative(root, file)}\0`).update(fs.readFileSync(file));
  return sum.digest('hex');
}

function filesUnder(path) {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return fs
    .readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

const lock = at('.cache/setup.lock');
const lockLimit = 30 * 60_000;

async function locked(work) {
  fs.mkdirSync(dirname(lock), { recursive: true });
  const own = `${lock}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    for (let told = false; !took(own); told = true) {
      const holder = read(lock);
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (holder && (!isAlive(Number(holder)) || Date.now() - since > lockLimit)) breakLock(holder);
      else if (!told) say(`Waiting for process ${holder}, which is setting up ...`);
      await wait(200);
    }
    try {
      return await work();
    } finally {
      fs.rmSync(lock, { force: true });
    }
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** A link comes into being whole, with the pid in it, or not at all. */
function took(own) {
  try {
    fs.linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moved before it is removed: whoever else breaks it at this moment may already have made it theirs. */
function breakLock(holder) {
  const aside = `${lock}.broken-by-${process.pid}`;
  try {
    fs.renameSync(lock, aside);
    if (read(aside) !== holder) fs.linkSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  fs.rmSync(aside, { force: true });
}

const running = 'node_modules/.rapporteur-running-';

/** Leaves a file while this process runs from node_modules, so that nobody installs under it. */
function markRunning() {
  liveServers();
  const file = at(`${running}${process.pid}`);
  try {
    fs.writeFileSync(file, '');
  } catch {
    return; // A folder nobody can write to is one where nobody can install.
  }
  process.once('exit', () => fs.rmSync(file, { force: true }));
}

/** The processes that run from node_modules; the files of those that were killed are swept away. */
function liveServers() {
  if (!fs.existsSync(at('node_modules'))) return [];
  const names = fs.readdirSync(at('node_modules')).map((name) => `node_modules/${name}`);
  const pids = names
    .filter((name) => name.startsWith(running))
    .map((name) => Number(name.slice(running.length)));
  for (const pid of pids) if (!isAlive(pid)) fs.rmSync(at(`${running}${pid}`), { force: true });
  return pids.filter(isAlive);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(path) {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const tool = (script, args) => call(process.execPath, [at('node_modules', script), ...args]);

/**
 * Runs a program to its end. A Ctrl-C reaches it too, and it may take its time to leave a folder as it found
 * it: this process waits and keeps the lock until then.
 */
async function call(program, args) {
  // What it says goes to the terminal, but not into what this command itself gives.
  const shell = process.platform === 'win32' && program === 'npm';
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  let interrupted = false;
  const onSignal = (signal) => {
    interrupted = true;
    if (signal === 'SIGTERM') child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, onSignal);
  try {
    const [status] = await once(child, 'exit');
    if (interrupted) throw new CannotSetUp('Set-up was interrupted; the next start begins it again.');
    if (status !== 0) {
      throw new CannotSetUp(`Set-up stopped: \`${[program, ...args].join(' ')}\` gave code ${status}.`);
    }
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new CannotSetUp(`${program} was not found on the PATH; it comes with Node.`);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

async function launch([command, ...args]) {
  // The embedded store works on as many threads as there are cores; on a machine with one a long statement would hold up all.
  process.env.TOKIO_WORKER_THREADS ??= '4';
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new CannotSetUp(`Rapporteur needs Node 20.19 or later; this is ${process.versions.node}.`);
  }
  const isCheckout = fs.existsSync(at('src')) && fs.existsSync(at('package-lock.json'));
  if (isCheckout) {
    await ensure(install);
    if (command !== 'test') await ensure(build);
    markRunning();
  }
  if (isCheckout && command === 'test') {
    const { test } = await import(pathToFileURL(at('tests/run.mjs')));
    process.exitCode = await test(root, args, () => ensure(build));
  } else if (isCheckout && command === 'bench') {
    const { bench } = await import(pathToFileURL(at('bench/run.mjs')));
    await bench(root, args);
  } else if (isCheckout && command === 'bench:web') {
    const { benchWeb } = await import(pathToFileURL(at('bench/web.mjs')));
    await benchWeb(root, args);
  } else if (isCheckout && (command === 'soak' || command === 'heavy')) {
    const { strain } = await import(pathToFileURL(at('bench/strain.mjs')));
    process.exitCode = await strain(root, command, args);
  } else if (isCheckout && command === 'score') {
    const { run } = await import(pathToFileURL(at('bench/score/run.mjs')));
    process.exitCode = await run(root, args);
  } else {
    const { main } = await import(pathToFileURL(at('dist/main.js')));
    await main(command === undefined ? [] : [command, ...args]);
  }
}

try {
  await launch(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof CannotSetUp || ['EACCES', 'EROFS', 'ENOSPC'].includes(error?.code);
  say(expected ? error.message : error.stack);
  process.exitCode = 1;
}

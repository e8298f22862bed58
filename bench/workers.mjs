import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';

const here = import.meta.dirname;

/** A contestant in a process of its own, as functions. */
export async function startContestant(name, job) {
  const child = fork(join(here, 'contestants/contestant.mjs'), [name, JSON.stringify(job)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--max-old-space-size=4096'],
  });
  const waiting = new Map();
  let ended;
  let id = 0;
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${name} ended before it began (${code})`)));
  });
  child.on('message', ({ id: of, ...answer }) => {
    waiting.get(of)?.(answer);
    waiting.delete(of);
  });
  child.once('exit', (code, signal) => {
    ended = `its process ended (${signal ?? code})`;
    for (const answer of waiting.values()) answer({ error: ended });
  });
  return {
    name,
    ask: (task, asked) =>
      ended
        ? Promise.resolve({ error: ended })
        : new Promise((resolve) => {
            waiting.set(++id, resolve);
            child.send({ id, task, ...asked });
          }),
    stop: () => child.connected && child.disconnect(),
  };
}

/** The server as `npm start` runs it, with limits that let the bench ask; its address, and how long it took. */
export async function startServer(root, { uri, folder }, settings = {}) {
  const code = `const { main } = await import(${JSON.stringify(join(root, 'dist/main.js'))}); await main(['start']);`;
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    ...settings,
    ...(uri ? { NEO4J_URI: uri } : { DATA_DIR: folder }),
  };
  const start = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  return { address, ms: performance.now() - start, pid: child.pid, stop: () => child.kill('SIGTERM') };
}

import { setTimeout as wait } from 'node:timers/promises';

/** NODE_OPTIONS of a process that collects its garbage when it is told to, so that what is left is what it keeps. */
export const SWEEPS = `--expose-gc --import data:text/javascript,process.on('SIGUSR2',()=>{gc();gc()})`;

/** Tells it to. What was only waiting for its turn has ended by then. */
export async function sweep(pid) {
  await wait(2000);
  process.kill(pid, 'SIGUSR2');
  await wait(2000);
}

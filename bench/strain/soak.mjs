import { setTimeout as wait } from 'node:timers/promises';
import { percentiles, round } from '../percentiles.mjs';
import { stealing } from './stolen.mjs';
import { sweep } from './sweeps.mjs';

const say = (text) => process.stderr.write(text);

const WRITE = 'mutation($c: ChangeSetInput!) { write(changes: $c) { id } }';
const person = (i) => ({
  c: { upserts: [{ type: 'Person', id: `person:soak-${process.pid}-${i}`, set: { name: `Soak ${i}` } }] },
});

/** So much of what can be done at most is sent. */
const SHARE = 0.8;
/** Each so many requests one writes. */
const WRITES = 25;

/** Sends for a long time so much of what can be done at most: does anything grow, slow down or fail? */
export async function soak(client, server, questions, seconds) {
  let n = 0;
  const next = () => {
    const i = n++;
    return i % WRITES === 0 ? client.ask(WRITE, person(i)) : client.ask(questions[i % questions.length]);
  };
  for (const question of questions) await client.ask(question);
  // An engine that has just been started does more as it goes on: measured at once, it would be bored later.
  await most(next, seconds / 10);
  const capacity = await most(next, Math.min(15, seconds / 12));
  const rate = capacity * SHARE;
  const parts = [];
  const failed = [];
  const running = new Set();
  const before = await kept(client, server);
  const begun = performance.now();
  const first = n;
  const length = seconds / 10;
  for (let part = 0; part < 10; part++) {
    const stolen = stealing();
    const times = [];
    const until = begun + (part + 1) * length * 1000;
    while (performance.now() < until) {
      const due = begun + ((n - first) / rate) * 1000;
      if (due > performance.now()) await wait(Math.min(due - performance.now(), 50));
      else {
        const one = next().then(
          ({ ms, ok, text }) => (ok ? times.push(ms) : failed.push(text.slice(0, 200))),
          (error) => failed.push(error.message),
        );
        running.add(one);
        void one.finally(() => running.delete(one));
      }
    }
    const { p50, p95 } = percentiles(times);
    const { mb } = await client.process();
    parts.push({ p50: round(p50), p95: round(p95), requests: times.length, mb, stolen: stolen() });
    say(`\r${Math.round((part + 1) * length)} s`);
  }
  await Promise.all(running);
  const after = await kept(client, server);
  say('\n');
  return {
    'requests a second, at most': round(capacity),
    'requests a second, sent': round(rate),
    requests: parts.reduce((sum, { requests }) => sum + requests, 0),
    errors: failed.length,
    ...(failed.length ? { first: failed[0] } : {}),
    'p50 ms, at the tenths': parts.map(({ p50 }) => p50).join(' '),
    'p95 ms, at the tenths': parts.map(({ p95 }) => p95).join(' '),
    '% taken by other machines': parts.map(({ stolen }) => stolen).join(' '),
    'memory MB, at the tenths': parts.map(({ mb }) => mb).join(' '),
    'heap MB without garbage, before': before.heap,
    'heap MB without garbage, after': after.heap,
    'open files, before': before.handles,
    'open files, after': after.handles,
  };
}

/** How the server fares with nothing to do, its garbage swept. */
async function kept(client, { pid }) {
  client.close();
  await sweep(pid);
  return client.process();
}

/** So many requests a second are answered at most. */
async function most(send, seconds) {
  const end = performance.now() + seconds * 1000;
  let sent = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (; performance.now() < end; sent++) await send();
    }),
  );
  return sent / seconds;
}

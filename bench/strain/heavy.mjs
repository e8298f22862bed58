import { setTimeout as wait } from 'node:timers/promises';
import { percentiles, round } from '../percentiles.mjs';

/** Whether a simple question is answered while many ask for the most that is allowed. */
export async function heavy(client, seconds, clients) {
  const simple = '{ countries(first: 1) { nodes { id name } } }';
  const quiet = await timed(() => client.ask(simple), 5);
  const walks = Array.from({ length: 40 }, (_, i) => `{text: {contains: "zq${i}"}}`).join();
  const hard = [
    `{ statements(where: {OR: [${walks}]}) { totalCount } }`,
    '{ statements(first: 100) { nodes { text reports(first: 20) { nodes { text article { title } } } about(first: 20) { nodes { id } } } } }',
    '{ people(first: 100, orderBy: [{name: ASC}]) { nodes { name statements(first: 90) { totalCount nodes { text } } } } }',
  ];
  let over = false;
  let asked = 0;
  const late = {};
  const loading = Array.from({ length: clients }, async (_, i) => {
    while (!over) {
      const { ok, text } = await client
        .ask(hard[(asked++ + i) % hard.length])
        .catch((error) => ({ text: error.message }));
      if (!ok) {
        const code = /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 100);
        late[code] = (late[code] ?? 0) + 1;
      }
    }
  });
  await wait(3000);
  const [busy, health] = await Promise.all([
    timed(() => client.ask(simple), seconds),
    timed(() => client.get('healthz'), seconds),
  ]);
  over = true;
  await Promise.all(loading);
  return {
    clients,
    'heavy requests': asked,
    'of them not answered': JSON.stringify(late),
    'simple, quiet: p95 ms': round(quiet.p95),
    'simple, beside them: p95 ms': round(busy.p95),
    'that is times': round(busy.p95 / quiet.p95),
    'healthz beside them: p95 ms': round(health.p95),
    'healthz beside them: longest ms': round(health.longest),
    errors: busy.failed + health.failed,
    ...(busy.first || health.first ? { first: busy.first ?? health.first } : {}),
  };
}

async function timed(send, seconds) {
  const times = [];
  let failed = 0;
  let first;
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const { ms, ok, status, text } = await send();
    if (ok || status === 200) times.push(ms);
    else {
      failed++;
      first ??= text.slice(0, 200);
    }
    await wait(20);
  }
  return { ...percentiles(times), longest: Math.max(...times), failed, first };
}

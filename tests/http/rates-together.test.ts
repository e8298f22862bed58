import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { served } from './served.js';

const isThere = spawnSync('redis-server', ['--version']).status === 0;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.skipIf(!isThere)(
  `two servers count together what is asked, and each by itself while their Redis is away${isThere ? '' : ' (there is no redis-server here)'}`,
  async () => {
    const port = await freePort();
    const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
      stdio: 'ignore',
    });
    const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    const doors = { ...readConfig({}).doors, rateLimit: 10, rateStore: `redis://127.0.0.1:${port}` };
    await wait(500);
    const servers = await Promise.all([0, 1].map(() => served(store, {}, '/nowhere', { doors })));
    await wait(500);
    const [one, other] = servers as [(typeof servers)[0], (typeof servers)[0]];
    const ask = (of: typeof one, first: number) =>
      of.ask(`{ people(first: ${first}) { nodes { id } } }`).then(({ status }) => status);
    expect(await ask(one, 5)).toBe(200);
    expect(await ask(other, 3)).toBe(200);
    expect([await ask(one, 3), await ask(other, 3)]).toEqual([429, 429]);
    redis.kill('SIGKILL');
    await wait(300);
    expect([await ask(one, 5), await ask(other, 5)]).toEqual([200, 200]);
    expect(await ask(one, 5)).toBe(429);
    for (const server of servers) await server.close();
    await store.close();
  },
);

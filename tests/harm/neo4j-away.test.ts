import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import driver from 'neo4j-driver';
import { setTimeout as wait } from 'node:timers/promises';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { neo4j as server } from '../server/engines.js';
import { served } from '../http/served.js';
import { ask, empty, record, write } from '../store/engines.js';
import { faultsOf } from '../store/faults.js';
import { proxy, type Proxy } from './proxy.js';

const LIMIT = 1500;
const person = (i: number | string) => record('Person', `person:p${i}`, { name: `Person ${i}` });
const names = '{ people(first: 100) { nodes { name } totalCount } }';

/** What COMMIT looks like on the wire: a Bolt message of no fields, with its length before and the end of it behind. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

describe.skipIf('missing' in server)(
  `a Neo4j that goes away ${'missing' in server ? server.missing : ''}`,
  () => {
    let way: Proxy;
    let store: Neo4jStore;
    beforeAll(async () => {
      const { uri } = server as { uri: string };
      await empty(uri);
      const { hostname, port } = new URL(uri);
      way = await proxy({ host: hostname, port: Number(port) });
      store = await Neo4jStore.open(catalogue, {
        uri: `bolt://127.0.0.1:${way.port}`,
        database: 'neo4j',
        timeLimit: LIMIT,
      });
      await write(store, [person('first')]);
    });
    afterEach(() => {
      way.weather = 'fair';
    });
    afterAll(async () => {
      await store?.close();
      await way?.close();
    });
    const people = async () => {
      const { data, errors } = await ask(store, names);
      if (errors) throw errors[0]!;
      return (data as { people: { totalCount: number } }).people.totalCount;
    };
    const fails = async (within: number) => {
      const begun = performance.now();
      const { errors } = await ask(store, names);
      expect(errors?.[0]?.message).toMatch(/^Neo4j does not answer; try again/);
      expect(performance.now() - begun).toBeLessThan(within);
    };

    test('between two reads: the second goes on as though nothing had been', async () => {
      expect(await people()).toBe(1);
      way.cut();
      expect(await people()).toBe(1);
    });

    test('in the midst of reads: each is sent again and answered', async () => {
      way.weather = { delay: 60 };
      const asked = Array.from({ length: 20 }, people);
      await wait(100);
      way.cut();
      expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, () => 1));
    });

    test('for a moment: reads wait for it', async () => {
      way.weather = 'cut';
      const asked = people();
      await wait(600);
      way.weather = 'fair';
      expect(await asked).toBe(1);
    });

    test('for longer: reads say so within their time, and go on when it is back', async () => {
      way.weather = 'cut';
      await fails(LIMIT + 3000);
      way.weather = 'fair';
      expect(await people()).toBe(1);
    });

    test('silently: nobody waits for ever, and the next ones are answered', { timeout: 60_000 }, async () => {
      expect(await people()).toBe(1);
      way.weather = 'silent';
      await fails(3 * LIMIT + 6000);
      way.weather = 'fair';
      expect(await people()).toBe(1);
    });

    test('in part: a slow way gives the same answers', async () => {
      way.weather = { perSecond: 20_000 };
      expect(await people()).toBe(1);
    });

    test.each([
      ['the database had it', true],
      ['the database never had it', false],
    ])('as it is told to commit, where %s: the change is there once', async (_, reaches) => {
      const id = `cut-${reaches}`;
      const before = (await store.stats()).counts;
      const sprung = way.cutAt(COMMIT, reaches);
      // Done over, it would find all as it is already.
      expect(await write(store, [person(id)])).toMatchObject({ known: false, created: 1 });
      await sprung;
      const { counts } = await store.stats();
      expect(counts['Person']).toBe(before['Person']! + 1);
      expect(counts['Change']).toBe(before['Change']! + 1);
      expect(await faultsOf(store)).toEqual([]);
    });

    test(
      'in the midst of many writes: each is there once, in a log without a gap',
      { timeout: 120_000 },
      async () => {
        const before = (await store.stats()).counts;
        const cutting = (async () => {
          for (const pause of [200, 300, 400, 500, 600]) await wait(pause).then(() => way.cut());
        })();
        const written = await Promise.allSettled(
          Array.from({ length: 12 }, (_, i) => wait(i * 200).then(() => write(store, [person(`many${i}`)]))),
        );
        await cutting;
        const there = written.filter(({ status }) => status === 'fulfilled').length;
        for (const one of written)
          if (one.status === 'rejected')
            expect((one.reason as { code: string }).code).toBe('STORE_UNAVAILABLE');
        const { counts } = await store.stats();
        expect(there).toBeGreaterThan(0);
        expect(counts['Person']! - before['Person']!).toBe(there);
        expect(counts['Change']! - before['Change']!).toBe(there);
        expect(await faultsOf(store)).toEqual([]);
      },
    );

    test(
      'after a write had waited long for its turn: it has its patience still, and is there once',
      { timeout: 60_000 },
      async () => {
        const direct = driver.driver((server as { uri: string }).uri);
        const session = direct.session();
        const other = await session.beginTransaction();
        await other.run("MERGE (m:Meta {key: 'head'}) SET m.value = m.value");
        const written = write(store, [person('patient')]);
        await wait(5500);
        way.cut();
        await wait(200);
        await other.rollback();
        expect(await written).toMatchObject({ known: false, created: 1 });
        await direct.close();
      },
    );

    // The database says in its handshake how long it may be silent while it works: two minutes, as it comes.
    test.skipIf(!process.env['SILENT_WRITES'])(
      'silently, in the midst of a write: it is told within three minutes (SILENT_WRITES)',
      { timeout: 200_000 },
      async () => {
        const { counts } = await store.stats();
        way.weather = { delay: 100 };
        const written = write(store, [person('silent')]);
        await wait(150);
        way.weather = 'silent';
        await expect(written).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
        way.weather = 'fair';
        await expect.poll(people, { timeout: 10_000 }).toBe(counts['Person']);
      },
    );

    test('health is told as it is: the process serves, the store does not', { timeout: 60_000 }, async () => {
      const healthy = () =>
        store.isEmpty().then(
          () => true,
          () => false,
        );
      const { address, close } = await served(store, {}, '/nowhere', { healthy });
      const status = (path: string) => fetch(address + path).then((response) => response.status);
      try {
        expect([await status('healthz'), await status('readyz')]).toEqual([200, 200]);
        way.weather = 'silent';
        const begun = performance.now();
        expect([await status('healthz'), await status('readyz')]).toEqual([200, 503]);
        expect(performance.now() - begun).toBeLessThan(4000);
        way.weather = 'fair';
        for (let i = 0; i < 100 && (await status('readyz')) !== 200; i++) await wait(200);
        expect(await status('readyz')).toBe(200);
      } finally {
        await close();
      }
    });

    test('leaves no connection behind', async () => {
      await Promise.all(Array.from({ length: 10 }, people));
      expect(way.connections).toBeLessThan(40);
    });
  },
);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bring } from '../../../src/exchange/bring/bring.js';
import { readHistoryAtState } from '../../../src/exchange/historyatstate/import.js';
import { reportOf } from '../../../src/exchange/historyatstate/report.js';
import { readSources } from '../../../src/exchange/historyatstate/tables/sources.js';
import { readTables } from '../../../src/exchange/historyatstate/tables/tables.js';
import { readSeeds } from '../../../src/exchange/seeds/read.js';
import { catalogue } from '../../../src/model/the-catalogue.js';
import type { Store } from '../../../src/store/port.js';
import { ask, onBothEngines, record, sowSeeds, write } from '../../store/engines.js';
import { folderOf, visit, visits } from './checkout-folder.js';
import { absent, sources } from './sources.js';

const root = join(import.meta.dirname, '../../..');
const by = { action: 'import historyatstate', by: 'tester' };

async function read(store: Store, folder: string) {
  const seeds = (await readSeeds(join(root, 'seeds'), ['stockholm'])).flatMap((seed) => seed.records);
  return readHistoryAtState(store, folder, { record: join(root, 'seeds/record'), seeds });
}

/** Imports a checkout of two visits, of which something may be said otherwise. */
async function bringVisits(store: Store, said: Record<string, string> = {}, more = {}) {
  const folder = folderOf({
    'visits/data/1950.xml': visits(
      visit({ 'from id="russia"': 'U.S.S.R.', description: 'Visited Camp David.', ...said }) +
        visit({
          id: '2',
          'start-date': '1966-07-06',
          'end-date': '1966-07-06',
          visitor: 'Prime Minister Harold Wilson',
          'from id="united-kingdom"': 'United Kingdom',
        }),
    ),
  });
  const { records, refused } = await read(store, folder);
  return { refused, outcome: await bring(store, catalogue, records, { ...by, ...more }) };
}

onBothEngines('import historyatstate', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open({ timeLimit: 60_000 });
    await sowSeeds(store);
  }, 300_000);
  afterAll(() => store?.close());
  const asked = async () => {
    const { data } = await ask(
      store,
      `{ meeting(id: "meeting:visit-1") { when description parties { nodes { id } } host { id }
           participations(where: {capacity: {eq: VISITOR}}) { nodes { participant { id name } role { title attested } } } } }`,
    );
    return data!['meeting'];
  };
  const khrushchev = (when: string, remarks: string) => ({
    when,
    description: remarks,
    parties: { nodes: [{ id: 'country:soviet-union' }] },
    host: { id: 'country:united-states' },
    participations: {
      nodes: [
        {
          participant: { id: 'person:nikita-khrushchev', name: 'Nikita Khrushchev' },
          role: { title: 'Chairman', attested: when },
        },
      ],
    },
  });

  test('that is only tried says what it would do and writes nothing', { timeout: 120_000 }, async () => {
    const { outcome } = await bringVisits(store, {}, { dryRun: true });
    expect(outcome).toMatchObject({ refused: 0, written: false });
    expect(outcome.created).toBeGreaterThan(10);
    expect(await asked()).toBeNull();
  });

  test(
    'makes a visit of who came, the state then and the host; the same again changes nothing',
    { timeout: 120_000 },
    async () => {
      const { outcome, refused } = await bringVisits(store);
      expect(refused).toEqual([]);
      expect(outcome.created).toBeGreaterThan(10);
      const before = await asked();
      expect(before).toEqual(khrushchev('1959-09-15/1959-09-27', 'Visited Camp David.'));
      const again = await bringVisits(store);
      expect(again.outcome).toMatchObject({ created: 0, amended: 0, refused: 0 });
      expect(await asked()).toEqual(before);
    },
  );

  test('of newer data amends what changed there, and nothing else', { timeout: 120_000 }, async () => {
    await write(store, [record('Meeting', 'meeting:visit-2', { name: 'Wilson in Washington' })]);
    const { outcome } = await bringVisits(store, { 'end-date': '1959-09-28' });
    // The visit and the office that it attests.
    expect(outcome).toMatchObject({ created: 0, amended: 2 });
    expect(await asked()).toEqual(khrushchev('1959-09-15/1959-09-28', 'Visited Camp David.'));
    const { data } = await ask(store, '{ meeting(id: "meeting:visit-2") { name } }');
    expect(data).toEqual({ meeting: { name: 'Wilson in Washington' } });
  });

  test('refuses by name what it does not know, and brings in the rest', { timeout: 120_000 }, async () => {
    const folder = folderOf({
      'visits/data/1950.xml': visits(
        visit({ id: '3', 'from id="ruritania"': 'Ruritania' }) +
          visit({ id: '4', 'from id="russia"': 'U.S.S.R.' }),
      ),
    });
    const { records } = await read(store, folder);
    const outcome = await bring(store, catalogue, records, by);
    expect(outcome.refusals).toEqual([
      {
        record: 'visit 3',
        source: expect.stringMatching(/^visits\/data\/1950\.xml:\d+$/) as string,
        problem:
          "'ruritania' (Ruritania) on 1959-09-15: gsh has no such territory; a line of territories.tsv with this id and day must say which country is meant",
      },
    ]);
    const { data } = await ask(store, '{ nodes(ids: ["meeting:visit-3", "meeting:visit-4"]) { id } }');
    expect(data).toEqual({ nodes: [null, { id: 'meeting:visit-4' }] });
  });
});

describe.skipIf(absent)('The sources themselves (skipped where ../shared/data is absent)', () => {
  let store: Store;
  beforeAll(async () => {
    const { SqliteStore } = await import('../../../src/store/sqlite/store.js');
    store = await SqliteStore.open(catalogue, { timeLimit: 60_000 });
    await sowSeeds(store);
  }, 300_000);
  afterAll(() => store?.close());

  test(
    'give the tables that ship, and the report that counts them; and the same again changes nothing',
    {
      timeout: 600_000,
    },
    async () => {
      const first = await read(store, sources);
      const shipped = await readTables(join(root, 'seeds/record/tables'));
      const { stops, ...rest } = first.decided.entries;
      const withoutRemarks = stops.map(({ remarks: _sentences, ...stop }) => stop);
      for (const [kind, entries] of Object.entries({ ...rest, stops: withoutRemarks }))
        expect(entries, kind).toEqual(shipped[kind as keyof typeof shipped]);
      expect(first.sources.credits).toEqual(await readSources(join(root, 'seeds/record/tables')));

      const outcome = await bring(store, catalogue, first.records, by);
      expect(reportOf(first, outcome)).toBe(readFileSync(join(root, 'seeds/record/REPORT.md'), 'utf8'));

      const second = await read(store, sources);
      const again = await bring(store, catalogue, second.records, by);
      expect(again).toMatchObject({ created: 0, amended: 0 });
    },
  );
});

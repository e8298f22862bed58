import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphText } from '../../src/exchange/graph/export.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { restore } from '../../src/store/backup/restore.js';
import type { Store } from '../../src/store/port.js';
import { backupOf } from '../store/backed-up.js';
import { ask, onBothEngines, sowSeeds } from '../store/engines.js';

/**
 * What a researcher asks of the public record, which ships as seeds: record/NN-name.graphql, its answer beside it. The
 * answers were held against the sources' own files by another program: the visits from Sweden, the mission to Korea,
 * the first stops of Vance, the stops of each secretary of state.
 */
const folder = join(import.meta.dirname, 'record');
const names = readdirSync(folder)
  .filter((f) => f.endsWith('.graphql'))
  .map((f) => f.slice(0, -'.graphql'.length));
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Sown once, on the embedded store; Neo4j gets it as a backup of that: its own writing takes minutes. */
let backup: string[];

const exported = new Map<string, { records: number; digest: string }>();

onBothEngines('The public record', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open({ timeLimit: 60_000 });
    const start = performance.now();
    if (engine.name === 'SQLite') {
      await sowSeeds(store, ['record']);
      backup = await backupOf(store);
    } else
      await restore(
        store,
        catalogue,
        () => Readable.from(backup),
        () => undefined,
      );
    const { counts } = await store.stats();
    const records = Object.values(counts).reduce((a, b) => a + b);
    const perSecond = Math.round(records / ((performance.now() - start) / 1000));
    console.log(`${engine.name}: ${records} records loaded, ${perSecond} a second`);
    await store.settle();
  }, 900_000);
  afterAll(() => store?.close());

  test.each(names)('answers %s', { timeout: 120_000 }, async (name) => {
    expect(await ask(store, text(`${name}.graphql`))).toEqual({
      data: JSON.parse(text(`${name}.json`)) as unknown,
    });
  });

  test('credits its sources, with licence and date', async () => {
    const { data } = await ask(store, '{ about { sources { name licence date credit } } }');
    const { sources } = data!['about'] as { sources: { name: string }[] };
    expect(sources).toContainEqual({
      name: 'Visits by Foreign Leaders',
      licence: 'CC0-1.0',
      date: '2025-04-15',
      credit: 'Office of the Historian, United States Department of State',
    });
  });

  test(
    'is the same graph on either engine: as many records, and an export of the same bytes',
    {
      timeout: 300_000,
    },
    async () => {
      const hash = createHash('sha256');
      let records = 0;
      await store.write(async (ledger) => {
        for await (const line of graphText(ledger, catalogue)) {
          hash.update(line);
          records += line.split('\n').length - 1;
        }
      });
      exported.set(engine.name, { records, digest: hash.digest('hex') });
      expect(records).toBeGreaterThan(46_000);
      const [first] = exported.values();
      expect(exported.get(engine.name)).toEqual(first);
    },
  );

  describe('and the article of Stockholm', () => {
    const evidence = 'evidence { article { id } source { record } }';

    test('tell of one Trump, one Biegun and one Kim Jong Un', async () => {
      const { data } = await ask(
        store,
        `{ people(where: {OR: [{anyName: {matches: "Trump"}}, {anyName: {matches: "Biegun"}}, {anyName: {matches: "Kim Jong Un"}}]}) {
             nodes { id aliases { text } roles(orderBy: [{began: ASC}]) { nodes { title began ended ending attested ${evidence} } } } } }`,
      );
      interface Person {
        id: string;
        roles: {
          nodes: { title: string; ending: string; evidence: { article: unknown; source: unknown }[] }[];
        };
      }
      const { nodes } = data!['people'] as { nodes: Person[] };
      expect(nodes.map((n) => n.id).sort()).toEqual([
        'person:donald-trump',
        'person:kim-jong-un',
        'person:stephen-biegun',
      ]);
      const roles = (id: string) => nodes.find((n) => n.id === id)!.roles.nodes;
      // The term that the article attests is that of the list of presidents; the second is a role of its own.
      expect(roles('person:donald-trump')).toMatchObject([
        {
          title: 'President',
          began: '2017-01-20',
          ended: '2021-01-20',
          ending: 'KNOWN',
          attested: '2019-10-06',
        },
        { title: 'President', began: '2025-01-20', ended: null, ending: 'ONGOING' },
      ]);
      const [first] = roles('person:donald-trump');
      expect(first!.evidence.filter((e) => e.article)).toHaveLength(2);
      expect(first!.evidence.filter((e) => e.source).length).toBeGreaterThan(0);
      expect(roles('person:stephen-biegun')).toMatchObject([
        { title: 'Deputy Secretary of State', began: '2019-12-21', ended: null, ending: 'UNKNOWN' },
        { title: 'Special Envoy', attested: '2019-10-06' },
      ]);
    });

    test('tell of one summit each in Singapore and Hanoi, in which the secretary of state took part', async () => {
      const { data } = await ask(
        store,
        `{ meetings(where: {kind: {eq: SUMMIT}}) { nodes { id participations(where: {participant: {id: {eq: "person:michael-r-pompeo"}}}) { nodes { capacity evidence { source { record } value } } } } } }`,
      );
      const part = (record: string) => ({
        nodes: [
          {
            capacity: 'PARTICIPANT',
            evidence: [{ source: { record }, value: 'Participated in the President’s summit' }],
          },
        ],
      });
      expect(data!['meetings']).toEqual({
        nodes: [
          { id: 'meeting:us-north-korea-hanoi-2019-02', participations: part('3837') },
          { id: 'meeting:us-north-korea-singapore-2018', participations: part('3798') },
        ],
      });
    });
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSeeds } from '../../src/exchange/seeds/read.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { strays } from '../../src/reading/extractor.js';
import { loadKnowledge } from '../../src/reading/knowledge/load.js';
import { rules } from '../../src/reading/rules.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { sowSeeds } from '../store/engines.js';

const root = join(import.meta.dirname, '../..');
const file = join(root, '../shared/seed/stockholm-2019-10-06.txt');

interface Span {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

test.skipIf(!existsSync(file))(
  'of the Stockholm article, with nothing but the world’s states known, nine in ten statements come out with their speaker',
  async () => {
    const text = readFileSync(file, 'utf8');
    const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await sowSeeds(store, ['countries']);
    const found = await rules.extract(
      { title: 'Nuclear talks', text, published: '2019-10-06' },
      await loadKnowledge(store, catalogue),
    );
    await store.close();
    expect(strays(found, text)).toEqual([]);
    const slugs = new Map(found.actors.map((a) => [a.key, a.name.toLowerCase().replace(/ /g, '-')]));
    const said = found.statements.map(({ speaker, reports }) => ({
      speaker: speaker && ('key' in speaker ? slugs.get(speaker.key) : speaker.id.replace(/^\w+:/, '')),
      content: reports.flatMap((r) => r.content),
    }));
    const seeds = (await readSeeds(join(root, 'seeds'), ['stockholm'])).find((s) => s.name === 'stockholm')!;
    const modelled = seeds.records.filter((r) => r.type === 'Statement');
    const right = modelled.filter(({ id, set }) => {
      const spans = seeds.records
        .filter((r) => r.type === 'Report' && r.set['statement'] === id)
        .flatMap((r) => (r.set['spans'] as Span[]).filter((s) => s.role === 'CONTENT'));
      return said.some(
        (s) =>
          s.speaker === String(set['speaker']).replace(/^\w+:/, '') &&
          s.content.some((c) => spans.some((w) => c.start < w.end && w.start < c.end)),
      );
    });
    expect(right.length / modelled.length).toBeGreaterThanOrEqual(0.9);
    const speakers = new Set(modelled.map((m) => String(m.set['speaker']).replace(/^\w+:/, '')));
    expect(said.map((s) => s.speaker).filter((s) => !speakers.has(s!))).toEqual([]);
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordInput } from '../../src/model/change-set.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { recomputed } from './all-ties.js';
import { Draw } from './draw.js';
import { onBothEngines, write } from './engines.js';
import { plant } from './plant.js';
import { randomGraph } from './random-graph.js';
import { storedTies } from './stored-ties.js';

const SEED = 7;

/** Of the records that nothing leads to, some are removed, some rejected, some return; others are amended. */
function randomChange(draw: Draw, known: readonly RecordInput[]) {
  const facts = known.filter((r) => ['Statement', 'Participation', 'Role'].includes(r.type));
  const free = known.filter((r) => r.type === 'Participation');
  const removals = draw.several(free, 3).map((r) => r.id);
  const amend = (r: RecordInput): RecordInput => {
    const other = draw.pick(known.filter((k) => k.type === r.type));
    const fields = draw.several(
      Object.keys(other.set).filter((f) => f !== 'review'),
      4,
    );
    return { type: r.type, id: r.id, set: Object.fromEntries(fields.map((f) => [f, other.set[f]])) };
  };
  const rejected = draw
    .several(free, 3)
    .map((r) => ({ ...r, set: { review: draw.pick(['REJECTED', 'ACCEPTED']) } }));
  const entities = known.filter((r) => ['Meeting', 'Event', 'Person', 'Country'].includes(r.type));
  const amended = [...draw.several(facts, 8), ...draw.several(entities, 4)].map(amend);
  const upserts = [...new Map([...rejected, ...amended].map((r) => [r.id, r])).values()];
  return { upserts: upserts.filter((r) => !removals.includes(r.id)), removals };
}

onBothEngines('the stored ties', (engine) => {
  let store: Store;
  const changes = randomGraph(catalogue, SEED);
  beforeAll(async () => {
    store = await engine.open();
    await plant(store, changes);
  }, 120_000);
  afterAll(() => store?.close());

  async function areThoseOfTheRecords() {
    const expected = await recomputed(store);
    const { weights, degrees } = await storedTies(store);
    expect(Object.fromEntries(weights)).toEqual(
      Object.fromEntries([...expected].map(([key, { records, fact }]) => [key, [records.length, fact]])),
    );
    const counted: Record<string, number> = {};
    for (const { near } of expected.values()) counted[near] = (counted[near] ?? 0) + 1;
    expect(Object.fromEntries(degrees)).toEqual(counted);
    return expected.size;
  }

  test('are those of the records, after whatever was amended, removed, rejected and brought back', async () => {
    expect(await areThoseOfTheRecords()).toBeGreaterThan(500);
    const gone = new Set<string>();
    let done = 0;
    for (let run = 0; run < 12; run++) {
      const draw = new Draw(SEED + run);
      const known = changes[0].upserts.filter((r) => !gone.has(r.id));
      const { upserts, removals } = randomChange(draw, known);
      // Some random changes are not to be had: what is removed was rejected before, a fact would lose its footing.
      const applied = await write(store, upserts, { removals }).catch((error: Error & { code?: string }) => {
        if (error.code !== 'BAD_RECORD') throw error;
      });
      if (!applied) continue;
      done++;
      removals.forEach((id) => gone.add(id));
      await areThoseOfTheRecords();
    }
    expect(done).toBeGreaterThan(4);
  }, 120_000);
});

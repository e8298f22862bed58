import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { recomputed } from './all-ties.js';
import { Draw } from './draw.js';
import { ask, onBothEngines } from './engines.js';
import { NaiveTies } from './naive-ties.js';
import { plant } from './plant.js';
import { randomGraph } from './random-graph.js';
import { randomDate } from './random-values.js';

const SEED = 20191005;
const RUNS = 120;

const EVIDENCE = 'evidence { field exact start confidence recordedAt article { id } source { name record } }';
const STEP = `from { id } relation to { id __typename } ${EVIDENCE}`;
const PATHS = `query ($from: ID!, $to: ID!, $longest: Int!, $first: Int!) { paths(from: $from, to: $to, longest: $longest, first: $first) { length steps { ${STEP} } } }`;
const NEIGHBOURS = `query ($of: ID!, $kinds: [Kind!], $during: EDTF, $first: Int!) { neighbours(of: $of, kinds: $kinds, during: $during, first: $first) { ${STEP} } }`;

interface Step {
  readonly from: { readonly id: string };
  readonly relation: string;
  readonly to: { readonly id: string };
}
const walked = (steps: readonly Step[]) => steps.map((s) => `${s.relation} ${s.to.id}`);

/** What the engine before answered, in the order asked. */
const before: unknown[] = [];

onBothEngines('paths and neighbours of a random graph', (engine) => {
  let store: Store;
  let naive: NaiveTies;
  const changes = randomGraph(catalogue, SEED);
  const entities = changes[0].upserts
    .filter(({ type }) => catalogue.concept(type).family === 'entity')
    .map(({ id }) => id);
  let at = 0;

  beforeAll(async () => {
    store = await engine.open();
    await plant(store, changes);
    naive = new NaiveTies((await recomputed(store)).values());
  }, 120_000);
  afterAll(() => store?.close());

  async function asked<T>(source: string, variables: Record<string, unknown>): Promise<T> {
    const answer = await ask(store, source, variables);
    expect(answer.errors, JSON.stringify(variables)).toBeUndefined();
    // Whole answers, with their evidence, are those of the other engine.
    if (engine.name === 'SQLite') before.push(answer.data);
    else expect(answer.data, JSON.stringify(variables)).toEqual(before[at++]);
    return Object.values(answer.data!)[0] as T;
  }

  test('paths are those that walking every path finds', { timeout: 120_000 }, async () => {
    const lengths = new Set<number>();
    for (let run = 0; run < RUNS; run++) {
      const draw = new Draw(SEED + run);
      const [from, to] = [draw.pick(entities), draw.pick(entities)];
      const [longest, first] = [draw.int(1, 4), draw.int(1, 20)];
      const found = await asked<{ length: number; steps: Step[] }[]>(PATHS, { from, to, longest, first });
      const paths = found.map(({ steps }) => walked(steps).join(', '));
      expect(paths, `${from} ${to} ${longest} ${first}`).toEqual(naive.paths(from, to, longest, first));
      for (const { length, steps } of found) {
        lengths.add(length);
        expect(steps).toHaveLength(length);
        const ends = [from, ...steps.map((s) => s.to.id)];
        expect(ends).toEqual([...steps.map((s) => s.from.id), to]);
      }
    }
    expect([...lengths].sort()).toEqual([1, 2, 3, 4]);
  });

  test('neighbours are those that sorting every tie finds', { timeout: 120_000 }, async () => {
    let filled = 0;
    for (let run = 0; run < RUNS; run++) {
      const draw = new Draw(SEED - run);
      const of = draw.pick(entities);
      const kinds = draw.chance(50)
        ? draw.several(['PERSON', 'MEETING', 'TOPIC', 'STATEMENT'], 3)
        : undefined;
      const first = draw.int(1, 40);
      const found = walked(await asked<Step[]>(NEIGHBOURS, { of, kinds, first }));
      expect(found, `${of} ${kinds} ${first}`).toEqual(naive.neighbours(of, kinds, first));
      if (found.length) filled++;
    }
    expect(filled).toBeGreaterThan(RUNS / 2);
  });

  test('of a period they are among those of all time', { timeout: 120_000 }, async () => {
    let filled = 0;
    for (let run = 0; run < RUNS; run++) {
      const draw = new Draw(SEED + 1000 + run);
      const [of, during] = [draw.pick(entities), randomDate(draw)];
      const found = walked(await asked<Step[]>(NEIGHBOURS, { of, during, first: 500 }));
      const always = naive.neighbours(of, undefined, 500);
      expect(always).toEqual(expect.arrayContaining(found));
      expect(new Set(found).size).toBe(found.length);
      if (found.length && found.length < always.length) filled++;
    }
    expect(filled).toBeGreaterThan(RUNS / 4);
  });
});

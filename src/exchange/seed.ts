import type { Catalogue } from '../model/catalogue.js';
import { apply, type Applied } from '../store/apply/apply.js';
import type { Stats, Store } from '../store/port.js';
import { creditsKey } from './credits.js';
import type { Seed } from './seeds.js';

interface Sown {
  readonly digest: string;
  readonly ids: readonly string[];
}

/** What a store remembers of the seeds it was given. */
function sown({ meta }: Stats, name: string): Sown | undefined {
  const text = meta[`seed:${name}`];
  return text ? (JSON.parse(text) as Sown) : undefined;
}

/** Seeds that a store does not have in this edition. */
export async function stale(store: Store, seeds: readonly Seed[]): Promise<Seed[]> {
  const stats = await store.stats();
  return seeds.filter(({ name, digest }) => sown(stats, name)?.digest !== digest);
}

/** Applies seeds, and takes back what an older edition of them had and this one has not. */
export async function sow(store: Store, catalogue: Catalogue, seed: Seed, at: string): Promise<Applied> {
  const before = sown(await store.stats(), seed.name);
  const ids = seed.records.map((r) => r.id);
  const kept = new Set(ids);
  const removals = (before?.ids ?? []).filter((id) => !kept.has(id));
  // Of the first edition alone: seeds that go back to an earlier one are another change.
  const id = before ? {} : { id: `change:seed-${seed.name}-${seed.digest.slice(0, 12)}` };
  const keep = {
    [`seed:${seed.name}`]: JSON.stringify({ digest: seed.digest, ids } satisfies Sown),
    [creditsKey(seed.name)]: JSON.stringify(seed.sources),
  };
  return apply(
    store,
    catalogue,
    { ...id, action: 'seed', by: 'rapporteur', at, note: seed.note, upserts: seed.records, removals },
    keep,
  );
}

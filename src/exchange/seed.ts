import type { Catalogue } from '../model/catalogue.js';
import { apply, type Applied } from '../store/apply/apply.js';
import type { Store } from '../store/port.js';
import type { Seed } from './seeds.js';

interface Sown {
  readonly digest: string;
  readonly ids: readonly string[];
}

/** Seeds that a store does not have in this edition. */
export async function stale(store: Store, seeds: readonly Seed[]): Promise<Seed[]> {
  const { meta } = await store.stats();
  return seeds.filter(
    ({ name, digest }) =>
      (meta[`seed:${name}`] ? (JSON.parse(meta[`seed:${name}`]!) as Sown).digest : undefined) !== digest,
  );
}

/** Applies seeds, and takes back what an older edition of them had and this one has not. */
export async function sow(store: Store, catalogue: Catalogue, seed: Seed, at: string): Promise<Applied> {
  const { meta } = await store.stats();
  const before = meta[`seed:${seed.name}`] ? (JSON.parse(meta[`seed:${seed.name}`]!) as Sown) : undefined;
  const ids = seed.records.map((r) => r.id);
  const kept = new Set(ids);
  const removals = (before?.ids ?? []).filter((id) => !kept.has(id));
  const id = `change:seed-${seed.name}-${seed.digest.slice(0, 12)}`;
  const keep = {
    [`seed:${seed.name}`]: JSON.stringify({ digest: seed.digest, ids } satisfies Sown),
    [`sources:${seed.name}`]: JSON.stringify(seed.sources),
  };
  return apply(
    store,
    catalogue,
    { id, action: 'seed', by: 'rapporteur', at, note: seed.note, upserts: seed.records, removals },
    keep,
  );
}

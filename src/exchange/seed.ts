import type { Catalogue } from '../model/catalogue.js';
import { apply, type Applied } from '../store/apply/apply.js';
import type { Store } from '../store/port.js';
import { memoriesOf } from '../store/stats.js';
import { creditsKey } from './credits.js';
import type { Seed } from './seeds.js';

/** What a store remembers of the seeds it was given: their digests by name. */
async function digests(store: Store): Promise<Map<string, string>> {
  const found = await memoriesOf(store, 'seed:');
  return new Map(
    [...found].map(([key, text]) => [key.slice('seed:'.length), (JSON.parse(text) as Sown).digest]),
  );
}

interface Sown {
  readonly digest: string;
  /** As older versions kept them: now they lie by themselves, so that a start need not read them. */
  readonly ids?: readonly string[];
}

/** The ids that the store's edition of the seeds had. */
async function idsBefore(store: Store, name: string): Promise<readonly string[]> {
  const ids = (await memoriesOf(store, `ids-of-seed:${name}`)).get(`ids-of-seed:${name}`);
  if (ids) return JSON.parse(ids) as string[];
  const older = (await memoriesOf(store, `seed:${name}`)).get(`seed:${name}`);
  return older ? ((JSON.parse(older) as Sown).ids ?? []) : [];
}

/** Seeds that a store does not have in this edition. */
export async function stale(store: Store, seeds: readonly Seed[]): Promise<Seed[]> {
  const known = await digests(store);
  return seeds.filter(({ name, digest }) => known.get(name) !== digest);
}

/** Applies seeds, and takes back what an older edition of them had and this one has not. */
export async function sow(store: Store, catalogue: Catalogue, seed: Seed, at: string): Promise<Applied> {
  const ids = seed.records.map((r) => r.id);
  const kept = new Set(ids);
  const removals = (await idsBefore(store, seed.name)).filter((id) => !kept.has(id));
  const id = `change:seed-${seed.name}-${seed.digest.slice(0, 12)}`;
  const keep = {
    [`seed:${seed.name}`]: JSON.stringify({ digest: seed.digest } satisfies Sown),
    [`ids-of-seed:${seed.name}`]: JSON.stringify(ids),
    [creditsKey(seed.name)]: JSON.stringify(seed.sources),
  };
  return apply(
    store,
    catalogue,
    { id, action: 'seed', by: 'rapporteur', at, note: seed.note, upserts: seed.records, removals },
    keep,
  );
}

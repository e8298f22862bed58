import type { Catalogue } from '../../model/catalogue.js';
import { apply, type Applied } from '../../store/apply/apply.js';
import type { Store } from '../../store/port.js';
import { memoriesOf, memoryOf } from '../../store/stats.js';
import { RapporteurError } from '../../errors.js';
import { bring } from '../bring/bring.js';
import type { Outcome } from '../bring/outcome.js';
import { creditsKey, type Credit } from '../credits.js';
import { recordsOf } from '../historyatstate/records/records.js';
import { readTables } from '../historyatstate/tables/tables.js';
import type { Seed } from './read.js';

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
  const ids = await memoryOf(store, `ids-of-seed:${name}`);
  if (ids) return JSON.parse(ids) as string[];
  const older = await memoryOf(store, `seed:${name}`);
  return older ? ((JSON.parse(older) as Sown).ids ?? []) : [];
}

/** Seeds that a store does not have in this edition, and those that rest on them: they may say more of the same records. */
export async function stale(store: Store, seeds: readonly Seed[]): Promise<Seed[]> {
  const known = await digests(store);
  const names = new Set<string>();
  for (const { name, digest, requires } of seeds)
    if (known.get(name) !== digest || requires.some((other) => names.has(other))) names.add(name);
  return seeds.filter(({ name }) => names.has(name));
}

/** What sowing did. */
export type Sowed = Pick<Applied, 'created' | 'amended' | 'removed'>;

/** Applies seeds, and takes back what an older edition of those written by hand had and this one has not. */
export async function sow(
  store: Store,
  catalogue: Catalogue,
  seed: Seed,
  at: string,
  progress?: (so: Outcome) => void,
): Promise<Sowed> {
  return seed.tables
    ? sowTables(store, catalogue, seed, at, progress)
    : sowRecords(store, catalogue, seed, at);
}

async function sowRecords(store: Store, catalogue: Catalogue, seed: Seed, at: string): Promise<Sowed> {
  const ids = seed.records.map((r) => r.id);
  const kept = new Set(ids);
  const removals = (await idsBefore(store, seed.name)).filter((id) => !kept.has(id));
  const isFirst = !(await digests(store)).has(seed.name);
  // Of the first edition alone: seeds that go back to an earlier one are another change.
  const id = isFirst ? { id: `change:seed-${seed.name}-${seed.digest.slice(0, 12)}` } : {};
  const keep = {
    [`seed:${seed.name}`]: JSON.stringify({ digest: seed.digest } satisfies Sown),
    [`ids-of-seed:${seed.name}`]: JSON.stringify(ids),
    [creditsKey(seed.name)]: JSON.stringify(seed.sources),
  };
  return apply(
    store,
    catalogue,
    { ...id, action: 'seed', by: 'rapporteur', at, note: seed.note, upserts: seed.records, removals },
    keep,
  );
}

async function sowTables(
  store: Store,
  catalogue: Catalogue,
  { name, tables, note, digest, sources }: Seed,
  at: string,
  progress?: (so: Outcome) => void,
): Promise<Sowed> {
  const outcome = await bring(store, catalogue, recordsOf(await readTables(tables!)), {
    action: 'seed',
    by: 'rapporteur',
    note,
    at,
    sources: { name, credits: sources as Credit[] },
    ...(progress ? { progress } : {}),
  });
  if (outcome.refused)
    throw new RapporteurError('BAD_RECORD', `Of the seeds ${name} ${outcome.refused} records were refused`, {
      problems: outcome.refusals,
    });
  // Last: what was interrupted is not there, and goes on.
  await store.write((ledger) => ledger.setMeta(`seed:${name}`, JSON.stringify({ digest } satisfies Sown)));
  return { created: outcome.created, amended: outcome.amended, removed: 0 };
}

const UNFINISHED = 'unfinished:seeds';

/** Remembers that an empty store is being given its seeds, until they are all there. */
export const begin = (store: Store): Promise<void> =>
  store.write((ledger) => ledger.setMeta(UNFINISHED, 'yes'));
export const finish = (store: Store): Promise<void> =>
  store.write((ledger) => ledger.setMeta(UNFINISHED, ''));

/** Whether it was interrupted then. */
export const isUnfinished = async (store: Store): Promise<boolean> =>
  (await memoryOf(store, UNFINISHED)) === 'yes';

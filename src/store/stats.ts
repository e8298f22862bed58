import type { Stats, Store } from './port.js';

/** A survey's raw answer: counts by concept, first and last day, what is remembered, rows of the last change. */
export type Survey = readonly [
  counts: readonly (readonly [concept: string, count: number])[] | null,
  first: string | null,
  last: string | null,
  memories: readonly (readonly [key: string, value: string])[] | null,
  lastChange: readonly (readonly unknown[])[] | null,
];

export const surveyed = ([counts, firstDay, lastDay]: Survey): Stats => ({
  counts: Object.fromEntries((counts ?? []).filter(([, count]) => count)),
  firstDay,
  lastDay,
});

/** What a store holds, asked with one statement. */
export async function statsOf(store: Pick<Store, 'read'>): Promise<Stats> {
  const survey = { counts: true, days: true };
  return surveyed((await store.read({ root: 'survey', survey, params: [] })) as Survey);
}

/** What `apply` was given to keep under keys that begin so, by key. */
export async function memoriesOf(store: Pick<Store, 'read'>, begin: string): Promise<Map<string, string>> {
  const survey = { memories: 0 };
  const [, , , memories] = (await store.read({ root: 'survey', survey, params: [begin] })) as Survey;
  return new Map(memories);
}

/** What is remembered under one key; '' where nothing is, or what was is forgotten. */
export async function memoryOf(store: Pick<Store, 'read'>, key: string): Promise<string> {
  return (await memoriesOf(store, key)).get(key) ?? '';
}

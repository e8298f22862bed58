import type { Stats, Store } from './port.js';

/** A survey's raw answer: counts by concept, first and last day, what is remembered, rows of the last change. */
export type Survey = readonly [
  counts: readonly (readonly [concept: string, count: number])[],
  first: string | null,
  last: string | null,
  meta: readonly (readonly [key: string, value: string])[],
  lastChange: readonly (readonly unknown[])[] | null,
];

export const surveyed = ([counts, firstDay, lastDay, meta]: Survey): Stats => ({
  counts: Object.fromEntries(counts.filter(([, count]) => count)),
  firstDay,
  lastDay,
  meta: Object.fromEntries(meta),
});

/** What a store holds, asked with one statement. */
export async function statsOf(store: Pick<Store, 'read'>): Promise<Stats> {
  return surveyed((await store.read({ root: 'survey', survey: {}, params: [] })) as Survey);
}

import type { Catalogue } from '../model/catalogue.js';

/**
 * Whether a record's date may lie in a period, as text that SQL and Cypher both read; undefined where its concept has
 * no date. A role counts from its beginning to its end: without one to the end of time where it is ONGOING, else as
 * far as it is attested. What has no date lies in no period.
 */
export function overlap(
  catalogue: Catalogue,
  concept: string,
  n: string,
  { from, to }: { from: string; to: string },
): string | undefined {
  const { chronology } = catalogue.concept(concept);
  if (!chronology) return undefined;
  const within = (first: string, last: string) =>
    `${n}.${first} <> '' AND ${n}.${first} <= ${to} AND ${last} >= ${from}`;
  if (concept !== 'Role') return within(`${chronology}_from`, `${n}.${chronology}_to`);
  const known = `CASE WHEN ${n}.attested_to > ${n}.began_to THEN ${n}.attested_to ELSE ${n}.began_to END`;
  const end = `CASE WHEN ${n}.ended_to <> '' THEN ${n}.ended_to WHEN ${n}.ending = 'ONGOING' THEN '9999-12-31' ELSE ${known} END`;
  return `(${within('attested_from', `${n}.attested_to`)} OR ${within('began_from', end)})`;
}

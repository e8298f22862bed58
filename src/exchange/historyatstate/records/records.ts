import type { RecordInput } from '../../../model/change-set.js';
import type { Entries } from '../entries.js';
import { country, match, organization, person, place } from './entities.js';
import { role } from './roles.js';
import { stop } from './stops.js';

/** The records of the entries, each after those it leads to. */
export function* recordsOf(entries: Entries): Generator<RecordInput> {
  for (const entry of entries.countries) yield country(entry);
  for (const entry of entries.organizations) yield organization(entry);
  for (const entry of entries.places) yield place(entry);
  for (const entry of entries.people) yield person(entry);
  for (const entry of entries.roles) yield role(entry);
  for (const entry of entries.stops) yield* stop(entry);
  for (const entry of entries.matches) yield match(entry);
}

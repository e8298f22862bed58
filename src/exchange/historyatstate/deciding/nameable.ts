import type { Facts } from '../facts.js';
import type { Resolution } from '../people/resolve.js';
import { sightingKey, type Sighting } from '../people/sighting.js';
import type { Known } from './known.js';
import { UNITED_STATES } from './offices.js';
import type { Nameable, Term } from './remarks.js';
import { travellerOf } from './traveller.js';

/** Whom remarks could name, with the years in which they are seen. */
export function nameable(
  sightings: readonly Sighting[],
  resolution: Resolution,
  { presidents, trips }: Facts,
  known: Known,
): Nameable[] {
  const { people, personOfPresident } = resolution;
  const years = new Map<string, [number, number]>();
  const countries = new Map<string, string>();
  const see = (person: string | undefined, country: string, day: string) => {
    if (!person) return;
    const year = Number(day.slice(0, 4));
    const [from, to] = years.get(person) ?? [year, year];
    years.set(person, [Math.min(from, year), Math.max(to, year)]);
    countries.set(person, country);
  };
  const visitors = new Map(people.flatMap((p) => p.visits.map((v) => [v, p.id] as const)));
  for (const { visit, index, country, day } of sightings)
    see(visitors.get(sightingKey(visit, index)), country, day);
  for (const trip of trips) see(travellerOf(trip, resolution, known), UNITED_STATES, trip.start);
  for (const { id, tookOffice } of presidents)
    if (tookOffice) see(personOfPresident(id), UNITED_STATES, tookOffice);
  const ours = people
    .filter((p) => countries.has(p.id))
    .map((p): Nameable => ({
      id: p.id,
      names: [p.name, ...p.otherNames],
      country: countries.get(p.id),
      years: years.get(p.id),
    }));
  const all = new Map(ours.map((p) => [p.id, p]));
  for (const { id, names, country } of known.people) {
    const own = all.get(id);
    all.set(id, { ...own, id, names: [...(own?.names ?? []), ...names], country: own?.country ?? country });
  }
  return [...all.values()];
}

/** The terms of presidents, by the surnames that remarks call them by. */
export const terms = ({ presidents }: Facts, people: Resolution): Term[] =>
  presidents.flatMap(({ id, name, tookOffice, leftOffice }) => {
    const person = people.personOfPresident(id);
    const surname = name
      .replace(/,? (?:Jr|Sr)\.?$/, '')
      .split(' ')
      .at(-1)!;
    return person && tookOffice ? [{ person, surname, from: tookOffice, to: leftOffice ?? '9999' }] : [];
  });

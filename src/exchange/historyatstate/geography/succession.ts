import type { Territory } from '../facts.js';
import type { StateLine } from './states.js';

/** gsh's territories in time, and the states they are. */
export interface Succession {
  territory(id: string): Territory | undefined;
  /** The country that a territory is; undefined: it is no state. */
  country(id: string): string | undefined;
  /** The countries that territories are, sorted. */
  countries(territories: readonly Territory[]): string[];
  /** The territories that a country was. */
  territories(country: string): Territory[];
  /**
   * What came before or after a territory and lived on that day: the states fewest links away, or else all that are no
   * states.
   */
  nearest(territory: Territory, day: string): Territory[];
  /** The states right before a territory, over territories that are none. */
  statesBefore(territory: Territory): string[];
}

export function succession(territories: readonly Territory[], states: readonly StateLine[]): Succession {
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const countryOf = new Map(states.map(({ territory, country }) => [territory, country]));
  const isState = ({ id }: Territory) => countryOf.has(id);
  // gsh often gives a link at one of its ends only.
  const before = new Map(territories.map(({ id, predecessors }) => [id, new Set(predecessors)]));
  const after = new Map(territories.map(({ id, successors }) => [id, new Set(successors)]));
  for (const { id, predecessors, successors } of territories) {
    for (const other of predecessors) after.get(other)?.add(id);
    for (const other of successors) before.get(other)?.add(id);
  }

  /** Follows links step by step: what stops it at each step; those are not walked past. */
  function* walk(from: Territory, links: typeof before, stops: (territory: Territory) => boolean) {
    const seen = new Set([from.id]);
    for (let step = [from]; step.length;) {
      const next = step
        .flatMap(({ id }) => [...(links.get(id) ?? [])])
        .filter((id) => !seen.has(id) && seen.add(id))
        .flatMap((id) => byId.get(id) ?? []);
      yield next.filter(stops);
      step = next.filter((territory) => !stops(territory));
    }
  }

  return {
    territory: (id) => byId.get(id),
    country: (id) => countryOf.get(id),
    countries: (some) => [...new Set(some.flatMap(({ id }) => countryOf.get(id) ?? []))].sort(),
    territories: (country) =>
      states
        .filter((state) => state.country === country)
        .flatMap(({ territory }) => byId.get(territory) ?? []),
    nearest(territory, day) {
      const links = yearOf(day) < yearOf(territory.since ?? '') ? before : after;
      const steps = [...walk(territory, links, (other) => isAlive(other, day))];
      return steps.map((step) => step.filter(isState)).find((step) => step.length) ?? steps.flat();
    },
    statesBefore: (territory) =>
      [...walk(territory, before, isState)].flat().map(({ id }) => countryOf.get(id)!),
  };
}

/** The number of a year or of a day's year; that it is approximate (`1450~`) does not matter here. */
export const yearOf = (edtf: string) => Number.parseInt(edtf, 10);

/** Whether a territory lived in the year of a day; both its years count. */
export function isAlive({ since, until, isOnTodaysMap }: Territory, day: string): boolean {
  if (until === undefined && !isOnTodaysMap) return false;
  const year = yearOf(day);
  return (since === undefined || yearOf(since) <= year) && (until === undefined || year <= yearOf(until));
}

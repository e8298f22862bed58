import { fold } from '../../../model/fold.js';
import type { CountryEntry } from '../entries.js';
import type { Territory } from '../facts.js';
import type { Known } from './known.js';
import type { StateLine } from './states.js';
import { yearOf, type Succession } from './succession.js';
import { refuse } from './table.js';

/**
 * Every state of states.tsv, sorted by id: those of today with what gsh adds to them, and the former ones. When it began
 * is told of a state that came out of another alone: of the rest gsh counts from its first record, which is often a colony.
 * Throws BAD_RECORD where a state would come out of itself.
 */
export function countryEntries(
  states: readonly StateLine[],
  succession: Succession,
  known: Known,
): CountryEntry[] {
  const own = states.filter(({ as }) => as !== 'renamed').sort((a, b) => (a.country < b.country ? -1 : 1));
  const before = new Map(own.map((line) => [line.country, predecessors(line, succession)]));
  refuse(circles(own, before));
  const taken = takenNames(states, succession, known);
  return own.map((line) => {
    const territories = succession.territories(line.country);
    const territory = succession.territory(line.territory);
    const [repository, record] = territory ? ['gsh', line.territory] : line.territory.split(' ');
    const name = known.countries.get(line.country)?.name ?? line.name ?? territory!.name;
    const from = before.get(line.country)!;
    const longName = territory?.longName && corrected(territory.longName);
    const seen = new Set([fold(name), ...(longName ? [fold(longName)] : [])]);
    const isFree = (text: string) => (taken.get(fold(text)) ?? line.country) === line.country;
    const hasBegun = line.as === 'former' || from.length > 0;
    return {
      id: line.country,
      name,
      ...(longName && isFree(longName) && { longName }),
      ...(hasBegun && { began: line.began ?? years(territories, 'since')[0] }),
      ...(line.as === 'former' && { ended: line.ended ?? years(territories, 'until').at(-1) }),
      predecessors: from,
      otherNames: otherNames(line, territories).filter(
        (text) => !taken.has(fold(text)) && !seen.has(fold(text)) && seen.add(fold(text)),
      ),
      repository: repository as CountryEntry['repository'],
      record: record!,
      ...(territory?.modified && { modified: territory.modified }),
    };
  });
}

function predecessors({ country, from }: StateLine, succession: Succession): string[] {
  const linked = succession.territories(country).flatMap((territory) => succession.statesBefore(territory));
  return [...(from ?? new Set(linked.filter((other) => other !== country)))].sort();
}

/** States that come out of themselves over others; each circle is told at its lines. */
function circles(own: readonly StateLine[], before: ReadonlyMap<string, readonly string[]>): string[] {
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    before.get(from)!.some((other) => {
      if (other === to) return true;
      if (seen.has(other)) return false;
      return reaches(other, to, seen.add(other));
    });
  return own
    .filter(({ country }) => reaches(country, country))
    .map(
      ({ at, country }) => `${at}: '${country}' comes out of itself; the column from must say out of what`,
    );
}

const years = (territories: readonly Territory[], end: 'since' | 'until') =>
  territories.flatMap((territory) => territory[end] ?? []).sort((a, b) => yearOf(a) - yearOf(b));

/** Slips of gsh in names; a kind of territory was once replaced inside words. */
const corrected = (name: string) =>
  name
    .replace(/^independent-state of/, 'Independent State of')
    .replace(/^Republic of Dahamoey$/, 'Republic of Dahomey');

/** The names that are one state's own: no other is to have them for another name. */
function takenNames(states: readonly StateLine[], succession: Succession, known: Known): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { country, as, name, territory } of states)
    if (as === 'former') taken.set(fold(name ?? succession.territory(territory)!.name), country);
  for (const { id, name, otherNames } of known.countries.values())
    for (const text of [name, ...otherNames]) taken.set(fold(text), id);
  return taken;
}

/** The names of its territories, its own long name left out; gsh's short one too where the table gives another for it. */
function otherNames(line: StateLine, territories: readonly Territory[]): string[] {
  return territories.flatMap(({ id, name, longName }) =>
    id === line.territory ? (line.name ? [] : [name]) : [name, ...(longName ? [corrected(longName)] : [])],
  );
}

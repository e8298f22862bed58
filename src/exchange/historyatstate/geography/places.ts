import { fold } from '../../../model/fold.js';
import { RapporteurError } from '../../../errors.js';
import type { PlaceEntry, Rests, StopPlace } from '../entries.js';
import type { Facts, Locale, TerritoryRef } from '../facts.js';
import type { Known, KnownPlace } from './known.js';
import type { LocaleLine } from './locales.js';
import { placeKey, placeSlug, withoutRegion } from './place-names.js';

/** The places of stops and of gsh, and which of them a stop's locale names. */
export interface Places {
  readonly entries: readonly PlaceEntry[];
  /** In the order printed, each place once. The locale must be one of the facts' stops. */
  placesOf(locale: string, territory: TerritoryRef, day: string): StopPlace[];
}

/** A place while it is put together; it is one by its country of today and its name. */
interface Place {
  readonly name: string;
  readonly kind: PlaceEntry['kind'];
  readonly country?: string;
  readonly known?: KnownPlace;
  readonly otherNames: Set<string>;
  coordinates?: Pick<Locale, 'latitude' | 'longitude'>;
  rests?: Rests;
  /** Whether somebody stopped there, or it is a city told of without. */
  isTold: boolean;
}

/**
 * Joins places of the seeds, of gsh and of stops by their country of today and their name. A locale of gsh at which nobody
 * stopped is told of only where the seeds have it or it is one of `cities`.
 */
export function places(
  facts: Pick<Facts, 'locales' | 'trips'>,
  line: (territory: string, printed: string) => LocaleLine | undefined,
  known: Known,
  cities: ReadonlySet<string>,
  /** The country of today in which a territory lies; undefined: none. */
  home: (territory: TerritoryRef, day: string) => string | undefined,
): Places {
  const found = new Map<string, Place>();
  for (const place of known.places) {
    const made = {
      ...place,
      kind: place.kind as Place['kind'],
      known: place,
      otherNames: new Set<string>(),
      isTold: false,
    };
    for (const name of [place.name, ...place.otherNames]) found.set(keyOf(place.country, name), made);
  }

  /** The place that a printed name is; undefined where it is none. */
  function find(printed: string, territory: TerritoryRef, day: string): Place | undefined {
    const decided = line(territory.id, printed);
    if (decided ? !decided.name : !printed) return undefined;
    const name = decided?.name ?? withoutRegion(printed);
    const country = decided?.country === undefined ? home(territory, day) : (decided.country ?? undefined);
    const key = keyOf(country, name);
    const place = found.get(key) ?? {
      name,
      kind: decided?.kind ?? 'CITY',
      country,
      otherNames: new Set(),
      isTold: false,
    };
    found.set(key, place);
    if (printed && !decided?.isSlip && printed === withoutRegion(printed)) place.otherNames.add(printed);
    return place;
  }

  for (const locale of sorted(facts.locales)) {
    const territory = { id: locale.territory, printed: '' };
    const place = find(locale.name, territory, '');
    if (!place) continue;
    const decided = line(locale.territory, locale.name);
    for (const name of locale.otherNames) {
      place.otherNames.add(name);
      const key = keyOf(place.country, name);
      if (!found.has(key)) found.set(key, place);
    }
    // Of a locale that stands with the territory of an older map gsh's coordinates were looked for on the wrong one.
    const isPlaced = !decided?.isMisplaced && decided?.country === undefined && locale.latitude !== undefined;
    if (isPlaced && (!place.coordinates || placeKey(locale.name) === placeKey(place.name)))
      place.coordinates = { latitude: locale.latitude, longitude: locale.longitude };
    place.rests ??= rests(locale);
    place.isTold ||= cities.has(locale.id);
  }
  for (const trip of sorted(facts.trips))
    for (const printed of parts(trip.locale)) {
      const place = find(printed, trip.country, trip.start);
      if (!place) continue;
      place.isTold = true;
      place.rests ??= rests(trip);
    }

  const all = [...new Set(found.values())];
  const taken = all.filter(({ isTold, rests, known }) => rests && (isTold || known));
  const countries = new Set(
    [...known.countries.values()].flatMap((c) => [c.name, ...c.otherNames].map(fold)),
  );
  const ids = identify(taken, known);
  return {
    entries: taken
      .map((place) => entry(place, ids.get(place)!, countries))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    placesOf(locale, territory, day) {
      const named = new Map<string, StopPlace>();
      for (const printed of parts(locale)) {
        const place = find(printed, territory, day);
        const id = place && ids.get(place);
        if (place && !id)
          throw new RapporteurError(
            'BAD_RECORD',
            `No stop of the facts names '${printed}' in '${territory.id}'`,
          );
        if (id && !named.has(id)) named.set(id, { id, printed });
      }
      return [...named.values()];
    },
  };
}

const keyOf = (country: string | undefined, name: string) => `${country ?? ''}\t${placeKey(name)}`;

const parts = (locale: string) => (locale ? locale.split(/,(?![^(]*\))/).map((part) => part.trim()) : ['']);

/** In an order that is the same however the sources are read. */
const sorted = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
  [...records].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));

const rests = ({ repository, id, modified }: Facts['trips' | 'locales'][number]): Rests => ({
  repository,
  record: id,
  ...(modified && { modified }),
});

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Ids by name; where several share it, with the country. Places of seeds keep theirs. */
function identify(places: readonly Place[], known: Known): Map<Place, string> {
  const mine = places.filter((place) => !place.known);
  const slugs = count(mine.map(({ name }) => placeSlug(name)));
  const seeded = new Set(known.places.map(({ id }) => id));
  return new Map(
    places.map((place) => {
      if (place.known) return [place, place.known.id];
      const slug = placeSlug(place.name);
      const isShared = slugs.get(slug)! > 1 || seeded.has(`place:${slug}`);
      const suffix = isShared && place.country ? `-${place.country.slice('country:'.length)}` : '';
      return [place, `place:${slug}${suffix}`];
    }),
  );
}

function entry(place: Place, id: string, countries: ReadonlySet<string>): PlaceEntry {
  const { name, kind, country, known, coordinates } = place;
  const has = new Set([name, ...(known?.otherNames ?? [])].map(placeKey));
  const otherNames = [...place.otherNames].filter((other) => {
    const key = placeKey(other);
    // A short form belongs to other places too: Linz am Rhein is not what Linz means elsewhere.
    return (
      !has.has(key) && !placeKey(name).startsWith(`${key} `) && !countries.has(fold(other)) && has.add(key)
    );
  });
  return {
    id,
    name,
    kind,
    otherNames: otherNames.sort(),
    ...(country && { country }),
    ...coordinates,
    rests: place.rests!,
  };
}

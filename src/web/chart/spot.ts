/** A place on the map, by degrees north and east; with a count its circle's area says how many. */
export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly count?: number;
}

/** What may be a place on the map: it is one where its degrees are known. */
export interface Located {
  readonly id: string;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** The place as a spot by that name, alone in a list; none where nobody knows where it is. */
export function spotOf(place: Located | null | undefined, name: string, count?: number): Spot[] {
  if (typeof place?.latitude !== 'number' || typeof place.longitude !== 'number') return [];
  const { id, latitude, longitude } = place;
  return [{ id, name, latitude, longitude, ...(count !== undefined && { count }) }];
}

import atlas from 'world-atlas/countries-50m.json?url';
import { feature, mesh } from 'topojson-client';
import type { Feature, MultiLineString } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The land and the borders of the world, from Natural Earth by way of world-atlas. */
export interface Atlas {
  readonly land: Feature | { readonly type: 'FeatureCollection'; readonly features: Feature[] };
  readonly borders: MultiLineString;
}

let loaded: Promise<Atlas> | undefined;

/** The atlas, fetched once, from the server that the page came from. */
export function loadAtlas(): Promise<Atlas> {
  loaded ??= fetch(atlas)
    .then(
      (response) =>
        response.json() as Promise<Topology<{ land: GeometryCollection; countries: GeometryCollection }>>,
    )
    .then((world) => ({
      land: feature(world, world.objects.land),
      borders: mesh(world, world.objects.countries, (a, b) => a !== b),
    }))
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}

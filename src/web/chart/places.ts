import { graphql, type ResultOf } from '../graph/graphql.js';
import { spotOf, type Spot } from './spot.js';

/** How many meetings each place had, with where it is. */
export const PlacesFields = graphql(`
  fragment PlacesFields on MeetingConnection @_unmask {
    places: groups(by: [PLACE], first: 100) {
      key
      label
      count
      node {
        id
        ... on Place {
          latitude
          longitude
        }
      }
    }
  }
`);

/** Those of the places that are known on the map. */
export const spotsOf = ({ places }: ResultOf<typeof PlacesFields>): (Spot & { readonly count: number })[] =>
  places.flatMap(({ label, count, node }) =>
    spotOf(node, label ?? node?.id ?? '', count).map((spot) => ({ ...spot, count })),
  );

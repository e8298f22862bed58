import { PlacesFields } from '../chart/places.js';
import { graphql } from '../graph/graphql.js';

/** From when to when there are meetings: the ends of the slider. */
export const span = graphql(`
  query SpanOfTalks {
    first: meetings(where: { when: { known: true } }, first: 1, orderBy: [{ when: ASC }]) {
      nodes {
        earliest
      }
    }
    last: meetings(where: { when: { known: true } }, first: 1, orderBy: [{ when: DESC }]) {
      nodes {
        latest
      }
    }
  }
`);

/** How many meetings each place had within a time. */
export const talks = graphql(
  `
    query Talks($during: EDTF!) {
      meetings(where: { when: { overlaps: $during } }) {
        totalCount
        ...PlacesFields
      }
    }
  `,
  [PlacesFields],
);

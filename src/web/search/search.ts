import { graphql, type VariablesOf } from '../graph/graphql.js';

export const search = graphql(`
  query Search($text: String!, $kinds: [Kind!], $first: Int!, $after: String) {
    search(text: $text, kinds: $kinds, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        highlight
        node {
          __typename
          id
          ... on Entity {
            name
          }
          ... on Statement {
            said
            speaker {
              __typename
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** What can be searched for, by kind. */
export type Kind = NonNullable<VariablesOf<typeof search>['kinds']>[number];

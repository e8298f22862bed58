import { graphql } from '../graph/graphql.js';

export const search = graphql(`
  query Search($text: String!, $first: Int!, $after: String) {
    search(text: $text, first: $first, after: $after) {
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

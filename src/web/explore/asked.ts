import { graphql } from '../graph/graphql.js';

const StepFields = graphql(`
  fragment StepFields on PathStep @_unmask {
    relation
    from {
      __typename
      id
      ... on Entity {
        name
      }
    }
    to {
      __typename
      id
      ... on Entity {
        name
      }
    }
  }
`);

/** All that is one step away from an entity, strongest ties first. */
export const neighbours = graphql(
  `
    query Neighbours($of: ID!, $during: EDTF, $first: Int!) {
      node(id: $of) {
        __typename
        id
        ... on Entity {
          name
        }
      }
      neighbours(of: $of, during: $during, first: $first) {
        ...StepFields
      }
    }
  `,
  [StepFields],
);

/** The shortest ties between two entities, with the words they rest on. */
export const paths = graphql(
  `
    query Paths($from: ID!, $to: ID!) {
      paths(from: $from, to: $to, longest: 4, first: 10) {
        length
        steps {
          ...StepFields
          evidence {
            exact
            article {
              id
              title
            }
          }
        }
      }
    }
  `,
  [StepFields],
);

/** Where one may begin. */
export const begin = graphql(`
  query Begin {
    countries(first: 12, orderBy: [{ spokenFor: { count: DESC } }]) {
      nodes {
        __typename
        id
        name
      }
    }
    people(first: 12, orderBy: [{ statements: { count: DESC } }]) {
      nodes {
        __typename
        id
        name
      }
    }
  }
`);

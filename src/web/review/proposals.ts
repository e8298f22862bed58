import { FactFields } from '../fact/fields.js';
import { graphql } from '../graph/graphql.js';

/** What waits for a curator, oldest first, a page at a time. */
export const proposals = graphql(
  `
    query Proposals($first: Int!) {
      proposals(first: $first) {
        totalCount
        nodes {
          __typename
          id
          ... on Fact {
            ...FactFields
          }
        }
      }
    }
  `,
  [FactFields],
);

export const accept = graphql(`
  mutation Accept($id: ID!) {
    change: accept(ids: [$id]) {
      id
    }
  }
`);

export const reject = graphql(`
  mutation Reject($id: ID!) {
    change: reject(ids: [$id]) {
      id
    }
  }
`);

export const relink = graphql(`
  mutation Relink($id: ID!, $to: ID!) {
    change: relink(mention: $id, to: $to) {
      id
    }
  }
`);

export const keepApart = graphql(`
  mutation KeepApart($a: ID!, $b: ID!) {
    change: keepApart(a: $a, b: $b) {
      id
    }
  }
`);

export const undo = graphql(`
  mutation Undo($change: ID!) {
    change: undo(change: $change) {
      id
    }
  }
`);

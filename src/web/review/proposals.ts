import { graphql } from '../graph/graphql.js';

export const ProposalFields = graphql(`
  fragment ProposalFields on Fact @_unmask {
    __typename
    id
    evidence {
      exact
      confidence
      article {
        id
        title
      }
    }
    ... on Entity {
      name
    }
    ... on Statement {
      text
      act
      speaker {
        __typename
        id
        name
      }
    }
    ... on Report {
      text
      form
      statement {
        id
        text
      }
    }
    ... on Mention {
      exact
      reason
      entity {
        __typename
        id
        name
      }
      candidates {
        score
        reason
        entity {
          __typename
          id
          name
        }
      }
    }
    ... on Match {
      reason
      a {
        __typename
        id
        name
      }
      b {
        __typename
        id
        name
      }
    }
    ... on Participation {
      capacity
      participant {
        __typename
        id
        name
      }
      meeting {
        id
        name
      }
    }
    ... on Role {
      title
      person {
        id
        name
      }
      of {
        __typename
        id
        name
      }
    }
  }
`);

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
            ...ProposalFields
          }
        }
      }
    }
  `,
  [ProposalFields],
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

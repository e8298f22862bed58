import { graphql } from '../graph/graphql.js';

export const FactFields = graphql(`
  fragment FactFields on Fact @_unmask {
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

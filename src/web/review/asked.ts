import { graphql } from '../graph/graphql.js';

const ChangeFields = graphql(`
  fragment ChangeFields on Change @_unmask {
    id
    action
    by
    at
    note
    created
    amended
    removed
    dryRun
    undoneBy {
      id
    }
    touched(first: 30) {
      totalCount
      nodes {
        __typename
        id
        ... on Entity {
          name
        }
        ... on Statement {
          text
        }
        ... on Mention {
          exact
        }
      }
    }
  }
`);

export const merge = graphql(
  `
    mutation Merge($ids: [ID!]!, $into: ID!, $dryRun: Boolean!) {
      change: merge(ids: $ids, into: $into, dryRun: $dryRun) {
        ...ChangeFields
      }
    }
  `,
  [ChangeFields],
);

export const split = graphql(
  `
    mutation Split($id: ID!, $facts: [ID!]!, $to: ID, $name: String, $dryRun: Boolean!) {
      change: split(id: $id, facts: $facts, to: $to, name: $name, dryRun: $dryRun) {
        ...ChangeFields
      }
    }
  `,
  [ChangeFields],
);

/** What has been changed, newest first, a page at a time. */
export const log = graphql(
  `
    query Log($after: String) {
      changes(first: 25, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ChangeFields
        }
      }
    }
  `,
  [ChangeFields],
);

/** One change by its id. */
export const one = graphql(
  `
    query Change($id: ID!) {
      node(id: $id) {
        __typename
        id
        ...ChangeFields
      }
    }
  `,
  [ChangeFields],
);

/** The facts that lead to an entity, by which it can be split. */
export const facts = graphql(`
  query FactsOf($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Entity {
        name
        mentions(first: 100) {
          totalCount
          nodes {
            id
            exact
            article {
              title
            }
            sentence: evidence {
              exact
            }
          }
        }
      }
      ... on Actor {
        statements(first: 100, orderBy: [{ said: ASC }]) {
          totalCount
          nodes {
            id
            text
            said
          }
        }
        participations(first: 100) {
          totalCount
          nodes {
            id
            capacity
            meeting {
              name
              when
            }
          }
        }
      }
      ... on Person {
        roles(first: 100) {
          totalCount
          nodes {
            id
            title
          }
        }
      }
    }
  }
`);

/** Somebody or something new, by name; its id is made from it. */
export const create = graphql(`
  mutation NewEntity($record: RecordInput!) {
    change: write(changes: { upserts: [$record] }) {
      id
      created
      touched(first: 1) {
        nodes {
          id
        }
      }
    }
  }
`);

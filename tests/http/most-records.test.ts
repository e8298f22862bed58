import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { withDefaults } from '../../src/http/limits/collect.js';
import { fragmentsOf } from '../../src/http/limits/fragments.js';
import { mostRecords } from '../../src/http/limits/most-records.js';

// The kinds of fields there are, by their forms: nothing is counted by its name.
const schema = buildSchema(`
  interface Node { id: ID! }
  type Person implements Node { id: ID! name: String country: Country roles(first: Int, last: Int): Roles! evidence: [Evidence!]! }
  type Country implements Node { id: ID! name: String people(first: Int, last: Int): People! }
  type Report implements Node { id: ID! via: [Person!]! }
  type Roles { nodes: [Role!]! totalCount: Int! }
  type Role implements Node { id: ID! of: Country }
  type Evidence { exact: String article: Article }
  type Article implements Node { id: ID! }
  type People { nodes: [Person!]! edges: [PersonEdge!]! pageInfo: PageInfo! totalCount: Int!
    groups(by: [By!]!, first: Int = 20): [Group!]! }
  type PersonEdge { cursor: String! node: Person! }
  type PageInfo { endCursor: String }
  enum By { COUNTRY YEAR }
  type Group { key: String count: Int! node: Node groups: [Group!]! }
  type Candidate { entity: Node! score: Float! }
  type Path { length: Int! steps: [Step!]! }
  type Step { from: Node! to: Node! evidence: [Evidence!]! }
  type Query {
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    report(id: ID!): Report
    people(first: Int, last: Int): People!
    candidates(name: String!, first: Int): [Candidate!]!
    paths(from: ID!, to: ID!, first: Int = 3): [Path!]!
    neighbours(of: ID!, first: Int = 50): [Step!]!
  }`);

const mostOf = (source: string, given: Record<string, unknown> = {}, most = 1000) => {
  const document = parse(source);
  const operation = document.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === 'OperationDefinition',
  )!;
  const variables = withDefaults(operation, given);
  return mostRecords({ schema, fragments: fragmentsOf(document), variables }, operation, most);
};
const asked = (source: string, given?: Record<string, unknown>) => mostOf(source, given);

describe('an operation asks for', () => {
  test.each([
    ['a record and those it leads to', '{ node(id: 1) { ... on Person { country { name } } } }', 2],
    ['as many as ids are given', '{ nodes(ids: [1, 2, 3]) { id } }', 3],
    ['one where the list of ids is one id', '{ nodes(ids: 1) { id } }', 1],
    ['a page', '{ people(first: 7) { nodes { id } } }', 7],
    ['a page from its end', '{ people(last: 7) { nodes { id } } }', 7],
    ['20 where no size is given', '{ people { nodes { id } } }', 20],
    [
      'pages in pages',
      '{ people(first: 3) { nodes { roles(first: 5) { nodes { of { id } } } } } }',
      3 + 3 * 5 * 2,
    ],
    [
      'nodes as well as edges',
      '{ people(first: 3) { nodes { id } edges { node { country { id } } } } }',
      3 + 6,
    ],
    ['nothing by counts and cursors', '{ people { totalCount pageInfo { endCursor } edges { cursor } } }', 0],
    [
      'one field once, however often it is written',
      '{ people { nodes { id } } people { nodes { name } } }',
      20,
    ],
    [
      'what each alias asks for',
      '{ a: people(first: 2) { nodes { id } } b: people(first: 3) { nodes { id } } }',
      5,
    ],
    ['ten by a list without pages', '{ report(id: 1) { via { country { id } } } }', 1 + 10 * 2],
    [
      'nothing by structures, ten by what each leads to',
      '{ people(first: 1) { nodes { evidence { article { id } } } } }',
      1 + 10,
    ],
    [
      'groups, level by level',
      '{ people { groups(by: [YEAR, COUNTRY], first: 4) { node { id } groups { node { id } groups { count } } } } }',
      4 + 16,
    ],
    ['the usual groups', '{ people { groups(by: YEAR) { node { id } } } }', 20],
    ['a list that has a size', '{ candidates(name: "x", first: 6) { entity { id } } }', 6],
    ['20 of a list that has none', '{ candidates(name: "x") { entity { id } } }', 20],
    [
      'the usual ties, of ten steps',
      '{ paths(from: 1, to: 2) { steps { from { id } to { id } } } }',
      3 * 10 * 2,
    ],
    ['the usual neighbours', '{ neighbours(of: 1) { to { id } } }', 50],
    [
      'the larger of types that exclude each other',
      '{ node(id: 1) { ... on Person { roles(first: 9) { nodes { id } } } ... on Country { people(first: 5) { nodes { id } } } } }',
      1 + 9,
    ],
    [
      'what holds for all types, and the larger besides',
      '{ node(id: 1) { id ...P ... on Country { people(first: 5) { nodes { id } } } ... on Node { ... on Person { country { id } } } } } fragment P on Person { roles(first: 9) { nodes { id } } }',
      1 + 9 + 1,
    ],
    [
      'the larger page where a key has two',
      '{ node(id: 1) { ... on Person { x: roles(first: 9) { nodes { id } } } ... on Country { x: people(first: 5) { nodes { id } } } } }',
      1 + 9,
    ],
    ['nothing by introspection', '{ __schema { types { name } } __typename }', 0],
  ])('%s', (_what, source, records) => expect(asked(source)).toBe(records));

  test('what variables say, and else their defaults', () => {
    const query =
      'query ($n: Int = 4, $with: Boolean = false) { people(first: $n) { nodes { country @include(if: $with) { id } roles(first: 1) @skip(if: $with) { nodes { id of { id } } } } } }';
    expect(asked(query)).toBe(4 * (1 + 2));
    expect(asked(query, { n: 2, with: true })).toBe(2 * (1 + 1));
    expect(asked(query, { n: null })).toBe(20 * (1 + 2));
    expect(asked('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [1, 2] })).toBe(2);
  });
  test('2^60 by 60 fragments, counted at once', () => {
    const chain = Array.from(
      { length: 60 },
      (_, i) =>
        `fragment F${i} on Person { a: country { ...G${i} } b: country { ...G${i} } } fragment G${i} on Country { people(first: 1) { nodes { ...F${i + 1} } } }`,
    );
    expect(
      asked(`{ node(id: 1) { ...F0 } } ${chain.join(' ')} fragment F60 on Person { id }`),
    ).toBeGreaterThan(2 ** 60);
  });
  test('no more different selections than are allowed', () => {
    const query = '{ people(first: 1) { nodes { country { id } } } }';
    expect(mostOf(query, {}, 4)).toBe(2);
    expect(() => mostOf(query, {}, 3)).toThrow('combine into more than 3 different selections');
  });
});

import { parse, type FieldNode, type FragmentDefinitionNode, type GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { printSelection } from '../../src/planner/print.js';

const printed = (source: string, variables: Record<string, unknown> = {}) => {
  const [operation, ...fragments] = parse(source).definitions;
  const nodes = (operation as { selectionSet: { selections: readonly FieldNode[] } }).selectionSet.selections;
  const named = Object.fromEntries((fragments as FragmentDefinitionNode[]).map((f) => [f.name.value, f]));
  return printSelection({ schema: {} as GraphQLSchema, fragments: named, variables }, nodes).split('\n');
};

test('a selection is shown with its keys, arguments and fragments', () => {
  const source = `{
    who: person(
      id: "person:a"
    ) { name ... on Node { id } ... { x: id } ...F }
  } fragment F on Person { statements(where: {text: {contains: """a
    b"""}}, first: 2) { nodes { text } } }`;
  expect(printed(source)).toEqual([
    'who: person(id: "person:a")',
    '  name',
    '  ... on Node',
    '    id',
    '  ...',
    '    x: id',
    '  ...F on Person',
    '    statements(where: {text: {contains: """ a b """}}, first: 2)',
    '      nodes',
    '        text',
    '',
  ]);
});

test('what is skipped is not shown', () => {
  const source =
    'query($no: Boolean!) { person { a @skip(if: true) b @include(if: $no) ... @skip(if: $no) { c } } }';
  expect(printed(source, { no: false })).toEqual(['person', '  ...', '    c', '']);
});

test('a key that is asked twice is shown once, with all that is asked of it', () => {
  expect(printed('{ person { a } person { b } }')).toEqual(['person', '  a', '  b', '']);
});

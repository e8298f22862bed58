import { parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { MOST, networkOf, type Tie } from '../../src/web/explore/network.js';
import { only } from '../../src/web/panel/only.js';

const end = (id: string) => ({ __typename: 'Person', id, name: id });
const tie = (from: string, relation: string, to: string): Tie => ({ from: end(from), relation, to: end(to) });

describe('A network', () => {
  test('has a tie once, from whichever end it was met', () => {
    const { ends, ties } = networkOf(
      [tie('a', 'MET', 'b'), tie('b', 'MET', 'a'), tie('a', 'KNEW', 'b')],
      new Set(),
    );
    expect([...ends.keys()]).toEqual(['a', 'b']);
    expect(ties.size).toBe(2);
  });

  test('leaves out what is hidden, and who has no other tie', () => {
    const { ends } = networkOf([tie('a', 'MET', 'b'), tie('a', 'KNEW', 'c')], new Set(['KNEW']));
    expect([...ends.keys()]).toEqual(['a', 'b']);
  });

  test('grows to what can be drawn, and says what it left out', () => {
    const all = Array.from({ length: MOST + 500 }, (_, i) => tie('hub', 'MET', `p${i}`));
    const { ends, ties, left } = networkOf(all, new Set());
    expect([ends.size, ties.size, left]).toEqual([MOST, MOST - 1, 501]);
  });

  test('has who was grown, though nothing ties them to anybody', () => {
    expect([...networkOf([], new Set(), [end('alone')]).ends.keys()]).toEqual(['alone']);
  });
});

describe('The part of a query that is a panel’s own', () => {
  const document = parse(`
    query Q($id: ID!, $first: Int!, $other: Int) {
      meeting(id: $id) { name ...Who series { meetings(first: $other) { nodes { id } } } }
      about { name }
    }
    fragment Who on Meeting { people(first: $first) { nodes { ...Name } } }
    fragment Name on Person { name }
  `);
  const text = (source: string) => print(parse(source));

  test('keeps the way there, what stands there, and the variables and fragments of that', () => {
    expect(only(document, ['meeting.people'])).toBe(
      text(`query Q($id: ID!, $first: Int!) { meeting(id: $id) { ... on Meeting { people(first: $first) { nodes { ...Name } } } } }
            fragment Name on Person { name }`),
    );
    expect(only(document, ['about'])).toBe(text('query Q { about { name } }'));
  });

  test('may lead to several places', () => {
    expect(only(document, ['meeting.name', 'about.name'])).toBe(
      text('query Q($id: ID!) { meeting(id: $id) { name } about { name } }'),
    );
  });
});

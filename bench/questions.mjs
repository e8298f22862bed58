import { vocabulary } from './graph.mjs';

const WORDS = 'kim jong un moon park lee ann linde mar wall don mike ste bie iva ser wang ping abe tar'.split(
  ' ',
);
const search =
  'query($text: String!) { search(text: $text, first: 20) { edges { score highlight node { id } } } }';
const candidates =
  'query($name: String!, $on: Date) { candidates(name: $name, on: $on, first: 10) { score reason entity { id name } } }';
const paths =
  'query($a: ID!, $b: ID!) { paths(from: $a, to: $b) { length steps { from { id } relation to { id } evidence { exact } } } }';
const neighbours = 'query($of: ID!) { neighbours(of: $of) { relation to { id } } }';

/** What is asked, with fresh random variables each time. */
export function questions(statements) {
  const people = Math.max(200, Math.round(statements / 5));
  const pick = (next, list) => list[Math.floor(next() * list.length)];
  const syllables = (next, n) => Array.from({ length: n }, () => pick(next, WORDS)).join('');
  const all = vocabulary();
  const word = (next) => all[Math.floor(all.length * next() ** 4)];
  const person = (next) => `person:b${Math.floor(next() * people)}`;
  return [
    {
      name: 'search: one word, as often as words are',
      source: search,
      variables: (next) => ({ text: `${word(next)} ` }),
    },
    {
      name: 'search: two words',
      source: search,
      variables: (next) => ({ text: `${word(next)} ${word(next)} ` }),
    },
    { name: 'search: a word that very many have', source: search, variables: () => ({ text: `${all[0]} ` }) },
    {
      name: 'search: the beginning of a word',
      source: search,
      variables: (next) => ({ text: word(next).slice(0, 5) }),
    },
    {
      name: 'search: one letter',
      source: search,
      variables: (next) => ({ text: pick(next, [...'kmlwat']) }),
    },
    {
      name: 'search: a name',
      source: search,
      variables: (next) => ({ text: `${pick(next, WORDS)} ${pick(next, WORDS)}` }),
    },
    {
      name: 'candidates: a name of three words',
      source: candidates,
      variables: (next) => ({ name: `${pick(next, WORDS)} ${pick(next, WORDS)} ${syllables(next, 2)}` }),
    },
    { name: 'candidates: one word', source: candidates, variables: (next) => ({ name: pick(next, WORDS) }) },
    {
      name: 'candidates: a name, on a day',
      source: candidates,
      variables: (next) => ({ name: `${pick(next, WORDS)} ${pick(next, WORDS)}`, on: '2010-05-05' }),
    },
    { name: 'paths: two people', source: paths, variables: (next) => ({ a: person(next), b: person(next) }) },
    {
      name: 'paths: two hubs',
      source: paths,
      variables: (next) => ({ a: 'person:b0', b: pick(next, ['country:b0', 'meeting:b0', 'topic:b0']) }),
    },
    {
      name: 'paths: two hub countries',
      source: paths,
      variables: (next) => ({ a: 'country:b0', b: `country:b${1 + Math.floor(next() * 5)}` }),
    },
    {
      name: 'neighbours: a hub',
      source: neighbours,
      variables: (next) => ({ of: pick(next, ['person:b0', 'country:b0', 'meeting:b0']) }),
    },
  ];
}

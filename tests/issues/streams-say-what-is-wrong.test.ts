import { expect, test } from 'vitest';
import { whileServed } from '../http/served.js';

const here = whileServed();

// What a client had typed wrong came over a stream as a fault of the server.
test.each([
  ['{ persn { id } }', 'GRAPHQL_VALIDATION_FAILED', 'persn'],
  ['subscription { changed { idd } }', 'GRAPHQL_VALIDATION_FAILED', 'idd'],
  ['{ people(', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
  ['query($n: Int) { people(first: $n) { totalCount } }', 'BAD_USER_INPUT', 'nine'],
  ['subscription($n: ID) { changed(about: $n) { id } }', 'BAD_USER_INPUT', 'nine'],
])('%s over a stream is an error of %s that names it', async (query, code, named) => {
  const response = await here.server.stream({ query, variables: { n: ['nine', 'ten'] } });
  const told = await response.text();
  expect(told).toContain(code);
  expect(told).toContain(named);
  expect(told).not.toContain('Something went wrong');
});

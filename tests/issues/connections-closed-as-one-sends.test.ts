import { expect, test } from 'vitest';
import { whileServed } from '../http/served.js';

const here = whileServed();

// After five seconds the server closed a connection that a proxy keeps for a minute: what was sent over it just then was lost.
test('a connection is kept for longer than proxies keep theirs', async () => {
  const { headers } = await fetch(`${here.server.address}graphql?query={__typename}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

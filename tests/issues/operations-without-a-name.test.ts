import { expect, test } from 'vitest';
import { whileServed } from '../http/served.js';

// It was a fault of the server: Apollo found no operation of that name, and we did.
const here = whileServed();

test.each(['', '__proto__', 'constructor'])(
  'an operation named %j that is not there is said so',
  async (operationName) => {
    for (const path of ['graphql', 'graphql/stream']) {
      const response = await fetch(here.server.address + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ about { version } }', operationName }),
      });
      expect.soft(response.status, path).toBeLessThan(500);
      expect.soft(await response.text(), path).not.toContain('INTERNAL_SERVER_ERROR');
    }
  },
);

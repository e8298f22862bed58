import { expect, test } from 'vitest';
import { whileServed } from '../http/served.js';

const here = whileServed();

// The protocol lets a client reserve a stream and come for it later: each was kept for good, whether it came or not.
test('a stream cannot be reserved', async () => {
  const reserved = await fetch(`${here.server.address}graphql/stream`, { method: 'PUT' });
  expect([reserved.status, await reserved.text()]).toEqual([404, '']);
});

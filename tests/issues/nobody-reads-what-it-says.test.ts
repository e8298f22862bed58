import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { begin } from '../cli/command.js';
import { address } from '../harm/address.js';

// `npm start | head -1` ended the server: writing to a pipe that is closed is an error that nobody had taken.
test('a server goes on when whoever read what it says is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pipe-'));
  const begun = begin(folder, ['start'], { SEEDS: 'none', PORT: '0', LOG: 'on' });
  const at = await address(begun);
  begun.child.stdout.destroy();
  begun.child.stderr.destroy();
  for (let i = 0; i < 3; i++) {
    const response = await fetch(`${at}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ about { version } }"}',
    });
    expect(response.status).toBe(200);
  }
  begun.child.kill('SIGTERM');
  expect((await begun.ended).status).toBe(0);
  await rm(folder, { recursive: true });
});

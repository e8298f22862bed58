import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '../access/identity.js';
import type { WhoAsks } from '../access/who-asks.js';
import type { Context } from '../api/explain.js';

/** What an operation is carried out with: who asks is found out once, and only where it matters. */
export function contextOf(
  whoAsks: WhoAsks,
  authorization: string | undefined,
  address?: string | undefined,
  signal?: AbortSignal,
): Context {
  let known: Promise<Identity | undefined> | undefined;
  return { whoAsks: () => (known ??= whoAsks(authorization)), address, signal };
}

/** Given where the connection is closed before the answer is out. */
export function goneAway(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** From where a request came: as the nearest proxy says, where it is trusted, or as the connection does. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string | undefined {
  const said = trustProxy
    ? [headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim()
    : undefined;
  return said || socket.remoteAddress;
}

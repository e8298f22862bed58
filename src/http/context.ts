import type { Identity } from '../access/identity.js';
import type { WhoAsks } from '../access/who-asks.js';
import type { Context } from '../api/explain.js';

/** What an operation is carried out with: who asks is found out once, and only where it matters. */
export function contextOf(whoAsks: WhoAsks, authorization: string | undefined): Context {
  let known: Promise<Identity | undefined> | undefined;
  return { whoAsks: () => (known ??= whoAsks(authorization)) };
}

import { createHash, randomBytes } from 'node:crypto';
import { RapporteurError } from '../errors.js';
import type { Store } from '../store/port.js';
import { memoriesOf, memoryOf } from '../store/stats.js';
import type { Identity } from './identity.js';

/** A token as it is kept: never itself, but its hash. */
export interface Kept extends Identity {
  /** RFC 3339. */
  readonly created: string;
}

const PREFIX = 'rapporteur_';
const keyOf = (token: string) => `token:${createHash('sha256').update(token).digest('hex')}`;

/** Makes a token; this is the only time that it is seen. @throws CONFLICT where somebody has one by that name */
export async function createToken(
  store: Store,
  identity: Identity,
  at = new Date().toISOString(),
): Promise<string> {
  if ((await tokens(store)).some((t) => t.name === identity.name))
    throw new RapporteurError(
      'CONFLICT',
      `There is a token by the name '${identity.name}' already: revoke it first, or take another name`,
    );
  const token = PREFIX + randomBytes(32).toString('base64url');
  const kept: Kept = { name: identity.name, scopes: identity.scopes, created: at };
  await store.write((ledger) => ledger.setMeta(keyOf(token), JSON.stringify(kept)));
  return token;
}

/** Whose a token is: asked of the store each time, so that one made or revoked beside a running server is seen at once. */
export async function bearerOf(store: Pick<Store, 'read'>, token: string): Promise<Identity | undefined> {
  if (!token.startsWith(PREFIX)) return undefined;
  const kept = await memoryOf(store, keyOf(token));
  return kept ? (JSON.parse(kept) as Kept) : undefined;
}

/** All tokens that hold, by name. */
export async function tokens(store: Pick<Store, 'read'>): Promise<Kept[]> {
  const kept = [...(await memoriesOf(store, 'token:')).values()]
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Kept);
  return kept.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws NOT_FOUND where nobody has a token by that name */
export async function revokeToken(store: Store, name: string): Promise<void> {
  const found = [...(await memoriesOf(store, 'token:'))].find(
    ([, text]) => text && (JSON.parse(text) as Kept).name === name,
  );
  if (!found) throw new RapporteurError('NOT_FOUND', `There is no token by the name '${name}'`);
  await store.write((ledger) => ledger.setMeta(found[0], ''));
}

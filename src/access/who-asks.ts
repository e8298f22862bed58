import { RapporteurError } from '../errors.js';
import type { Store } from '../store/port.js';
import type { Identity } from './identity.js';
import { issued, type IssuerSettings } from './issuer.js';
import { bearerOf } from './tokens.js';

/** Says who asks, by the header `authorization`; nobody in particular without one. */
export type WhoAsks = (authorization: string | undefined) => Promise<Identity | undefined>;

/** @throws UNAUTHENTICATED for a token that is not known */
export function whoAsks(store: Pick<Store, 'read'>, issuer?: IssuerSettings): WhoAsks {
  const verified = issuer && issued(issuer);
  return async (authorization) => {
    if (!authorization?.trim()) return undefined;
    const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
    if (!token)
      throw new RapporteurError(
        'UNAUTHENTICATED',
        'The header authorization is not of the form Bearer TOKEN',
      );
    const known = await bearerOf(store, token);
    if (known) return known;
    if (verified && token.split('.').length === 3) return verified(token);
    throw new RapporteurError(
      'UNAUTHENTICATED',
      'The token is not known: it was revoked, or made for another graph',
    );
  };
}

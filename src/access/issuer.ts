import { createRemoteJWKSet, jwtVerify } from 'jose';
import { RapporteurError } from '../errors.js';
import { isScope, type Identity } from './identity.js';

/** Who issues JSON Web Tokens that are trusted here. */
export interface IssuerSettings {
  readonly issuer: string;
  /** Where its keys are (JWKS, RFC 7517). */
  readonly keys: string;
  readonly audience?: string | undefined;
}

/** Whose a JSON Web Token is (RFC 7519; scopes as in RFC 9068). @throws UNAUTHENTICATED that says what is wrong with it */
export function issued({ issuer, keys, audience }: IssuerSettings): (token: string) => Promise<Identity> {
  const set = createRemoteJWKSet(new URL(keys));
  return async (token) => {
    const { payload } = await jwtVerify(token, set, { issuer, ...(audience ? { audience } : {}) }).catch(
      (error: Error) => {
        throw new RapporteurError(
          'UNAUTHENTICATED',
          `The token is not one of ${issuer} that holds (${error.message})`,
        );
      },
    );
    const said = payload['scope'] ?? payload['scp'] ?? [];
    const given = typeof said === 'string' ? said.split(' ') : Array.isArray(said) ? said.map(String) : [];
    const name = payload['preferred_username'] ?? payload['email'] ?? payload.sub;
    if (typeof name !== 'string' || !name)
      throw new RapporteurError('UNAUTHENTICATED', 'The token does not say whose it is: it has no sub');
    return { name, scopes: given.filter(isScope) };
  };
}

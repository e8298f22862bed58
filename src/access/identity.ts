import { RapporteurError } from '../errors.js';

/** What a token may do: hand articles in, and curate what was read. */
export const scopes = ['read-in', 'curate'] as const;
export type Scope = (typeof scopes)[number];

/** Who writes, as each change will say, and what they may. */
export interface Identity {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text);

/** @throws UNAUTHENTICATED, FORBIDDEN that name what is needed */
export function allowed(identity: Identity | undefined, scope: Scope, what: string): Identity {
  if (!identity)
    throw new RapporteurError(
      'UNAUTHENTICATED',
      `${what} needs a token with the scope ${scope}: send it as authorization: Bearer TOKEN; npx rapporteur token create --scope ${scope} --name NAME makes one`,
      { scope },
    );
  if (!identity.scopes.includes(scope))
    throw new RapporteurError(
      'FORBIDDEN',
      `${what} needs the scope ${scope}; the token of ${identity.name} has ${identity.scopes.join(', ') || 'none'}`,
      { scope },
    );
  return identity;
}

import type { Scope } from '../../src/access/identity.js';
import { RapporteurError } from '../../src/errors.js';
import type { Store } from '../../src/store/port.js';
import { carriedOut } from '../store/answers.js';

export interface Said {
  readonly data: Record<string, never> | null;
  readonly errors: readonly {
    readonly code: string | undefined;
    readonly message: string;
    readonly details: Record<string, unknown>;
  }[];
  readonly warnings: readonly { readonly code: string; readonly id: string; readonly into: string }[];
}

/** Asks as somebody with these scopes; with none, as somebody without a token. */
export async function asCurator(
  store: Store,
  source: string,
  variables: Record<string, unknown> = {},
  scopes: readonly Scope[] = ['read-in', 'curate'],
): Promise<Said> {
  const whoAsks = () => Promise.resolve(scopes.length ? { name: 'ana', scopes } : undefined);
  const { data, errors = [], extensions } = await carriedOut(store, source, variables, { whoAsks });
  return {
    data: data ? (data.toJSON() as never) : null,
    errors: errors.map(({ message, originalError }) => ({
      code: originalError instanceof RapporteurError ? originalError.code : undefined,
      message,
      details: originalError instanceof RapporteurError ? originalError.details : {},
    })),
    warnings: extensions?.warnings ?? [],
  };
}

/** The answer, which must have no errors. */
export async function done(
  store: Store,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<Record<string, never>> {
  const { data, errors } = await asCurator(store, source, variables);
  if (errors.length || !data) throw new Error(errors.map((e) => e.message).join('; '));
  return data;
}

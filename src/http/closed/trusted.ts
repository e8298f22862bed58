import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RapporteurError } from '../../errors.js';

/** Documents that may be asked, by the SHA-256 of their text in hexadecimal digits. */
export type Trusted = ReadonlyMap<string, string>;

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The documents of a folder: each .graphql in it, and below. @throws BAD_SETTING where there is none */
export async function trustedIn(folder: string): Promise<Trusted> {
  const refuse = (why: string) => new RapporteurError('BAD_SETTING', `TRUSTED_DOCUMENTS=${folder} ${why}`);
  const files = await readdir(folder, { recursive: true }).catch((error: Error) => {
    throw refuse(`cannot be read (${error.message})`);
  });
  const trusted = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.graphql'))) {
    const text = await readFile(join(folder, file), 'utf8');
    trusted.set(hashOf(text), text);
  }
  if (!trusted.size) throw refuse('holds no .graphql: nothing at all could be asked');
  return trusted;
}

/** What is said of a document that is none of them. */
export const untrusted = (): GraphQLError => {
  const message =
    'This server answers only documents that it knows; ask whoever runs it to add yours to TRUSTED_DOCUMENTS';
  return new GraphQLError(message, {
    originalError: new RapporteurError('UNTRUSTED_DOCUMENT', message),
    extensions: { http: { status: 403 } },
  });
};

/** Refuses every document that is not trusted, before anything is asked of the store. */
export function trusts(trusted: Trusted): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ queryHash }) {
          if (!trusted.has(queryHash)) throw untrusted();
          return Promise.resolve();
        },
      }),
  };
}

/** Has a request that says a document's hash alone (automatic persisted queries) find it; takes in no others. */
export const known = (trusted: Trusted) => ({
  get: (key: string) => Promise.resolve(trusted.get(key.replace(/^apq:/, ''))),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(false),
});

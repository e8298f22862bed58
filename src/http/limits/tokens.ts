import { GraphQLError } from 'graphql';
import type { Over } from './over.js';

/** What graphql's parser says of a document with too many tokens: it stops at the first that is one too many. */
export function tooManyTokens(error: unknown): Over | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const allowed = /^Syntax Error: Document contains more that (\d+) tokens\./.exec(error.message)?.[1];
  if (!allowed) return undefined;
  const message = `The document has more than ${allowed} tokens, which is as many as are allowed (MAX_TOKENS). Send long lists and texts as variables`;
  return { limit: 'TOKENS', allowed: Number(allowed), message };
}

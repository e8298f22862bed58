import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { RapporteurError } from '../errors.js';
import { limitError } from './limits/over.js';
import { tooManyTokens } from './limits/tokens.js';

/** What a client sees of an error: its code, its message, and nothing of the store or the program. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (cause instanceof RapporteurError)
    return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details } };
  const code = codeIn(formatted, error);
  if (code !== 'INTERNAL_SERVER_ERROR') return { message: formatted.message, ...place, extensions: { code } };
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  return { message: 'Something went wrong in the server; its log says what', ...place, extensions: { code } };
}

/** The code that a client sees of an error. */
export function codeOf(error: GraphQLError): string {
  const cause = causeOf(error);
  return cause instanceof RapporteurError ? cause.code : codeIn(error, error);
}

const codeIn = ({ extensions }: GraphQLFormattedError, error: unknown) =>
  String(extensions?.['code'] ?? (isOfVariable(error) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'));

// graphql-js codes nothing; of these Apollo does.
const isOfVariable = (error: unknown) =>
  error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;

/** What was thrown, as an error of GraphQL. */
export const thrown = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });

// A resolver's error comes with a path, one of a limit without; of too many tokens there is only the parser's own.
function causeOf(error: unknown): unknown {
  if (error instanceof GraphQLError && error.originalError instanceof RapporteurError)
    return error.originalError;
  const over = tooManyTokens(error);
  return over ? limitError(over) : unwrapResolverError(error);
}

/** What a request is answered with that never came to be one of GraphQL. */
export const refused = ({ message, code, details }: RapporteurError) => ({
  errors: [{ message, extensions: { code, ...details } }],
});

/** Of a body that is no JSON. */
export const unreadable = (why: string) =>
  refused(new RapporteurError('BAD_USER_INPUT', `The request cannot be read: ${why}`));

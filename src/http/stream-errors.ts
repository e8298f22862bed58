import { GraphQLError, type ExecutionResult } from 'graphql';
import { formatError } from './errors.js';

/** A result with its errors as clients see them: with codes, and nothing of the store or the program. */
export function shownErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  return {
    ...result,
    errors: result.errors.map((error) => formatError(error.toJSON?.() ?? error, error) as GraphQLError),
  };
}

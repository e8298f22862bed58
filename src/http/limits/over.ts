import { GraphQLError, type ASTNode } from 'graphql';
import { RapporteurError } from '../../errors.js';

/** The limits by the names that `extensions.limit` gives them. */
export type LimitName =
  | 'BODY'
  | 'TOKENS'
  | 'DEPTH'
  | 'INTROSPECTION_DEPTH'
  | 'ALIASES'
  | 'REPEATS'
  | 'SELECTIONS'
  | 'DIRECTIVES'
  | 'LIST_ITEMS'
  | 'VARIABLE_DEPTH'
  | 'OBJECTS'
  | 'SUBSCRIPTIONS';

/** What goes over a limit: how much is allowed and, where it was counted to its end, how much was asked. */
export interface Over {
  readonly limit: LimitName;
  readonly allowed: number;
  readonly asked?: number;
  readonly message: string;
  readonly nodes?: readonly ASTNode[];
}

/** LIMIT_EXCEEDED, with limit, allowed and asked as its details. */
export function limitError({ limit, allowed, asked, message }: Over): RapporteurError {
  return new RapporteurError('LIMIT_EXCEEDED', message, {
    limit,
    allowed,
    ...(asked === undefined ? {} : { asked }),
  });
}

/** The same as an error of GraphQL that was found before anything ran: HTTP status 400. */
export function refusal(over: Over): GraphQLError {
  const originalError = limitError(over);
  return new GraphQLError(over.message, {
    nodes: over.nodes ?? null,
    originalError,
    extensions: { http: { status: 400 } },
  });
}

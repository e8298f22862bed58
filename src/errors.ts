/** The stable codes of every error a client can meet; docs/errors.md is checked against this list. */
export const codes = {
  BAD_USER_INPUT: 'An argument is not of the form it must have.',
  BAD_CURSOR: 'A cursor is not one of this list in this order.',
  AMBIGUOUS_NAME: 'Several entities have that name; extensions.candidates lists them.',
  STORE_UNAVAILABLE: 'The store does not answer; try again.',
  STORE_FULL: 'There is no room left where the store is; nothing of the change was written.',
  STORE_FORMAT: 'The store was written in another format than this version reads.',
  QUERY_TIMEOUT: 'A statement ran past its time limit and was ended.',
  CANCELLED: 'Whoever asked went away, and the statement was ended.',
  LIMIT_EXCEEDED: 'A request is larger than a limit allows; extensions.limit says which.',
  BAD_RECORD: 'A record does not fit the catalogue; nothing was written.',
  BAD_SOURCE: 'A folder to import from holds nothing that is known.',
  BAD_ARTICLE: 'An article cannot be read or stored: it is empty, too long or no text.',
  BAD_SPAN: 'What reads articles gave a span that is not in the text; nothing was written.',
  UNAUTHENTICATED: 'Writing needs a token, and there is none, or one that is not known.',
  FORBIDDEN: 'The token has not the scope that this needs; extensions.scope names it.',
  UNTRUSTED_DOCUMENT: 'The server answers only documents that it knows, and this is none of them.',
  RATE_LIMITED:
    'More was asked within a minute than is allowed; extensions.retryAfter says in how many seconds to ask again.',
  NOT_FOUND: 'There is no record of that id.',
  CONFLICT: 'It cannot be done as the graph is now; the message says what stands in the way.',
  BAD_SETTING: 'A setting in the environment is malformed or unknown.',
} as const;

export type Code = keyof typeof codes;

/** The one error of Rapporteur: a stable code, a message that names what was typed and what to do. */
export class RapporteurError extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RapporteurError';
  }
}

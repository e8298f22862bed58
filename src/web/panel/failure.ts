import type { CombinedError } from 'urql';
import { words } from '../words.js';

/** What went wrong, for people: the server's own words without their code, or that there is no server. */
export const failureOf = ({ networkError, graphQLErrors }: CombinedError): string =>
  networkError
    ? words.unreachable
    : (graphQLErrors[0]?.message.replace(/^\[\w+\] /, '') ?? words.unreachable);

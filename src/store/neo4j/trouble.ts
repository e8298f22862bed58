import { Neo4jError } from 'neo4j-driver';
import { RapporteurError } from '../../errors.js';
import { late } from '../ended.js';

/** Nothing came back in time. */
export class Silence extends Error {
  constructor(within: number) {
    super(`nothing came back within ${within} ms`);
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/** What the driver says without a code: there is no connection to be had, or its pool was given up as it waited for one. */
const UNCODED = /^(Connection acquisition timed out|Pool is closed)/;

/** Whether there is no connection, or none any more. A handshake that is cut is a ProtocolError. */
export const isLost = (error: unknown): boolean =>
  error instanceof Silence ||
  (error instanceof Neo4jError && UNCODED.test(error.message)) ||
  ['ServiceUnavailable', 'SessionExpired', 'ProtocolError'].includes(codeOf(error));

/** Whether the same might go well in a moment: the way was cut, or the server says so itself. */
export const isPassing = (error: unknown): boolean =>
  isLost(error) || /^Neo\.TransientError\.(?!General\.MemoryPoolOutOfMemory)/.test(codeOf(error));

/** What a client is told. */
export function translated(error: unknown, timeLimit: number): unknown {
  if (error instanceof RapporteurError) return error;
  const code = codeOf(error);
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return late(timeLimit);
  const isRefused =
    code.startsWith('Neo.ClientError.Security') || code === 'Neo.ClientError.Database.DatabaseNotFound';
  if (isLost(error) || code.startsWith('Neo.TransientError') || isRefused) {
    const reason = isRefused ? ` (${(error as Error).message})` : '';
    return new RapporteurError(
      'STORE_UNAVAILABLE',
      `Neo4j does not answer${reason}; try again, or look at the server and the NEO4J_ settings`,
      {},
      { cause: error },
    );
  }
  return error;
}

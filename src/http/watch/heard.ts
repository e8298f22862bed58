import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import type { Statement } from './statement.js';
import { traceStatement } from './traces.js';

/** Tells traces and metrics of each statement, and the log of slow ones: with plan and statement, never with their values. */
export const heard =
  (metrics: Metrics | undefined, log: Logger | undefined, slowMs: number) =>
  (statement: Statement): void => {
    const { root, ms, failed, text } = statement;
    traceStatement(statement);
    metrics?.statement(root, ms, failed);
    if (log && ms > slowMs) log.warn({ ms: Math.round(ms), failed, ...text() }, 'slow statement');
  };

import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

interface Statement {
  readonly root: string;
  readonly ms: number;
  readonly failed: boolean;
  text(): { readonly plan: string; readonly statement: string };
}

/** Tells metrics of each statement, and the log of slow ones: with plan and statement, never with their values. */
export const heard =
  (metrics: Metrics | undefined, log: Logger | undefined, slowMs: number) =>
  ({ root, ms, failed, text }: Statement): void => {
    metrics?.statement(root, ms, failed);
    if (log && ms > slowMs) log.warn({ ms: Math.round(ms), failed, ...text() }, 'slow statement');
  };

import type { OperationTypeNode } from 'graphql';
import type { Context } from '../../api/explain.js';
import type { OperationCost } from '../limits/cost.js';

/** An operation as it was asked for, by whichever protocol. */
export interface Asked {
  /** Of the request; of a WebSocket, those it was opened with. */
  readonly headers: ReadonlyMap<string, string>;
  readonly context: Context;
}

/** How an operation ended; nothing of its values. */
export interface Outcome {
  /** Neither where it never came to be one. */
  readonly kind?: OperationTypeNode | undefined;
  readonly name?: string | undefined;
  readonly failed: boolean;
  /** Of its first error. */
  readonly code?: string | undefined;
  readonly cost?: OperationCost | undefined;
}

/** Looks on one operation until it has ended; a subscription ends when nobody listens any more. */
export interface Watching {
  /** Its document is valid; whether it was known, with what was made of it. */
  resolved?(known: boolean): void;
  ended(outcome: Outcome): void;
}

/** Begins to look on an operation; gives nothing where there is nobody to tell. */
export type Watch = (asked: Asked) => Watching | undefined;

/** Several as one. */
export const together =
  (watches: readonly Watch[]): Watch =>
  (asked) => {
    const all = watches.flatMap((watch) => watch(asked) ?? []);
    if (!all.length) return undefined;
    return {
      resolved: (known) => all.forEach((one) => one.resolved?.(known)),
      ended: (outcome) => all.forEach((one) => one.ended(outcome)),
    };
  };

import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import type { Watch } from './watch.js';

/** Tells metrics and log of every operation: its name, how long it took, what it cost, how it ended. Nothing of its values. */
export const telling =
  (metrics: Metrics | undefined, log: Logger | undefined): Watch =>
  ({ headers }) => {
    const begun = performance.now();
    return {
      resolved: (known) => metrics?.document(known),
      ended({ kind, name, code, cost }) {
        const ms = performance.now() - begun;
        metrics?.operation(name, kind ?? '', code ?? '', ms);
        if (cost?.actual !== undefined) metrics?.asked(cost.asked, cost.actual);
        log?.info(
          {
            request: headers.get('x-request-id'),
            operation: name,
            kind: kind ?? '',
            ms: Math.round(ms),
            ...(cost && { asked: cost.asked, actual: cost.actual }),
            ...(code && { code }),
          },
          'operation',
        );
      },
    };
  };

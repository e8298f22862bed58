import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import { Text } from '../../api/answer/text.js';
import type { Context } from '../../api/explain.js';
import type { Metrics } from './metrics.js';
import { outcome } from './outcome.js';

/** Tells metrics and log of every operation: its name, how long it took, what it cost, how it ended. Nothing of its values. */
export function watches(metrics: Metrics | undefined, log: Logger | undefined): ApolloServerPlugin<Context> {
  return {
    requestDidStart({ request }) {
      const begun = performance.now();
      let known = true;
      return Promise.resolve({
        // Apollo parses what it has not kept.
        parsingDidStart: () => Promise.resolve(void (known = false)),
        didResolveOperation: () => Promise.resolve(metrics?.document(known)),
        willSendResponse({ response, operation, operationName }) {
          const ms = performance.now() - begun;
          const { code = '', cost, data } = outcome(response);
          const kind = operation?.operation ?? '';
          metrics?.operation(operationName ?? undefined, kind, code, ms);
          if (cost && data instanceof Text) metrics?.asked(cost.asked, cost.actual);
          log?.info(
            {
              request: request.http?.headers.get('x-request-id'),
              operation: operationName,
              kind,
              ms: Math.round(ms),
              ...(cost && { asked: cost.asked, actual: cost.actual }),
              ...(code && { code }),
            },
            'operation',
          );
          return Promise.resolve();
        },
      });
    },
  };
}

import type { ApolloServerPlugin } from '@apollo/server';
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context } from '../../api/explain.js';
import { outcome } from './outcome.js';

/**
 * A span for each operation, where whoever runs the server has registered OpenTelemetry; nothing where not. It is the child of what the
 * request says (`traceparent`), and named as OpenTelemetry's conventions for GraphQL servers say; values are no part of it.
 */
export function traces(): ApolloServerPlugin<Context> {
  const tracer = trace.getTracer('rapporteur');
  return {
    requestDidStart({ request }) {
      const headers = Object.fromEntries(request.http?.headers ?? []);
      const span = tracer.startSpan(
        'graphql',
        { kind: SpanKind.SERVER },
        propagation.extract(ROOT_CONTEXT, headers),
      );
      if (!span.isRecording()) return Promise.resolve();
      return Promise.resolve({
        willSendResponse({ response, operation, operationName }) {
          const { code, cost, failed } = outcome(response);
          if (operation) span.updateName([operation.operation, operationName].filter(Boolean).join(' '));
          span.setAttributes({
            ...(operation && { 'graphql.operation.type': operation.operation }),
            ...(operationName && { 'graphql.operation.name': operationName }),
            ...(cost && { 'rapporteur.cost.asked': cost.asked, 'rapporteur.cost.actual': cost.actual }),
            ...(code !== undefined && { 'error.type': code }),
          });
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
          return Promise.resolve();
        },
      });
    },
  };
}

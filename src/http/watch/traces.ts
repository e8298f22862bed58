import type { ApolloServerPlugin } from '@apollo/server';
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context } from '../../api/explain.js';
import { outcome } from './outcome.js';
import type { Statement } from './statement.js';

const tracer = () => trace.getTracer('rapporteur');

/**
 * A span for each operation, where whoever runs the server has registered OpenTelemetry; nothing where not. It is the child of what the
 * request says (`traceparent`), and named as OpenTelemetry's conventions for GraphQL servers say; values are no part of it.
 */
export function traces(): ApolloServerPlugin<Context> {
  return {
    requestDidStart({ request, contextValue }) {
      const headers = Object.fromEntries(request.http?.headers ?? []);
      const parent = propagation.extract(ROOT_CONTEXT, headers);
      const span = tracer().startSpan('graphql', { kind: SpanKind.SERVER }, parent);
      if (!span.isRecording()) return Promise.resolve();
      const here = trace.setSpan(parent, span);
      contextValue.within = (work) => context.with(here, work);
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

/** And one for each of its statements, when it has ended: the text of it, which has no values. */
export function traceStatement({ engine, root, ms, failed, text }: Statement): void {
  const startTime = Date.now() - ms;
  const span = tracer().startSpan(root, { kind: SpanKind.CLIENT, startTime }, context.active());
  if (!span.isRecording()) return;
  span.setAttributes({
    'db.system.name': engine.startsWith('SQLite') ? 'sqlite' : 'neo4j',
    'db.query.summary': root,
    'db.query.text': text().statement,
  });
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

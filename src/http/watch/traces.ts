import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Execute } from '../../api/execute.js';
import type { Statement } from './statement.js';
import type { Watch } from './watch.js';

const tracer = () => trace.getTracer('rapporteur');

/**
 * A span for each operation, where whoever runs the server has registered OpenTelemetry; nothing where not. It is the child of what the
 * request says (`traceparent`), and named as OpenTelemetry's conventions for GraphQL servers say; values are no part of it.
 */
export const tracing: Watch = ({ headers, context: carried }) => {
  const parent = propagation.extract(ROOT_CONTEXT, Object.fromEntries(headers));
  const span = tracer().startSpan('graphql', { kind: SpanKind.SERVER }, parent);
  if (!span.isRecording()) return undefined;
  const here = trace.setSpan(parent, span);
  carried.within = (work) => context.with(here, work);
  return {
    ended({ kind, name, code, cost, failed }) {
      if (kind) span.updateName([kind, name].filter(Boolean).join(' '));
      span.setAttributes({
        ...(kind && { 'graphql.operation.type': kind }),
        ...(name && { 'graphql.operation.name': name }),
        ...(cost && { 'rapporteur.cost.asked': cost.asked }),
        ...(cost?.actual !== undefined && { 'rapporteur.cost.actual': cost.actual }),
        ...(code !== undefined && { 'error.type': code }),
      });
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
};

/** Has an operation's statements in its own trace. */
export const inItsTrace =
  (execute: Execute): Execute =>
  (request) =>
    request.context?.within ? request.context.within(() => execute(request)) : execute(request);

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

import cors from 'cors';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';

/** A request's id, where its sender gave it one that is fit for a log. */
const FIT = /^[\w.:-]{1,64}$/;

/** Gives a request an id where it has none that is fit. */
export function identified({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  const id = typeof given === 'string' && FIT.test(given) ? given : randomUUID();
  headers['x-request-id'] = id;
  return id;
}

/**
 * What stands around every request: an id that the log names too, headers that keep browsers from guessing, and pages of
 * other origins only where they were let in.
 */
export function around(origins: readonly string[], inside: RequestListener): RequestListener {
  const across = origins.length
    ? cors({
        origin: origins.includes('*') ? '*' : [...origins],
        methods: ['GET', 'POST'],
        allowedHeaders: ['content-type', 'authorization', 'apollo-require-preflight', 'x-request-id'],
        exposedHeaders: ['x-request-id', 'retry-after'],
        maxAge: 600,
      })
    : undefined;
  return (request, response) => {
    response.setHeader('x-request-id', identified(request));
    response.setHeader('x-content-type-options', 'nosniff');
    if (across) across(request, response, () => void inside(request, response));
    else void inside(request, response);
  };
}

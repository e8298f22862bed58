import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Context } from '../api/explain.js';
import type { Limits } from '../config.js';
import { unreadable } from './errors.js';

type ContextFor = (request: IncomingMessage, response: ServerResponse) => Context;

/**
 * The short way in: what nearly every GraphQL client sends, a POST to /graphql with plain JSON of known length, goes
 * straight to Apollo. Express and its body parser would cost half the throughput. All else goes the long way.
 */
export function door(
  apollo: ApolloServer<Context>,
  { bodyBytes }: Limits,
  contextFor: ContextFor,
  beside: RequestListener,
): RequestListener {
  return (request, response) => {
    if (!isPlain(request, bodyBytes)) return beside(request, response);
    answer(apollo, contextFor, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else send(response, 500, { 'content-type': 'text/plain' }, 'Something went wrong in the server\n');
    });
  };
}

function isPlain({ method, url, headers }: IncomingMessage, most: number): boolean {
  const length = headers['content-length'];
  return (
    method === 'POST' &&
    url === '/graphql' &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined &&
    length !== undefined &&
    Number(length) <= most &&
    /^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')
  );
}

async function answer(
  apollo: ApolloServer<Context>,
  contextFor: ContextFor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await bodyOf(request);
  if (text === undefined) return;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return sendJson(response, 400, unreadable((error as Error).message));
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const {
    status,
    headers: sent,
    body: said,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: () => Promise.resolve(contextFor(request, response)),
  });
  if (said.kind !== 'complete') throw new Error('an answer in pieces was not asked for');
  send(response, status ?? 200, Object.fromEntries(sent), said.string);
}

/** The body, or nothing where the client went away. */
function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () =>
      resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8')),
    );
    request.once('close', () => resolve(undefined));
  });
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const sendJson = (response: ServerResponse, status: number, value: unknown) =>
  send(response, status, { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(value));

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readConfig, type Doors, type Limits } from '../config.js';
import { RapporteurError } from '../errors.js';
import type { Execute } from '../api/execute.js';
import type { Context } from '../api/explain.js';
import type { Subscribe } from '../api/feed.js';
import type { WhoAsks } from '../access/who-asks.js';
import { around } from './closed/around.js';
import { rates } from './closed/rates.js';
import { known, trustedIn, trusts } from './closed/trusted.js';
import { addressOf, contextOf, goneAway } from './context.js';
import { door } from './door.js';
import { formatError, refused, unreadable } from './errors.js';
import { gateway, stringify } from './gateway.js';
import { cost } from './limits/cost.js';
import { documentLimits } from './limits/document.js';
import { limitError } from './limits/over.js';
import { explains } from './explain.js';
import { health } from './health.js';
import { page } from './page.js';
import type { Metrics } from './watch/metrics.js';
import { telling } from './watch/telling.js';
import { inItsTrace, tracing } from './watch/traces.js';
import { together } from './watch/watch.js';
import { watches } from './watch/watches.js';
import type { Logger } from 'pino';
import { streamed } from './streams/streamed.js';
import { serverSentEvents } from './streams/server-sent-events.js';
import { Subscriptions } from './streams/subscriptions.js';
import { webSockets } from './streams/web-sockets.js';

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  /** How operations are carried out. */
  readonly execute: Execute;
  readonly host: string;
  readonly port: number;
  /** The folder of the built page. */
  readonly web: string;
  /** Whether the store answers. */
  readonly healthy: () => Promise<boolean>;
  readonly limits: Limits;
  /** Whether requests may be explained; without it, none is. */
  readonly explain?: boolean;
  /** Who asks, by the header authorization. */
  readonly whoAsks?: WhoAsks;
  /** The changes as they come, for those who subscribe. */
  readonly subscribe?: Subscribe;
  readonly doors?: Doors;
  readonly metrics?: Metrics | undefined;
  readonly log?: Logger | undefined;
}

/**
 * So many documents are kept with what was made of them, the last that were asked. Apollo counts 30 MB of their text, but plans and
 * statements hang on each, which are ten times as large.
 */
const DOCUMENTS = 1000;

/** How long a client may take to send its headers, and its whole request. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
/** How long a connection is kept for another request: longer than proxies keep theirs, or one is closed just as a proxy sends over it. */
const KEPT_MS = 75_000;
/** How long a server that is stopped goes on answering what was asked before. */
const STOP_WITHIN_MS = 10_000;

export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the page, /graphql, /healthz and /readyz. @throws BAD_SETTING where the port is in use or not to be had. */
export async function serve({
  schema,
  execute,
  host,
  port,
  web,
  healthy,
  limits,
  explain = false,
  whoAsks = () => Promise.resolve(undefined),
  subscribe,
  doors = readConfig({}).doors,
  metrics,
  log,
}: ServerOptions): Promise<Listening> {
  const trusted = doors.trustedDocuments ? await trustedIn(doors.trustedDocuments) : undefined;
  const counted = doors.rateLimit === undefined ? undefined : rates(doors.rateLimit, doors.rateStore);
  const watch = together([tracing, ...(metrics || log ? [telling(metrics, log)] : [])]);
  const traced = inItsTrace(execute);
  const plugins: ApolloServerPlugin<Context>[] = [
    ApolloServerPluginLandingPageDisabled(),
    ...(trusted ? [trusts(trusted)] : []),
    cost(limits, counted?.spend),
    explains(explain),
    watches(watch),
  ];
  const apollo = new ApolloServer<Context>({
    gateway: gateway(schema, traced),
    plugins,
    formatError,
    stringifyResult: stringify,
    parseOptions: { maxTokens: limits.tokens },
    documentStore: new InMemoryLRUCache({ maxSize: DOCUMENTS, sizeCalculation: () => 1 }),
    validationRules: [documentLimits(limits)],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    introspection: doors.introspection,
    hideSchemaDetailsFromClientErrors: !doors.introspection,
    ...(trusted && { persistedQueries: { cache: known(trusted) } }),
  });
  await apollo.start();
  const app = express();
  app.disable('x-powered-by');
  app.use(health(healthy));
  if (metrics)
    app.get('/metrics', async (_request, response) => {
      response.type(metrics.contentType).send(await metrics.text());
    });
  const contextOver = (
    request: IncomingMessage,
    authorization = request.headers.authorization,
    signal?: AbortSignal,
  ) => contextOf(whoAsks, authorization, addressOf(request, doors.trustProxy), signal);
  const contextFor = (request: IncomingMessage, response: ServerResponse) =>
    contextOver(request, undefined, goneAway(response));
  const context = ({ req, res }: { req: express.Request; res: express.Response }) =>
    Promise.resolve(contextFor(req, res));
  const subscriptions = subscribe && new Subscriptions(subscribe, limits.subscriptions);
  if (subscriptions) metrics?.subscriptions(() => subscriptions.open);
  const streaming =
    subscriptions &&
    streamed({
      schema,
      execute: traced,
      subscriptions,
      limits,
      trusted,
      introspection: doors.introspection,
      spend: counted?.spend,
      watch,
    });
  const events = streaming && serverSentEvents(streaming, contextFor);
  if (events) app.use('/graphql/stream', events.handler);
  app.use(
    '/graphql',
    express.json({ limit: limits.bodyBytes }),
    expressMiddleware(apollo, { context }),
    badBody(limits),
  );
  app.use(page(web));
  const server = createServer(around(doors.corsOrigins, door(apollo, limits, contextFor, app)));
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.keepAliveTimeout = KEPT_MS;
  const sockets = streaming && webSockets(server, streaming, contextOver);
  await listen(server, host, port);
  const { port: taken } = server.address() as { port: number };
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      events?.close();
      await sockets?.close();
      // What was asked is answered, within a limit; new requests are refused from the first moment, and a connection
      // that is kept for more of them is closed as soon as its answer is out.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      await apollo.stop();
      counted?.close();
    },
  };
}

// express.json answers what it cannot read with a page of its own; a GraphQL client gets an error it understands.
function badBody({ bodyBytes }: Limits): express.ErrorRequestHandler {
  return (error: { status?: number; type?: string; message: string }, _request, response, next) => {
    if (!error.status || error.status >= 500) return next(error);
    const told =
      error.type === 'entity.too.large'
        ? refused(
            limitError({
              limit: 'BODY',
              allowed: bodyBytes,
              message: `The body of the request is larger than ${bodyBytes} bytes, which is as many as are allowed (MAX_BODY_BYTES); ask for less, or send long lists in several requests`,
            }),
          )
        : unreadable(error.message);
    response.status(error.status).json(told);
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use; stop what listens there or set PORT to another`
          : `Cannot listen on ${host}:${port} (${error.message}); set HOST and PORT to others`;
      reject(new RapporteurError('BAD_SETTING', why));
    });
    server.listen(port, host, resolve);
  });
}

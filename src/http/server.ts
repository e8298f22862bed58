import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import { createServer, type Server } from 'node:http';
import type { Limits } from '../config.js';
import { RapporteurError } from '../errors.js';
import type { Execute } from '../api/execute.js';
import type { Context } from '../api/explain.js';
import type { Subscribe } from '../api/feed.js';
import type { WhoAsks } from '../access/who-asks.js';
import { contextOf } from './context.js';
import { door } from './door.js';
import { formatError, refused, unreadable } from './errors.js';
import { gateway, stringify } from './gateway.js';
import { cost } from './limits/cost.js';
import { documentLimits } from './limits/document.js';
import { limitError } from './limits/over.js';
import { explains } from './explain.js';
import { page } from './page.js';
import { streams } from './streams.js';
import { webSockets } from './web-sockets.js';

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
}

/** How long a server that is stopped goes on answering what was asked before. */
const STOP_WITHIN_MS = 10_000;

export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the page, /graphql and /healthz. @throws BAD_SETTING where the port is in use or not to be had. */
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
}: ServerOptions): Promise<Listening> {
  const plugins: ApolloServerPlugin<Context>[] = [
    ApolloServerPluginLandingPageDisabled(),
    cost(limits),
    explains(explain),
  ];
  const apollo = new ApolloServer<Context>({
    gateway: gateway(schema, execute),
    plugins,
    formatError,
    stringifyResult: stringify,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimits(limits)],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    introspection: true,
  });
  await apollo.start();
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', async (_request, response) => {
    const ok = await healthy();
    response.status(ok ? 200 : 503).json({ status: ok ? 'ok' : 'store unavailable' });
  });
  const context = ({ req }: { req: express.Request }) =>
    Promise.resolve(contextOf(whoAsks, req.headers.authorization));
  const streaming = subscribe && { schema, execute, subscribe, whoAsks, limits };
  const events = streaming && streams(streaming);
  if (events) app.use('/graphql/stream', events.handler);
  app.use(
    '/graphql',
    express.json({ limit: limits.bodyBytes }),
    expressMiddleware(apollo, { context }),
    badBody(limits),
  );
  app.use(page(web));
  const server = createServer(door(apollo, limits, whoAsks, app));
  const sockets = streaming && webSockets(server, streaming);
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

import type { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import { setMaxListeners } from 'node:events';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Context } from '../../api/explain.js';
import { identified } from '../closed/around.js';
import type { Streamed } from './streamed.js';

/** GraphQL over WebSocket (the protocol graphql-transport-ws) at /graphql: subscriptions, and all else too. */
export function webSockets(
  server: Server,
  { schema, bodyBytes, prepare, execute, subscribe, shown }: Streamed,
  contextFor: (request: IncomingMessage, authorization: string | undefined, gone: AbortSignal) => Context,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: bodyBytes });
  const gone = new WeakMap<WebSocket, AbortSignal>();
  sockets.on('connection', (socket, request) => {
    identified(request);
    gone.set(socket, closed(socket));
  });
  const { dispose } = useServer(
    {
      schema,
      onSubscribe: async ({ connectionParams, extra }, _id, { query, operationName, variables }) => {
        const said = connectionParams?.['authorization'];
        const authorization = typeof said === 'string' ? said : undefined;
        const { request, socket } = extra;
        const context = contextFor(request, authorization, gone.get(socket as WebSocket)!);
        const asked = await prepare({ query, operationName, variables }, request.headers, context);
        return 'errors' in asked ? asked.errors : asked;
      },
      execute: execute as never,
      subscribe: subscribe as never,
      onNext: (_context, _id, _payload, _args, result) => shown(result),
      onError: (_context, _id, _payload, errors) => shown({ errors }).errors as GraphQLError[],
    },
    sockets,
  );
  return {
    async close() {
      await dispose();
    },
  };
}

/** Given when a socket has closed; as many as it carries out at once may wait for that. */
function closed(socket: WebSocket): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  socket.once('close', () => controller.abort());
  return controller.signal;
}

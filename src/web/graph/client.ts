import { createClient } from 'graphql-sse';
import { cacheExchange, Client, fetchExchange, subscriptionExchange } from 'urql';
import { token } from './token.js';

const headers = (): Record<string, string> => {
  const own = token.get();
  return own ? { authorization: `Bearer ${own}` } : {};
};

/** The changes as they come; a server that is gone for a while is asked again. */
const stream = createClient({ url: '/graphql/stream', headers, retryAttempts: 20 });

/** Asks the server that this page came from; what was asked once is kept until something changes. */
export const client = new Client({
  url: '/graphql',
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({
          unsubscribe: stream.subscribe(
            { query, variables: variables as Record<string, unknown> },
            sink as never,
          ),
        }),
      }),
    }),
  ],
  preferGetMethod: false,
  fetchOptions: () => ({ headers: headers() }),
});

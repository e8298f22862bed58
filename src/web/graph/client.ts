import { cacheExchange, Client, fetchExchange } from 'urql';
import { token } from './token.js';

/** Asks the server that this page came from; what was asked once is kept until something changes. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: () => {
    const own = token.get();
    return own ? { headers: { authorization: `Bearer ${own}` } } : {};
  },
});

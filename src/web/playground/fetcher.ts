import type { GraphiQLProps } from 'graphiql';

/** Asks the server that this page came from. */
export const fetcher: GraphiQLProps['fetcher'] = async (body, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...options?.headers,
    },
    body: JSON.stringify(body),
  });
  return response.json();
};

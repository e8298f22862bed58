import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { Explanation, type Context } from '../api/explain.js';

/** Who is told how a request was answered: where the setting allows it, whoever asks. A token's scope would decide here. */
function mayExplain(allowed: boolean, { extensions }: GraphQLRequest): boolean {
  return allowed && extensions?.['explain'] === true;
}

/**
 * Answers a request whose own `extensions` hold `explain: true` with `extensions.explain`. Where that may not be, the
 * request is answered as any other: what a client writes for one server must not fail at the next.
 */
export function explains(allowed: boolean): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      if (!mayExplain(allowed, request)) return;
      const explanation = (contextValue.explanation = new Explanation());
      return {
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single' || !explanation.fields.length) return;
          body.singleResult.extensions = { ...body.singleResult.extensions, explain: explanation };
        },
      };
    },
  };
}

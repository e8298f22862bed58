import type { Client, CombinedError } from 'urql';
import type { ResultOf } from '../graph/graphql.js';
import { words } from '../words.js';
import { accept, keepApart, reject, relink, type ProposalFields } from './proposals.js';

/** What came of asking for a change. */
export type Answered = PromiseLike<{
  readonly data?: { readonly change: { readonly id: string } } | undefined;
  readonly error?: CombinedError | undefined;
}>;

/** What a curator decides on a proposal, and how it is asked for. */
export interface Decision {
  readonly what: string;
  ask(client: Client): Answered;
}

/** The decision of a key on a proposal; undefined where it means none. */
export function decisionOf(key: string, fact: ResultOf<typeof ProposalFields>): Decision | undefined {
  const { id } = fact;
  if (key === 'a') return { what: words.accepted, ask: (client) => client.mutation(accept, { id }) };
  if (key === 'r') return { what: words.rejected, ask: (client) => client.mutation(reject, { id }) };
  if (key === 'd' && fact.__typename === 'Match') {
    const [a, b] = [fact.a.id, fact.b.id];
    return { what: words.keptApart, ask: (client) => client.mutation(keepApart, { a, b }) };
  }
  if (!/^[1-9]$/.test(key) || fact.__typename !== 'Mention') return undefined;
  const to = fact.candidates[Number(key) - 1]?.entity.id;
  return to ? { what: words.linked, ask: (client) => client.mutation(relink, { id, to }) } : undefined;
}

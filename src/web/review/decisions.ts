import type { Client, CombinedError } from 'urql';
import type { ResultOf } from '../graph/graphql.js';
import { words } from '../words.js';
import type { FactFields } from '../fact/fields.js';
import { create } from './asked.js';
import { accept, keepApart, reject, relink, undo } from './proposals.js';

/** What came of asking for a change: its id, and those that were made for it before. */
export type Answered = PromiseLike<{
  readonly data?:
    { readonly change: { readonly id: string }; readonly before?: readonly string[] } | undefined;
  readonly error?: CombinedError | undefined;
}>;

/** What a curator decides on a proposal, and how it is asked for. */
export interface Decision {
  readonly what: string;
  ask(client: Client): Answered;
}

/** The decision of a key on a proposal; undefined where it means none. */
export function decisionOf(key: string, fact: ResultOf<typeof FactFields>): Decision | undefined {
  const { id } = fact;
  if (key === 'a') return { what: words.accepted, ask: (client) => client.mutation(accept, { id }) };
  if (key === 'r') return { what: words.rejected, ask: (client) => client.mutation(reject, { id }) };
  if (key === 'd' && fact.__typename === 'Match') {
    const [a, b] = [fact.a.id, fact.b.id];
    return { what: words.keptApart, ask: (client) => client.mutation(keepApart, { a, b }) };
  }
  if (!/^[1-9]$/.test(key) || fact.__typename !== 'Mention') return undefined;
  const to = fact.candidates[Number(key) - 1]?.entity.id;
  return to ? linkTo(id, to) : undefined;
}

export const linkTo = (mention: string, to: string): Decision => ({
  what: words.linked,
  ask: (client) => client.mutation(relink, { id: mention, to }),
});

/** Kinds of entities that a name may be the first to name, by their keys. */
export const kinds = {
  p: { type: 'Person', set: {} },
  o: { type: 'Organization', set: { kind: 'OTHER' } },
  l: { type: 'Place', set: { kind: 'OTHER' } },
  v: { type: 'Venue', set: {} },
  e: { type: 'Event', set: {} },
  d: { type: 'Document', set: {} },
  t: { type: 'Topic', set: {} },
} as const;

/** Makes somebody or something new of a mention's name and links the mention to it; both or neither. */
export const makeNew = (mention: string, name: string, kind: keyof typeof kinds): Decision => ({
  what: words.made,
  async ask(client) {
    const { type, set } = kinds[kind];
    const made = await client.mutation(create, { record: { type, id: null, set: { ...set, name } } });
    const to = made.data?.change.touched.nodes[0]?.id;
    if (!made.data || !to) return { error: made.error };
    const linked = await client.mutation(relink, { id: mention, to });
    if (linked.data) return { data: { change: linked.data.change, before: [made.data.change.id] } };
    await client.mutation(undo, { change: made.data.change.id });
    return { error: linked.error };
  },
});

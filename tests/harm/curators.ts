import { numbers } from '../numbers.js';

/** Sends a mutation; the answer's data, or what it was refused with. */
export type Send = (
  query: string,
  variables: Record<string, unknown>,
) => Promise<{
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string }[];
}>;

const GIVEN = ['Ann', 'Bo', 'Cho', 'Dae', 'Eva', 'Fen'];
const FAMILY = ['Linde', 'Sung', 'Moretti', 'Okafor'];

/**
 * What a curator does all day, one thing after another until told to stop: writes people and meetings, reads articles, merges who may
 * be one, takes back what he did. Everything is recorded that the server confirmed: the ids of changes.
 */
export async function curator(
  name: string,
  send: Send,
  { seed, until, confirmed }: { seed: number; until: () => boolean; confirmed: (change: string) => void },
): Promise<void> {
  const below = numbers(seed);
  const mine: string[] = [];
  const people: string[] = [];
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const take = async (query: string, variables: Record<string, unknown>): Promise<string | undefined> => {
    const { data } = await send(query, variables);
    const [answer] = Object.values(data ?? {}) as ({ id?: string; change?: { id: string } | null } | null)[];
    const id = answer?.id ?? answer?.change?.id;
    if (!id) return undefined;
    confirmed(id);
    mine.push(id);
    return id;
  };
  for (let i = 0; !until(); i++) {
    const kind = people.length < 2 ? 0 : below(4);
    const who = `${one(GIVEN)} ${one(FAMILY)}`;
    if (kind === 0) {
      const slug = `${name}-${i}`;
      const upserts = [
        { type: 'Person', id: `person:${slug}`, set: { name: `${who} ${slug}` } },
        {
          type: 'Meeting',
          id: `meeting:${slug}`,
          set: { name: `Talks ${slug}`, kind: 'TALKS', status: 'HELD', when: '2019-10-05' },
        },
        {
          type: 'Participation',
          id: `participation:${slug}`,
          set: { meeting: `meeting:${slug}`, participant: `person:${slug}`, capacity: 'DELEGATE' },
        },
      ];
      if (await take('mutation($c: ChangeSetInput!) { write(changes: $c) { id } }', { c: { upserts } }))
        people.push(`person:${slug}`);
    } else if (kind === 1) {
      const text = `${who} said on Monday that the talks of ${name} were "good", round ${i}. ${one(GIVEN)} ${one(FAMILY)} denied that there had been talks.`;
      await take('mutation($a: ArticleInput!) { readArticle(input: $a) { change { id } } }', {
        a: { title: `Talks of ${name}, ${i}`, text, published: '2019-10-07', licence: 'CC-BY-4.0' },
      });
    } else if (kind === 2) {
      const from = people.splice(below(people.length), 1)[0]!;
      await take('mutation($from: [ID!]!, $into: ID!) { merge(ids: $from, into: $into) { id } }', {
        from: [from],
        into: one(people),
      });
    } else if (mine.length)
      await take('mutation($id: ID!) { undo(change: $id) { id } }', {
        id: mine[mine.length - 1 - below(Math.min(3, mine.length))],
      });
  }
}

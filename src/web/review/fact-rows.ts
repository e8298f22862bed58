import type { ResultOf } from '../graph/graphql.js';
import { plain } from '../words.js';
import type { facts } from './asked.js';

type Entity = Extract<NonNullable<ResultOf<typeof facts>['node']>, { readonly mentions: unknown }>;

/** The facts of an entity as lines that one can choose among. */
export function factRows(of: Entity) {
  return [
    ...('statements' in of
      ? of.statements.nodes.map(({ id, text, said }) => ({
          id,
          kind: 'STATEMENT',
          text: [said, text].filter(Boolean).join(': '),
        }))
      : []),
    ...('roles' in of ? of.roles.nodes.map(({ id, title }) => ({ id, kind: 'ROLE', text: title })) : []),
    ...('participations' in of
      ? of.participations.nodes.map(({ id, capacity, meeting }) => ({
          id,
          kind: 'PARTICIPATION',
          text: `${plain(capacity)}, ${meeting.name}`,
        }))
      : []),
    ...of.mentions.nodes.map(({ id, exact, article }) => ({
      id,
      kind: 'MENTION',
      text: `“${exact}”, ${article.title}`,
    })),
  ];
}

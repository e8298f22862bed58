import { Contested, ContestedFields } from '../panel/contested.js';
import { Moved, MovedFields } from '../claim/moved.js';
import { graphql } from '../graph/graphql.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { Said, SaidFields } from '../panel/statement.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';

const topic = graphql(
  `
    query Topic($id: ID!) {
      topic(id: $id) {
        id
        name
        description
        claims(first: 30) {
          totalCount
          nodes {
            ...ContestedFields
            ...MovedFields
          }
        }
        discussedIn(first: 50, orderBy: [{ said: DESC }]) {
          totalCount
          nodes {
            ...SaidFields
          }
        }
      }
    }
  `,
  [ContestedFields, MovedFields, SaidFields],
);

/** A topic: who affirms and who denies what of it, and all that was said. */
export function TopicView({ id }: { readonly id: string }) {
  return (
    <View document={topic} variables={{ id }}>
      {({ data: { topic: found }, errorAt, at }) =>
        found ? (
          <>
            <Heading kind={words.topic} name={found.name}>
              {found.description && <p dir="auto">{found.description}</p>}
            </Heading>
            <Moved of={found.claims.nodes} part={at('topic.claims.nodes.over', 'topic.claims.nodes.text')} />
            <Panel title={words.claims} {...at('topic.claims')}>
              <Contested of={found.claims.nodes} />
              {!found.claims.nodes.length && <p>{words.empty}</p>}
            </Panel>
            <Panel
              title={`${words.statements} (${found.discussedIn.totalCount})`}
              {...at('topic.discussedIn')}
            >
              {found.discussedIn.nodes.map((said) => (
                <Said key={said.id} of={said} />
              ))}
            </Panel>
          </>
        ) : (
          <p className="state failed">{errorAt('topic') ?? words.gone(id)}</p>
        )
      }
    </View>
  );
}

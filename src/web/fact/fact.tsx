import { Link } from '../address/link.js';
import { graphql, readFragment } from '../graph/graphql.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';
import { FactFields } from './fields.js';
import { FactShown } from './shown.js';

const fact = graphql(
  `
    query Fact($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Fact {
          ...FactFields
          review
          recordedAt
          recordedBy
        }
      }
    }
  `,
  [FactFields],
);

/** A single fact, such as a mention or an office: what it says, and the passages it rests on. */
export function FactView({ id }: { readonly id: string }) {
  return (
    <View document={fact} variables={{ id }}>
      {({ data: { node }, errorAt, at }) => {
        if (!node || !('review' in node))
          return <p className="state failed">{errorAt('node') ?? words.gone(id)}</p>;
        const shown = readFragment(FactFields, node);
        return (
          <>
            <Heading
              kind={`${plain(node.review)} · ${node.recordedBy} ${node.recordedAt.slice(0, 10)}`}
              name={plain(node.__typename)}
            />
            <FactShown of={shown} />
            <Panel title={words.evidence} {...at('node.evidence')}>
              <ul>
                {shown.evidence.map(({ exact, confidence, article }, i) => (
                  <li key={i}>
                    {exact && <q dir="auto">{exact}</q>} {Math.round(confidence * 100)} %{' '}
                    {article && <Link to={article.id}>{article.title}</Link>}
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        );
      }}
    </View>
  );
}

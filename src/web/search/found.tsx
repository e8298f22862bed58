import { useAsked } from '../address/address.js';
import { Link } from '../address/link.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';
import { Marked } from './marked.js';
import { search } from './search.js';

/** All that a search found, best first. */
export function FoundView() {
  const text = useAsked().get('q') ?? '';
  return (
    <View key={text} document={search} variables={{ text, kinds: null, first: 50, after: null }}>
      {({ data, at }) => (
        <>
          <title>{`${text} – ${words.name}`}</title>
          <h1>“{text}”</h1>
          <Panel
            title={words.found(data.search?.totalCount ?? 0)}
            {...at('search')}
            rows={data.search?.edges.map(({ highlight, node }) => ({
              kind: node.__typename,
              id: node.id,
              text: highlight.replace(/<\/?mark>/g, ''),
            }))}
          >
            {data.search?.edges.length ? (
              <ol className="found">
                {data.search.edges.map(({ highlight, node }) => (
                  <li key={node.id}>
                    <span className="kind">{plain(node.__typename)}</span>
                    <Link to={node.id}>
                      <Marked text={highlight} />
                    </Link>
                  </li>
                ))}
              </ol>
            ) : (
              <p>{words.nothingFound(text)}</p>
            )}
          </Panel>
        </>
      )}
    </View>
  );
}

import { useQuery } from 'urql';
import { useAsked } from '../address/address.js';
import { Link } from '../address/link.js';
import type { ResultOf } from '../graph/graphql.js';
import { failureOf } from '../panel/failure.js';
import { More } from '../panel/more.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';
import { Marked } from './marked.js';
import { search } from './search.js';

const PAGE = 50;

type Found = ResultOf<typeof search>['search'];

/** All that a search found, best first, a page at a time. */
export function FoundView() {
  const text = useAsked().get('q') ?? '';
  return (
    <View key={text} document={search} variables={{ text, kinds: null, first: PAGE, after: null }}>
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
              <Hits of={data.search} text={text} />
            ) : (
              <p>{words.nothingFound(text)}</p>
            )}
          </Panel>
        </>
      )}
    </View>
  );
}

function Hits({ of: { edges, pageInfo }, text }: { readonly of: Found; readonly text: string }) {
  return (
    <>
      <ol className="found">
        {edges.map(({ highlight, node }) => (
          <li key={node.id}>
            <span className="kind">{plain(node.__typename)}</span>
            <Link to={node.id}>
              <Marked text={highlight} />
            </Link>
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <More what={words.next}>
          <Next text={text} after={pageInfo.endCursor} />
        </More>
      )}
    </>
  );
}

function Next({ text, after }: { readonly text: string; readonly after: string | null }) {
  const variables = { text, kinds: null, first: PAGE, after };
  const [{ data, error }] = useQuery({ query: search, variables });
  if (error) return <p className="failed">{failureOf(error)}</p>;
  return data ? <Hits of={data.search} text={text} /> : <p>{words.loading}</p>;
}

import { graphql } from '../graph/graphql.js';
import { day } from '../panel/days.js';
import { Heading } from '../panel/heading.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { Marked } from './marked.js';

const article = graphql(`
  query Article($id: ID!) {
    article(id: $id) {
      id
      title
      url
      published
      byline
      dateline
      licence
      body
      publisher {
        id
        name
      }
      reports(first: 100) {
        totalCount
        nodes {
          id
          form
          speakerAs
          text
          spans {
            role
            start
            end
            exact
          }
          statement {
            id
            speaker {
              __typename
              id
              name
            }
          }
        }
      }
      mentions(first: 100) {
        totalCount
        nodes {
          id
          start
          end
          exact
          entity {
            __typename
            id
            name
          }
        }
      }
    }
  }
`);

/** An article: its text with what was read of it marked, or its quotations where the text is not shown. */
export function ArticleView({ id }: { readonly id: string }) {
  return (
    <View document={article} variables={{ id }}>
      {({ data: { article: found }, query, errorAt }) => {
        if (!found) return <p className="state failed">{errorAt('article') ?? words.gone(id)}</p>;
        return (
          <>
            <Heading kind={<>article</>} name={found.title}>
              <p>
                {[found.publisher?.name, found.byline, day(found.published), found.licence]
                  .filter(Boolean)
                  .join(' · ')}
                {found.url && /^https?:/.test(found.url) && (
                  <>
                    {' · '}
                    <a href={found.url} rel="noreferrer noopener">
                      {new URL(found.url).host}
                    </a>
                  </>
                )}
              </p>
            </Heading>
            <Marked of={found} query={query} error={errorAt('article', 'reports')} />
          </>
        );
      }}
    </View>
  );
}

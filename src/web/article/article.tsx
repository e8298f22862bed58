import { useState } from 'react';
import { graphql } from '../graph/graphql.js';
import { day } from '../panel/days.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { Facts } from './facts.js';
import { factsOf } from './marks.js';
import { Text } from './text.js';

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
  const [pointed, point] = useState<string>();
  return (
    <View document={article} variables={{ id }}>
      {({ data: { article: found }, query, errorAt }) => {
        if (!found) return <p className="state failed">{errorAt('article') ?? words.gone(id)}</p>;
        const facts = factsOf(found.reports.nodes, found.mentions.nodes);
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
            {found.body === null && <p>{words.notKept}</p>}
            <div className={found.body === null ? '' : 'columns text-and-facts'}>
              {found.body !== null && (
                <Panel title={words.text}>
                  <Text body={found.body} facts={facts} pointed={pointed} point={point} />
                </Panel>
              )}
              <Panel
                title={words.facts}
                query={query}
                data={found.reports}
                error={errorAt('article', 'reports')}
              >
                <Facts of={facts} pointed={pointed} point={point} />
              </Panel>
            </div>
          </>
        );
      }}
    </View>
  );
}

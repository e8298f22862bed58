import { graphql } from '../graph/graphql.js';
import { day } from '../panel/days.js';
import { Heading } from '../panel/heading.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { Attach } from './attach.js';
import { Marked, MarkedFields } from './marked.js';

const article = graphql(
  `
    query Article($id: ID!) {
      article(id: $id) {
        id
        title
        url
        published
        byline
        dateline
        licence
        publisher {
          id
          name
        }
        ...MarkedFields
      }
    }
  `,
  [MarkedFields],
);

/** An article: its text with what was read of it marked, or its quotations where the text is not shown. */
export function ArticleView({ id }: { readonly id: string }) {
  return (
    <View document={article} variables={{ id }}>
      {({ data: { article: found }, errorAt, at }) => {
        if (!found) return <p className="state failed">{errorAt('article') ?? words.gone(id)}</p>;
        return (
          <>
            <Heading kind={words.article} name={found.title}>
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
            {found.body === null && <Attach article={found.id} />}
            <Marked of={found} part={at('article.reports', 'article.mentions')} />
          </>
        );
      }}
    </View>
  );
}

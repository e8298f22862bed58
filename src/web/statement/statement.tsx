import { Link } from '../address/link.js';
import { graphql } from '../graph/graphql.js';
import { day } from '../panel/days.js';
import { Panel } from '../panel/panel.js';
import { Said, SaidFields } from '../panel/statement.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';

const statement = graphql(
  `
    query Statement($id: ID!) {
      statement(id: $id) {
        ...SaidFields
        id
        text
        channel
        audience
        saidAt {
          id
          name
        }
        about(first: 20) {
          nodes {
            __typename
            id
            name
          }
        }
        reports(first: 30) {
          totalCount
          nodes {
            id
            form
            text
            speakerAs
            article {
              id
              title
              published
              publisher {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [SaidFields],
);

/** A statement: its words, what it is about, and each report of it in its article. */
export function StatementView({ id }: { readonly id: string }) {
  return (
    <View document={statement} variables={{ id }}>
      {({ data: { statement: found }, errorAt, at }) =>
        found ? (
          <>
            <header className="title">
              <title>{`“${found.text.slice(0, 60)}” – ${words.name}`}</title>
              <h1 className="kind">{words.statement}</h1>
              <Said of={found} />
              <p>
                {found.channel && plain(found.channel)}
                {found.audience && ` ${words.to} ${found.audience}`}
                {found.saidAt && (
                  <>
                    {` ${words.at} `}
                    <Link to={found.saidAt.id}>{found.saidAt.name}</Link>
                  </>
                )}
              </p>
              <ul className="tags">
                {found.about.nodes.map((entity) => (
                  <li key={entity.id}>
                    <Link to={entity.id}>{entity.name}</Link>
                  </li>
                ))}
              </ul>
            </header>
            <Panel title={words.reports} {...at('statement.reports')}>
              <ol className="reports">
                {found.reports.nodes.map(({ id, form, text, speakerAs, article }) => (
                  <li key={id}>
                    <q dir="auto">{text}</q>
                    <p className="by">
                      <span className="kind">{plain(form)}</span>
                      {speakerAs && <span dir="auto">“{speakerAs}”</span>}
                      <Link to={article.id}>{article.title}</Link>
                      <time>{day(article.published)}</time>
                      {article.publisher?.name}
                    </p>
                  </li>
                ))}
              </ol>
            </Panel>
          </>
        ) : (
          <p className="state failed">{errorAt('statement') ?? words.gone(id)}</p>
        )
      }
    </View>
  );
}

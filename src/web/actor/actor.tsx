import { Link } from '../address/link.js';
import { graphql } from '../graph/graphql.js';
import { Timeline } from '../chart/timeline.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { Said, SaidFields } from '../panel/statement.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';
import { Meetings, MetFields } from './meetings.js';
import { Offices, OfficeFields } from './offices.js';

const actor = graphql(
  `
    query Actor($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Actor {
          name
          description
          aliases {
            text
            kind
          }
          country {
            id
            name
          }
          statements(first: 50, orderBy: [{ said: DESC }]) {
            totalCount
            nodes {
              ...SaidFields
            }
            groups(by: [YEAR], first: 100) {
              key
              count
            }
          }
          spokenFor(first: 50, orderBy: [{ said: DESC }]) {
            totalCount
            nodes {
              ...SaidFields
            }
            speakers: groups(by: [SPEAKER], first: 10) {
              key
              label
              count
              node {
                id
              }
            }
            groups(by: [YEAR], first: 100) {
              key
              count
            }
          }
          meetings(first: 50, orderBy: [{ when: DESC }]) {
            totalCount
            nodes {
              ...MetFields
            }
          }
        }
        ... on Person {
          roles(first: 60, orderBy: [{ began: ASC }]) {
            nodes {
              ...OfficeFields
            }
          }
        }
      }
    }
  `,
  [SaidFields, MetFields, OfficeFields],
);

/** A person, a country or an organization: offices, what they said, whom they met, who spoke for them. */
export function ActorView({ id }: { readonly id: string }) {
  return (
    <View document={actor} variables={{ id }}>
      {({ data: { node }, query, errorAt }) => {
        if (!node || !('statements' in node))
          return <p className="state failed">{errorAt('node') ?? words.gone(id)}</p>;
        // A state is heard through those who speak for it.
        const heard = node.statements.totalCount ? node.statements : node.spokenFor;
        const years = heard.groups.map(({ key, count }) => ({ year: Number(key), count }));
        return (
          <>
            <Heading kind={plain(node.__typename)} name={node.name}>
              {node.description && <p dir="auto">{node.description}</p>}
              {node.aliases.length > 0 && (
                <p className="aliases" dir="auto">
                  {node.aliases.map((a) => a.text).join(' · ')}
                </p>
              )}
            </Heading>
            <div className="columns">
              {'roles' in node && (
                <Panel
                  title={words.offices}
                  query={query}
                  data={node.roles}
                  error={errorAt('node', 'roles')}
                  isPicture
                >
                  <Offices of={node.roles.nodes} />
                </Panel>
              )}
              {years.length > 0 && (
                <Panel title={words.overTime} query={query} data={heard.groups} rows={years} isPicture>
                  <Timeline of={years} what="statements" />
                </Panel>
              )}
              {node.spokenFor.totalCount > 0 && (
                <Panel
                  title={words.spokenFor}
                  query={query}
                  data={node.spokenFor}
                  rows={node.spokenFor.speakers.map(({ label, count }) => ({
                    speaker: label,
                    statements: count,
                  }))}
                >
                  <ol className="counts">
                    {node.spokenFor.speakers.map(({ key, label, count, node: speaker }) => (
                      <li key={key}>
                        {speaker ? <Link to={speaker.id}>{label}</Link> : <span>{words.nobody}</span>}{' '}
                        <span>{count}</span>
                      </li>
                    ))}
                  </ol>
                </Panel>
              )}
              <Panel
                title={`${words.statements} (${heard.totalCount})`}
                query={query}
                data={heard.nodes}
                error={errorAt('node', 'statements')}
              >
                {heard.nodes.map((said) => (
                  <Said key={said.id} of={said} />
                ))}
                {!heard.nodes.length && <p>{words.empty}</p>}
              </Panel>
              <Panel
                title={`${words.metWith} (${node.meetings.totalCount})`}
                query={query}
                data={node.meetings}
                error={errorAt('node', 'meetings')}
              >
                <Meetings of={node.meetings.nodes} />
              </Panel>
            </div>
          </>
        );
      }}
    </View>
  );
}

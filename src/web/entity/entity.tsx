import { Link } from '../address/link.js';
import { spotOf } from '../chart/spot.js';
import { World } from '../chart/world.js';
import { graphql } from '../graph/graphql.js';
import { Meetings, MetFields } from '../panel/meetings.js';
import { day } from '../panel/days.js';
import { EntityHeading } from '../panel/entity-heading.js';
import { Panel } from '../panel/panel.js';
import { AllSaid, SaidFields } from '../panel/statement.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';

const entity = graphql(
  `
    query Entity($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Entity {
          name
          description
          aliases {
            text
          }
          discussedIn(first: 50, orderBy: [{ said: DESC }]) {
            totalCount
            nodes {
              ...SaidFields
            }
          }
        }
        ... on Place {
          latitude
          longitude
          country {
            id
            name
          }
          meetings(first: 100, orderBy: [{ when: DESC }]) {
            totalCount
            nodes {
              ...MetFields
            }
          }
        }
        ... on Venue {
          latitude
          longitude
          country {
            id
            name
          }
          meetings(first: 100, orderBy: [{ when: DESC }]) {
            totalCount
            nodes {
              ...MetFields
            }
          }
        }
        ... on MeetingSeries {
          meetings(first: 100, orderBy: [{ when: DESC }]) {
            totalCount
            nodes {
              ...MetFields
            }
          }
        }
        ... on Event {
          when
          country {
            id
            name
          }
        }
        ... on Document {
          when
          adoptedAt {
            id
            name
          }
          statements(first: 50) {
            totalCount
            nodes {
              ...SaidFields
            }
          }
        }
      }
    }
  `,
  [SaidFields, MetFields],
);

/** A place, a venue, a series of meetings, an event or a document: what it is, who met there, what is said of it. */
export function EntityView({ id }: { readonly id: string }) {
  return (
    <View document={entity} variables={{ id }}>
      {({ data: { node }, errorAt, at }) => {
        if (!node || !('discussedIn' in node))
          return <p className="state failed">{errorAt('node') ?? words.gone(id)}</p>;
        const country = 'country' in node ? node.country : undefined;
        const adopted = 'adoptedAt' in node ? node.adoptedAt : undefined;
        const spot = 'latitude' in node ? spotOf(node, node.name) : [];
        return (
          <>
            <EntityHeading of={node}>
              <p>
                {'when' in node && node.when && <time>{day(node.when)} </time>}
                {country && <Link to={country.id}>{country.name}</Link>}
                {adopted && <Link to={adopted.id}>{adopted.name}</Link>}
              </p>
            </EntityHeading>
            <div className="columns">
              {spot.length > 0 && (
                <Panel title={words.where} {...at('node.latitude', 'node.longitude')} isPicture="svg">
                  <World of={spot} isNear />
                </Panel>
              )}
              {'meetings' in node && (
                <Panel title={`${words.metWith} (${node.meetings.totalCount})`} {...at('node.meetings')}>
                  <Meetings of={node.meetings.nodes} />
                </Panel>
              )}
              {'statements' in node && (
                <Panel title={`${words.inIt} (${node.statements.totalCount})`} {...at('node.statements')}>
                  <AllSaid of={node.statements.nodes} />
                </Panel>
              )}
              <Panel title={`${words.saidOfIt} (${node.discussedIn.totalCount})`} {...at('node.discussedIn')}>
                <AllSaid of={node.discussedIn.nodes} />
              </Panel>
            </div>
          </>
        );
      }}
    </View>
  );
}

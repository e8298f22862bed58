import { graphql, readFragment } from '../graph/graphql.js';
import { Counts } from '../panel/counts.js';
import { EntityHeading } from '../panel/entity-heading.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { Company, CompanyFields } from './company.js';
import { Heard, HeardFields } from './heard.js';
import { Meetings, MetFields } from '../panel/meetings.js';
import { Offices, OfficeFields } from './offices.js';
import { SaidBy } from './said-by.js';

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
          statements {
            ...HeardFields
          }
          spokenFor {
            ...HeardFields
            speakers: groups(by: [SPEAKER], first: 10) {
              key
              label
              count
              node {
                id
              }
            }
          }
          meetings(first: 30, orderBy: [{ when: DESC }]) {
            totalCount
            nodes {
              ...MetFields
            }
            ...CompanyFields
          }
          mentions {
            totalCount
            groups(by: [EXACT], first: 20) {
              key
              count
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
  [HeardFields, CompanyFields, MetFields, OfficeFields],
);

/** A person, a country or an organization: offices, what they said, whom they met, who spoke for them. */
export function ActorView({ id }: { readonly id: string }) {
  return (
    <View document={actor} variables={{ id }} isLive>
      {({ data: { node }, errorAt, at }) => {
        if (!node || !('statements' in node))
          return <p className="state failed">{errorAt('node') ?? words.gone(id)}</p>;
        // A state is heard through those who speak for it.
        const own = readFragment(HeardFields, node.statements);
        const through = readFragment(HeardFields, node.spokenFor);
        const [heard, as] = own.totalCount ? [own, 'statements' as const] : [through, 'spokenFor' as const];
        return (
          <>
            <EntityHeading of={node} />
            <div className="columns">
              {'roles' in node && (
                <Panel title={words.offices} {...at('node.roles')} isPicture="svg">
                  <Offices of={node.roles.nodes} />
                </Panel>
              )}
              <Heard of={heard} part={at(`node.${as}.groups`)} topics={at(`node.${as}.topics`)} />
              {through.totalCount > 0 && (
                <Panel
                  title={words.spokenFor}
                  {...at('node.spokenFor.speakers')}
                  rows={node.spokenFor.speakers.map(({ label, count }) => ({
                    speaker: label,
                    statements: count,
                  }))}
                >
                  <Counts of={node.spokenFor.speakers} />
                </Panel>
              )}
              <SaidBy id={id} as={as} key={as} />
              <Company
                of={node.meetings}
                id={id}
                who={at(id.startsWith('person:') ? 'node.meetings.company' : 'node.meetings.parties')}
                where={at('node.meetings.places')}
              />
              <Panel title={`${words.metWith} (${node.meetings.totalCount})`} {...at('node.meetings.nodes')}>
                <Meetings of={node.meetings.nodes} />
              </Panel>
              {node.mentions.totalCount > 0 && (
                <Panel
                  title={words.namedAs}
                  {...at('node.mentions.groups')}
                  rows={node.mentions.groups.map(({ key, count }) => ({ name: key, times: count }))}
                >
                  <Counts of={node.mentions.groups.map((group) => ({ ...group, label: group.key }))} />
                </Panel>
              )}
            </div>
          </>
        );
      }}
    </View>
  );
}

import { Link } from '../address/link.js';
import { spotOf } from '../chart/spot.js';
import { World } from '../chart/world.js';
import { graphql } from '../graph/graphql.js';
import { Contested, ContestedFields } from '../panel/contested.js';
import { day } from '../panel/days.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { SaidFields } from '../panel/statement.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';
import { Accounts } from './accounts.js';
import { Rounds, RoundFields } from './rounds.js';
import { WhoMet, WhoMetFields } from './who-met.js';

const meeting = graphql(
  `
    query Meeting($id: ID!) {
      meeting(id: $id) {
        id
        name
        description
        kind
        level
        status
        when
        round
        venue {
          id
          name
          latitude
          longitude
        }
        place {
          id
          name
          latitude
          longitude
          within {
            id
            name
            latitude
            longitude
          }
        }
        country {
          id
          name
        }
        participations(first: 100) {
          nodes {
            ...WhoMetFields
          }
        }
        statements(first: 100, orderBy: [{ said: ASC }]) {
          nodes {
            ...SaidFields
          }
        }
        discussedIn(first: 100, orderBy: [{ said: ASC }]) {
          nodes {
            ...SaidFields
          }
        }
        claims(where: { contested: true }, first: 20) {
          nodes {
            ...ContestedFields
          }
        }
        documents(first: 20) {
          nodes {
            id
            name
            when
          }
        }
        series {
          id
          name
          meetings(first: 50, orderBy: [{ when: ASC }]) {
            nodes {
              ...RoundFields
            }
          }
        }
      }
    }
  `,
  [WhoMetFields, SaidFields, ContestedFields, RoundFields],
);

/** A meeting: who met, where and when; what each side says of it, and what they dispute between them. */
export function MeetingView({ id }: { readonly id: string }) {
  return (
    <View document={meeting} variables={{ id }} isLive>
      {({ data: { meeting: met }, errorAt, at }) => {
        if (!met) return <p className="state failed">{errorAt('meeting') ?? words.gone(id)}</p>;
        // By the nearest that is known on the map.
        const spots = [met.venue, met.place, met.place?.within]
          .flatMap((place) => spotOf(place, place?.name ?? ''))
          .slice(0, 1);
        const places = [met.venue?.name, met.place?.name].filter(Boolean).join(', ');
        return (
          <>
            <Heading
              kind={
                <>
                  {plain(met.kind)} · {plain(met.status)}
                  {met.round !== null && ` · ${words.round} ${met.round}`}
                </>
              }
              name={met.name}
            >
              <p>
                <time>{day(met.when)}</time>
                {places && ` · ${places}`}
                {met.country && (
                  <>
                    {' · '}
                    <Link to={met.country.id}>{met.country.name}</Link>
                  </>
                )}
              </p>
              {met.description && <p dir="auto">{met.description}</p>}
            </Heading>
            <Accounts
              statements={unique([...met.statements.nodes, ...met.discussedIn.nodes])}
              part={at('meeting.statements', 'meeting.discussedIn')}
              between={met.claims.nodes.length ? <Contested of={met.claims.nodes} /> : <p>{words.agreed}</p>}
            />
            <div className="columns">
              <Panel title={words.whoMet} {...at('meeting.participations')}>
                <WhoMet of={met.participations.nodes} />
              </Panel>
              {spots.length > 0 && (
                <Panel title={words.where} {...at('meeting.venue', 'meeting.place')} isPicture="svg">
                  <World of={spots} isNear />
                </Panel>
              )}
              {met.documents.nodes.length > 0 && (
                <Panel title={words.documents} {...at('meeting.documents')}>
                  <ul>
                    {met.documents.nodes.map(({ id: document, name, when }) => (
                      <li key={document}>
                        <Link to={document}>{name}</Link> <time>{day(when)}</time>
                      </li>
                    ))}
                  </ul>
                </Panel>
              )}
              {met.series && (
                <Panel title={`${words.rounds}: ${met.series.name}`} {...at('meeting.series')}>
                  <Rounds of={met.series.meetings.nodes} here={met.id} />
                </Panel>
              )}
            </div>
          </>
        );
      }}
    </View>
  );
}

/** What was said at the talks and of them, each once. */
const unique = <T extends { readonly id: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

import { Link } from '../address/link.js';
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
        }
        place {
          id
          name
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
      {({ data: { meeting: met }, query, errorAt }) => {
        if (!met) return <p className="state failed">{errorAt('meeting') ?? words.gone(id)}</p>;
        const places = [met.venue?.name, met.place?.name].filter(Boolean).join(', ');
        return (
          <>
            <Heading
              kind={
                <>
                  {plain(met.kind)} · {plain(met.status)}
                  {met.round !== null && ` · round ${met.round}`}
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
              query={query}
              error={errorAt('meeting', 'statements')}
              between={met.claims.nodes.length ? <Contested of={met.claims.nodes} /> : <p>{words.agreed}</p>}
            />
            <div className="columns">
              <Panel
                title={words.whoMet}
                query={query}
                data={met.participations}
                error={errorAt('meeting', 'participations')}
              >
                <WhoMet of={met.participations.nodes} />
              </Panel>
              {met.series && (
                <Panel title={`${words.rounds}: ${met.series.name}`} query={query} data={met.series}>
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

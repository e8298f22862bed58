import { graphql } from '../graph/graphql.js';
import { Panel } from '../panel/panel.js';
import { AllSaid, SaidFields } from '../panel/statement.js';
import { Contested, ContestedFields } from '../panel/contested.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { Holds } from './holds.js';
import { Timeline } from '../chart/timeline.js';

const front = graphql(
  `
    query Front {
      about {
        counts {
          kind
          count
        }
        firstDay
        lastDay
        sources {
          name
          url
        }
      }
      claims(where: { contested: true }, first: 6) {
        totalCount
        nodes {
          ...ContestedFields
        }
      }
      statements(orderBy: [{ said: DESC }], first: 8) {
        totalCount
        nodes {
          ...SaidFields
        }
      }
      meetings(where: { when: { after: "1929-12-31" } }) {
        totalCount
        groups(by: [YEAR], first: 100) {
          key
          count
        }
      }
    }
  `,
  [SaidFields, ContestedFields],
);

/** The front: what is contested, what was said last, when people met, and how much is known. */
export function FrontView() {
  return (
    <View document={front} variables={{}} isLive>
      {({ data, at }) => (
        <div className="front">
          <title>{words.name}</title>
          <h1 className="motto">{words.motto}</h1>
          {data.about?.counts.every(({ count }) => count === 0) && (
            <p className="state">{words.emptyGraph}</p>
          )}
          <Panel className="wide" title={words.contested} {...at('claims')}>
            {data.claims?.nodes.length ? <Contested of={data.claims.nodes} /> : <p>{words.empty}</p>}
          </Panel>
          <Panel
            title={words.latest}
            {...at('statements')}
            rows={data.statements?.nodes.map(({ said, act, speaker, text }) => ({
              said,
              act,
              speaker: speaker?.name,
              text,
            }))}
          >
            <AllSaid of={data.statements?.nodes ?? []} />
          </Panel>
          <Panel
            title={words.meetings}
            {...at('meetings')}
            rows={data.meetings?.groups.map(({ key, count }) => ({ year: key, meetings: count }))}
            isPicture="svg"
          >
            <Timeline
              of={(data.meetings?.groups ?? []).map(({ key, count }) => ({ year: Number(key), count }))}
              what="meetings"
            />
          </Panel>
          <Panel title={words.holds} {...at('about')}>
            {data.about && <Holds of={data.about} />}
          </Panel>
        </div>
      )}
    </View>
  );
}

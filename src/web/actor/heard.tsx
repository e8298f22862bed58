import { Timeline } from '../chart/timeline.js';
import { graphql, type ResultOf } from '../graph/graphql.js';
import { Counts } from '../panel/counts.js';
import { Panel } from '../panel/panel.js';
import type { Part } from '../panel/view.js';
import { plain, words } from '../words.js';

export const HeardFields = graphql(`
  fragment HeardFields on StatementConnection @_unmask {
    totalCount
    groups(by: [YEAR, ACT], first: 100) {
      key
      count
      groups {
        key
        count
      }
    }
    topics: groups(by: [TOPIC], first: 15) {
      key
      label
      count
      node {
        id
      }
    }
  }
`);

interface Props {
  readonly of: ResultOf<typeof HeardFields>;
  readonly part: Part;
  readonly topics: Part;
}

/** What an actor said over the years by act, and on which topics. */
export function Heard({ of, part, topics }: Props) {
  const years = of.groups.map(({ key, count, groups }) => ({
    year: Number(key ?? Number.NaN),
    count,
    parts: groups.map((g) => ({ part: plain(g.key ?? ''), count: g.count })),
  }));
  const named = of.topics.filter(({ node }) => node);
  return (
    <>
      {years.some(({ year }) => Number.isFinite(year)) && (
        <Panel
          title={words.overTime}
          {...part}
          rows={years.flatMap(({ year, parts }) =>
            parts.map(({ part: act, count }) => ({ year, act, count })),
          )}
          isPicture="svg"
        >
          <Timeline of={years} what="statements" />
        </Panel>
      )}
      {named.length > 0 && (
        <Panel
          title={words.onTopics}
          {...topics}
          rows={named.map(({ label, count }) => ({ topic: label, statements: count }))}
        >
          <Counts of={named} />
        </Panel>
      )}
    </>
  );
}

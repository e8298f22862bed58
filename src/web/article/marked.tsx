import { useMemo, useState } from 'react';
import { graphql, type ResultOf } from '../graph/graphql.js';
import { Panel } from '../panel/panel.js';
import type { Part } from '../panel/view.js';
import { words } from '../words.js';
import { Facts } from './facts.js';
import { factsOf } from './marks.js';
import { Text } from './text.js';

export const MarkedFields = graphql(`
  fragment MarkedFields on Article @_unmask {
    body
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
`);

interface Props {
  readonly of: ResultOf<typeof MarkedFields>;
  readonly part: Part;
}

/** The text, where it is shown, beside what it says: pointing at one shows the other. */
export function Marked({ of: { body, reports, mentions }, part }: Props) {
  const [pointed, point] = useState<string>();
  const facts = useMemo(() => factsOf(reports.nodes, mentions.nodes), [reports, mentions]);
  return (
    <>
      {body === null && <p>{words.notKept}</p>}
      <div className={body === null ? '' : 'columns text-and-facts'}>
        {body !== null && (
          <Panel title={words.text}>
            <Text body={body} facts={facts} pointed={pointed} point={point} />
          </Panel>
        )}
        <Panel title={words.facts} {...part}>
          <Facts of={facts} pointed={pointed} point={point} />
        </Panel>
      </div>
    </>
  );
}

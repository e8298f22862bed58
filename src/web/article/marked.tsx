import { useMemo, useState } from 'react';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { Facts } from './facts.js';
import { factsOf, type MentionRow, type ReportRow } from './marks.js';
import { Text } from './text.js';

interface Props {
  readonly of: {
    readonly body: string | null;
    readonly reports: { readonly nodes: readonly ReportRow[] };
    readonly mentions: { readonly nodes: readonly MentionRow[] };
  };
  readonly query: { readonly text: string; readonly variables: Readonly<Record<string, unknown>> };
  readonly error: string | undefined;
}

/** The text, where it is shown, beside what it says: pointing at one shows the other. */
export function Marked({ of: { body, reports, mentions }, query, error }: Props) {
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
        <Panel title={words.facts} query={query} data={reports} error={error}>
          <Facts of={facts} pointed={pointed} point={point} />
        </Panel>
      </div>
    </>
  );
}

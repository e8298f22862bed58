import type { ReactNode } from 'react';
import { readFragment, type FragmentOf } from '../graph/graphql.js';
import { Panel } from '../panel/panel.js';
import type { Part } from '../panel/view.js';
import { Said, SaidFields } from '../panel/statement.js';
import { words } from '../words.js';

interface Props {
  readonly statements: readonly FragmentOf<typeof SaidFields>[];
  readonly part: Part;
  /** What stands in the middle. */
  readonly between: ReactNode;
}

/** The two parties that say most, statement against statement, with what they dispute between them; the others below. */
export function Accounts({ statements, part, between }: Props) {
  const said = readFragment(SaidFields, statements);
  const parties = new Map<string, { name: string; said: FragmentOf<typeof SaidFields>[] }>();
  said.forEach((one, i) => {
    const party = one.onBehalfOf ?? one.speaker;
    const key = party?.id ?? '';
    const of = parties.get(key) ?? { name: party?.name ?? words.nobody, said: [] };
    parties.set(key, of);
    of.said.push(statements[i]!);
  });
  const [left, right, ...others] = [...parties.values()].sort((a, b) => b.said.length - a.said.length);
  const rows = said.map(({ said, act, speaker, onBehalfOf, text }) => ({
    said,
    act,
    speaker: speaker?.name,
    for: onBehalfOf?.name,
    text,
  }));
  return (
    <Panel title={words.accounts} {...part} rows={rows}>
      {left ? (
        <>
          <div className="accounts">
            <Side of={left} />
            <div className="between">
              <h3>{words.disputed}</h3>
              {between}
            </div>
            {right ? <Side of={right} /> : <div />}
          </div>
          {others.length > 0 && (
            <>
              <h3>{words.others}</h3>
              <div className="columns">
                {others.map((of) => (
                  <Side key={of.name} of={of} />
                ))}
              </div>
            </>
          )}
        </>
      ) : (
        <p>{words.empty}</p>
      )}
    </Panel>
  );
}

function Side({
  of,
}: {
  readonly of: { readonly name: string; readonly said: readonly FragmentOf<typeof SaidFields>[] };
}) {
  return (
    <div className="side">
      <h3>{of.name}</h3>
      {of.said.map((said, i) => (
        <Said key={i} of={said} />
      ))}
    </div>
  );
}

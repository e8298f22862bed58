import { useState } from 'react';
import { useClient } from 'urql';
import { go, roomAt, useAsked } from '../address/address.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { entities } from '../search/entities.js';
import { Picker } from '../search/picker.js';
import { plain, words } from '../words.js';
import { facts, split } from './asked.js';
import { factRows } from './fact-rows.js';
import { Preview } from './preview.js';

/** One entity that is two: chosen facts go to another, new or known. */
export function SplitView() {
  const id = useAsked().get('id') ?? '';
  return (
    <>
      <Picker
        label={words.splitWhom}
        kinds={entities}
        pick={(picked) => go(roomAt('review/split', { id: picked }))}
      />
      {id && <Facts key={id} id={id} />}
    </>
  );
}

function Facts({ id }: { readonly id: string }) {
  const client = useClient();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState<{ readonly to?: string; readonly name?: string }>({});
  const toggle = (fact: string) => {
    const next = new Set(chosen);
    if (!next.delete(fact)) next.add(fact);
    choose(next);
  };
  return (
    <View document={facts} variables={{ id }}>
      {({ data: { node }, errorAt, at }) => {
        if (!node || !('mentions' in node))
          return <p className="state failed">{errorAt('node') ?? words.gone(id)}</p>;
        const rows = factRows(node);
        return (
          <Panel title={`${words.factsOf} ${node.name}`} {...at('node')} rows={rows}>
            <p>{words.splitHow}</p>
            <ul className="choices">
              {rows.map((row) => (
                <li key={row.id}>
                  <label dir="auto">
                    <input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
                    <span className="kind">{plain(row.kind)}</span> {row.text}
                  </label>
                </li>
              ))}
            </ul>
            {!rows.length && <p>{words.empty}</p>}
            <div className="controls">
              <label>
                {words.splitName}{' '}
                <input value={to.name ?? ''} onChange={(event) => setTo({ name: event.target.value })} />
              </label>
              <Picker label={words.splitTo} kinds={entities} pick={(known) => setTo({ to: known })} />
              {to.to && <span>→ {to.to}</span>}
            </div>
            {chosen.size > 0 && (to.to ?? to.name?.trim()) && (
              <Preview
                key={`${[...chosen].join()} ${to.to ?? to.name}`}
                what={words.rooms.split}
                ask={(dryRun) =>
                  client
                    .mutation(split, {
                      id,
                      facts: [...chosen],
                      to: to.to ?? null,
                      name: to.name?.trim() ?? null,
                      dryRun,
                    })
                    .toPromise() as never
                }
              />
            )}
          </Panel>
        );
      }}
    </View>
  );
}

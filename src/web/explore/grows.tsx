import { print } from 'graphql';
import { lazy, Suspense, useMemo } from 'react';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { neighbours } from './asked.js';
import { Filters } from './filters.js';
import { useGrown } from './grown.js';
import { MOST, nameOf, networkOf } from './network.js';
import type { Found } from './paths.js';
import { TiesTable } from './ties-table.js';

const Drawn = lazy(async () => ({ default: (await import('./drawn.js')).Drawn }));

interface Props {
  readonly grown: readonly string[];
  readonly paths: Found;
  readonly during: string;
  readonly first: number;
  /** Relations that are not shown, with commas. */
  readonly hide: string;
  readonly set: (changed: Readonly<Record<string, string>>) => void;
  readonly grow: (id: string) => void;
}

/** The network as it has grown, and beside it the same as a table. */
export function Grows({ grown, paths, during, first, hide, set, grow }: Props) {
  const { ties, ends, isLoading, failure } = useGrown(grown, during || undefined, first);
  const all = useMemo(() => [...paths.flatMap(({ steps }) => steps), ...ties], [paths, ties]);
  const hidden = useMemo(() => new Set(hide.split(',').filter(Boolean)), [hide]);
  const network = useMemo(() => networkOf(all, hidden, ends), [all, hidden, ends]);
  const shown = useMemo(() => [...network.ties.values()], [network]);
  const done = useMemo(() => new Set(grown), [grown]);
  const onPath = useMemo(
    () => new Set(paths.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from.id, to.id]))),
    [paths],
  );
  const relations = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { relation } of all) counts.set(relation, (counts.get(relation) ?? 0) + 1);
    return new Map([...counts].sort(([, a], [, b]) => b - a));
  }, [all]);
  const last = grown.at(-1)!;
  const query = { text: print(neighbours), variables: { of: last, during: during || null, first } };
  const more = (id: string) => {
    if (!done.has(id)) grow(id);
  };
  return (
    <>
      <Filters
        relations={relations}
        hidden={hidden}
        hide={(next) => set({ hide: [...next].join(',') })}
        during={during}
        limitTo={(time) => set({ during: time })}
        first={first}
        setFirst={(n) => set({ first: String(n) })}
      />
      <Panel title={words.network} query={query} data={shown} error={failure} isPicture="canvas">
        <p role="status" className="told">
          {isLoading ? words.loading : words.networkOf(network.ends.size, network.ties.size)}
          {network.left > 0 && ` ${words.tooLarge(MOST, network.left)}`}
        </p>
        <Suspense fallback={<div className="network" />}>
          <Drawn of={network} grown={done} onPath={onPath} grow={more} />
        </Suspense>
      </Panel>
      <Panel
        title={`${words.ties} (${shown.length})`}
        query={query}
        data={shown}
        rows={shown.map(({ from, relation, to }) => ({
          from: nameOf(from),
          fromId: from.id,
          relation,
          to: nameOf(to),
          toId: to.id,
          kind: to.__typename,
        }))}
      >
        <TiesTable of={shown} grown={done} grow={more} />
      </Panel>
    </>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { failureOf } from '../panel/failure.js';
import { isCommand } from '../panel/keys.js';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { readFragment } from '../graph/graphql.js';
import { decisionOf, kinds, makeNew, type Answered, type Decision } from './decisions.js';
import { FactFields } from '../fact/fields.js';
import { FactShown } from '../fact/shown.js';
import { proposals, undo } from './proposals.js';
import { Other, type Way } from './other.js';

const PAGE = 100;

interface Done {
  readonly proposal: string;
  /** Its changes in the order they were made. */
  readonly changes: readonly string[];
  readonly what: string;
}

/** What waits for a curator, worked through by keys: each decision is a change that can be undone. */
export function ReviewView() {
  const client = useClient();
  const [{ data, fetching, error }, again] = useQuery({ query: proposals, variables: { first: PAGE } });
  const [done, setDone] = useState<readonly Done[]>([]);
  const [at, setAt] = useState(0);
  const [told, tell] = useState('');
  const [way, setWay] = useState<Way>();
  const list = useRef<HTMLOListElement>(null);
  const busy = useRef(false);
  const decided = new Map(done.map((d) => [d.proposal, d.what]));
  const waiting = (data?.proposals.nodes ?? []).flatMap((node) =>
    'evidence' in node ? [readFragment(FactFields, node)] : [],
  );
  const here = waiting[at];

  /** The change that was asked for; says why where it is not made. */
  const changesOf = async (asked: Answered): Promise<readonly string[] | undefined> => {
    busy.current = true;
    const { data: made, error: failed } = await asked;
    busy.current = false;
    if (made) return [...(made.before ?? []), made.change.id];
    tell(failed ? failureOf(failed) : words.unreachable);
    return undefined;
  };
  const decide = async ({ what, ask }: Decision, proposal: string) => {
    const changes = await changesOf(ask(client));
    if (!changes) return;
    tell(`${what}: ${proposal}`);
    setWay(undefined);
    setDone((all) => [...all, { proposal, changes, what }]);
    setAt((i) => i + 1);
  };
  const takeBack = async () => {
    const last = done.at(-1);
    if (!last) return tell(words.nothingToUndo);
    for (const change of [...last.changes].reverse())
      if (!(await changesOf(client.mutation(undo, { change })))) return;
    setDone((all) => all.slice(0, -1));
    setAt(waiting.findIndex((p) => p.id === last.proposal));
    tell(`${words.undone}: ${last.proposal}`);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event) || busy.current) return;
      const { key } = event;
      const isMention = here?.__typename === 'Mention' && !decided.has(here.id);
      if (key === 'Escape' && way) return setWay(undefined);
      if (isMention && way === 'make') {
        if (key in kinds) void decide(makeNew(here.id, here.exact, key as keyof typeof kinds), here.id);
        return;
      }
      if (isMention && (key === 'f' || key === 'n')) {
        setWay(key === 'f' ? 'find' : 'make');
        return event.preventDefault();
      }
      const decision = here && !decided.has(here.id) ? decisionOf(key, here) : undefined;
      if (key === 'j' || key === 'ArrowDown') setAt((i) => Math.min(waiting.length - 1, i + 1));
      else if (key === 'k' || key === 'ArrowUp') setAt((i) => Math.max(0, i - 1));
      else if (key === 'z') void takeBack();
      else if (decision) void decide(decision, here!.id);
      else return;
      if (key.length > 1 || 'jk'.includes(key)) setWay(undefined);
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    <>
      <p className="keys">
        <kbd>j</kbd> <kbd>k</kbd> {words.move} · <kbd>a</kbd> {words.accept} · <kbd>r</kbd> {words.reject} ·{' '}
        <kbd>1</kbd>…<kbd>9</kbd> {words.choose} · <kbd>f</kbd> {words.find} · <kbd>n</kbd> {words.make} ·{' '}
        <kbd>d</kbd> {words.apart} · <kbd>z</kbd> {words.undo}
      </p>
      <p role="status" className="told">
        {told}
      </p>
      <Panel
        title={`${words.waiting} (${(data?.proposals.totalCount ?? 0) - done.length})`}
        data={data?.proposals.nodes}
        error={error && failureOf(error)}
      >
        {fetching && !data && <p>{words.loading}</p>}
        <ol className="proposals" ref={list}>
          {waiting.map((proposal, i) => (
            <li
              key={proposal.id}
              aria-current={i === at ? 'true' : undefined}
              className={decided.has(proposal.id) ? 'decided' : ''}
              onClick={() => setAt(i)}
            >
              {decided.has(proposal.id) && <span className="proposed">{decided.get(proposal.id)}</span>}
              <FactShown of={proposal} />
              {way && i === at && proposal.__typename === 'Mention' && (
                <Other
                  mention={proposal.id}
                  name={proposal.exact}
                  way={way}
                  decide={(decision) => void decide(decision, proposal.id)}
                />
              )}
            </li>
          ))}
        </ol>
        {data && !waiting.length && <p>{words.nothingWaits}</p>}
        {at >= waiting.length && waiting.length > 0 && (
          <button
            type="button"
            onClick={() => {
              setDone([]);
              setAt(0);
              again({ requestPolicy: 'network-only' });
            }}
          >
            {words.next}
          </button>
        )}
      </Panel>
    </>
  );
}

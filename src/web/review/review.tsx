import { useEffect, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { isCommand } from '../panel/keys.js';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { readFragment } from '../graph/graphql.js';
import { decisionOf, type Answered, type Decision } from './decisions.js';
import { Proposal } from './proposal.js';
import { ProposalFields, proposals, undo } from './proposals.js';
import { Token } from './token.js';

const PAGE = 100;

interface Done {
  readonly proposal: string;
  readonly change: string;
  readonly what: string;
}

/** What waits for a curator, worked through by keys: each decision is a change that can be undone. */
export function ReviewView() {
  const client = useClient();
  const [{ data, fetching, error }, again] = useQuery({ query: proposals, variables: { first: PAGE } });
  const [done, setDone] = useState<readonly Done[]>([]);
  const [at, setAt] = useState(0);
  const [told, tell] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const busy = useRef(false);
  const decided = new Map(done.map((d) => [d.proposal, d.what]));
  const waiting = (data?.proposals.nodes ?? []).flatMap((node) =>
    'evidence' in node ? [readFragment(ProposalFields, node)] : [],
  );
  const here = waiting[at];

  /** The change that was asked for; says why where it is not made. */
  const changeOf = async (asked: Answered): Promise<string | undefined> => {
    busy.current = true;
    const { data: made, error: failed } = await asked;
    busy.current = false;
    if (!made) tell(failed?.message.replace(/^\[\w+\] /, '') ?? words.unreachable);
    return made?.change.id;
  };
  const decide = async ({ what, ask }: Decision, proposal: string) => {
    const change = await changeOf(ask(client));
    if (!change) return;
    tell(`${what}: ${proposal}`);
    setDone((all) => [...all, { proposal, change, what }]);
    setAt((i) => i + 1);
  };
  const takeBack = async () => {
    const last = done.at(-1);
    if (!last) return tell(words.nothingToUndo);
    if (!(await changeOf(client.mutation(undo, { change: last.change })))) return;
    setDone((all) => all.slice(0, -1));
    setAt(waiting.findIndex((p) => p.id === last.proposal));
    tell(`${words.undone}: ${last.proposal}`);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event) || busy.current) return;
      const { key } = event;
      const decision = here && !decided.has(here.id) ? decisionOf(key, here) : undefined;
      if (key === 'j' || key === 'ArrowDown') setAt((i) => Math.min(waiting.length - 1, i + 1));
      else if (key === 'k' || key === 'ArrowUp') setAt((i) => Math.max(0, i - 1));
      else if (key === 'z') void takeBack();
      else if (decision) void decide(decision, here!.id);
      else return;
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
      <title>{`${words.review} – ${words.name}`}</title>
      <h1>{words.review}</h1>
      <Token />
      <p className="keys">
        <kbd>j</kbd> <kbd>k</kbd> {words.move} · <kbd>a</kbd> {words.accept} · <kbd>r</kbd> {words.reject} ·{' '}
        <kbd>1</kbd>…<kbd>9</kbd> {words.choose} · <kbd>d</kbd> {words.apart} · <kbd>z</kbd> {words.undo}
      </p>
      <p role="status" className="told">
        {told}
      </p>
      <Panel
        title={`${words.waiting} (${(data?.proposals.totalCount ?? 0) - done.length})`}
        data={data?.proposals.nodes}
        error={error && (error.networkError ? words.unreachable : error.message)}
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
              <Proposal of={proposal} />
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

import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { readFragment } from '../graph/graphql.js';
import { Proposal } from './proposal.js';
import { accept, keepApart, proposals, ProposalFields, reject, relink, undo } from './proposals.js';
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

  const decide = useCallback(
    async (
      what: string,
      proposal: string,
      ask: () => Promise<{ error?: { message: string } | undefined; change: string | undefined }>,
    ) => {
      if (busy.current) return;
      busy.current = true;
      const { error: failed, change } = await ask();
      busy.current = false;
      if (!change) return tell(failed?.message.replace(/^\[\w+\] /, '') ?? words.unreachable);
      tell(`${what}: ${proposal}`);
      setDone((all) => [...all, { proposal, change, what }]);
      setAt((i) => i + 1);
    },
    [],
  );
  const takeBack = useCallback(async () => {
    const last = done.at(-1);
    if (!last) return tell(words.nothingToUndo);
    const { error: failed } = await client.mutation(undo, { change: last.change });
    if (failed) return tell(failed.message.replace(/^\[\w+\] /, ''));
    setDone((all) => all.slice(0, -1));
    setAt(waiting.findIndex((p) => p.id === last.proposal));
    tell(`${words.undone}: ${last.proposal}`);
  }, [client, done, waiting]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      if (key === 'j' || key === 'ArrowDown') setAt((i) => Math.min(waiting.length - 1, i + 1));
      else if (key === 'k' || key === 'ArrowUp') setAt((i) => Math.max(0, i - 1));
      else if (key === 'z') void takeBack();
      else if (!here || decided.has(here.id)) return;
      else if (key === 'a')
        void decide(words.accepted, here.id, async () => {
          const { data: made, error: failed } = await client.mutation(accept, { id: here.id });
          return { change: made?.accept.id, error: failed };
        });
      else if (key === 'r')
        void decide(words.rejected, here.id, async () => {
          const { data: made, error: failed } = await client.mutation(reject, { id: here.id });
          return { change: made?.reject.id, error: failed };
        });
      else if (key === 'd' && here.__typename === 'Match')
        void decide(words.keptApart, here.id, async () => {
          const { data: made, error: failed } = await client.mutation(keepApart, {
            a: here.a.id,
            b: here.b.id,
          });
          return { change: made?.keepApart.id, error: failed };
        });
      else if (/^[1-9]$/.test(key) && here.__typename === 'Mention' && here.candidates[Number(key) - 1])
        void decide(words.linked, here.id, async () => {
          const to = here.candidates[Number(key) - 1]!.entity.id;
          const { data: made, error: failed } = await client.mutation(relink, { id: here.id, to });
          return { change: made?.relink.id, error: failed };
        });
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

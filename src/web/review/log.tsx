import { print } from 'graphql';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { failureOf } from '../panel/failure.js';
import { More } from '../panel/more.js';
import { Panel } from '../panel/panel.js';
import { words } from '../words.js';
import { log } from './asked.js';
import { ChangeShown } from './change.js';
import { undo } from './proposals.js';

/** All that was changed, newest first: each change can be taken back, an undo too. */
export function LogView() {
  const client = useClient();
  const [told, tell] = useState('');
  const [round, next] = useState(0);
  const takeBack = async (change: string) => {
    const { error } = await client.mutation(undo, { change });
    tell(error ? failureOf(error) : `${words.undone}: ${change}`);
    if (!error) next(round + 1);
  };
  return (
    <Panel title={words.rooms.log} query={{ text: print(log), variables: { after: null } }}>
      <p role="status" className="told">
        {told}
      </p>
      <Page key={round} after={null} undo={(change) => void takeBack(change)} />
    </Panel>
  );
}

interface PageProps {
  readonly after: string | null;
  readonly undo: (change: string) => void;
}

function Page({ after, undo: takeBack }: PageProps) {
  const [{ data, error, fetching }] = useQuery({
    query: log,
    variables: { after },
    requestPolicy: 'network-only',
  });
  if (error) return <p className="failed">{failureOf(error)}</p>;
  if (fetching || !data) return <p>{words.loading}</p>;
  const { nodes, pageInfo, totalCount } = data.changes;
  return (
    <>
      {!totalCount && <p>{words.empty}</p>}
      {nodes.map((change) => (
        <ChangeShown key={change.id} of={change}>
          {!change.undoneBy && (
            <button
              type="button"
              aria-label={`${words.takeBack} ${change.id}`}
              onClick={() => takeBack(change.id)}
            >
              {words.takeBack}
            </button>
          )}
        </ChangeShown>
      ))}
      {pageInfo.hasNextPage && (
        <More what={words.older}>
          <Page after={pageInfo.endCursor} undo={takeBack} />
        </More>
      )}
    </>
  );
}

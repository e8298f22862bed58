import { print } from 'graphql';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type VariablesOf } from '../graph/graphql.js';
import { failureOf } from '../panel/failure.js';
import { More } from '../panel/more.js';
import { Panel } from '../panel/panel.js';
import { AllSaid, SaidFields } from '../panel/statement.js';
import { plain, words } from '../words.js';

const saidBy = graphql(
  `
    query SaidBy($where: StatementFilter!, $after: String) {
      statements(where: $where, first: 25, after: $after, orderBy: [{ said: DESC }]) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...SaidFields
        }
      }
    }
  `,
  [SaidFields],
);

const acts = [
  'SAYS',
  'DENIES',
  'CONFIRMS',
  'AGREES',
  'ACCEPTS',
  'REFUSES',
  'DEMANDS',
  'PROMISES',
  'OFFERS',
  'INVITES',
  'ACCUSES',
  'CONDEMNS',
  'THREATENS',
  'WARNS',
  'PRAISES',
  'REGRETS',
  'HOPES',
  'ANNOUNCES',
  'ASKS',
] as const;

interface Props {
  readonly id: string;
  /** Whether they spoke themselves, or others for them. */
  readonly as: 'statements' | 'spokenFor';
}

/** What an actor said, newest first, by act, by words and by time; a page at a time. */
export function SaidBy({ id, as }: Props) {
  const [act, setAct] = useState<(typeof acts)[number] | ''>('');
  const [about, setAbout] = useState('');
  const [during, setDuring] = useState('');
  const [filter, setFilter] = useState({ about, during });
  const who = as === 'statements' ? { speaker: { id: { eq: id } } } : { onBehalfOf: { id: { eq: id } } };
  const where = {
    ...who,
    ...(act && { act: { eq: act } }),
    ...(filter.about && { text: { contains: filter.about } }),
    ...(filter.during && { said: { overlaps: filter.during } }),
  };
  const [{ data, error }] = useQuery({ query: saidBy, variables: { where, after: null } });
  return (
    <Panel
      title={`${words.statements} (${data?.statements.totalCount ?? '…'})`}
      query={{ text: print(saidBy), variables: { where, after: null } }}
      data={data?.statements}
      error={error && !data ? failureOf(error) : undefined}
    >
      <form
        className="controls"
        onSubmit={(event) => {
          event.preventDefault();
          setFilter({ about: about.trim(), during: during.trim() });
        }}
      >
        <label>
          {words.act}{' '}
          <select
            value={act}
            onChange={(event) => {
              setAct(event.target.value as typeof act);
            }}
          >
            <option value="">{words.any}</option>
            {acts.map((a) => (
              <option key={a} value={a}>
                {plain(a)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.withWords} <input value={about} onChange={(event) => setAbout(event.target.value)} />
        </label>
        <label>
          {words.during}{' '}
          <input value={during} placeholder="2017/2019" onChange={(event) => setDuring(event.target.value)} />
        </label>
        <button type="submit">{words.apply}</button>
      </form>
      <Page key={JSON.stringify(where)} where={where} after={null} />
    </Panel>
  );
}

interface PageProps {
  readonly where: VariablesOf<typeof saidBy>['where'];
  readonly after: string | null;
}

function Page({ where, after }: PageProps) {
  const [{ data, error, fetching }] = useQuery({ query: saidBy, variables: { where, after } });
  if (error) return <p className="failed">{failureOf(error)}</p>;
  if (fetching && !data) return <p>{words.loading}</p>;
  const { nodes, pageInfo } = data!.statements;
  return (
    <>
      <AllSaid of={nodes} />
      {pageInfo.hasNextPage && (
        <More what={words.next}>
          <Page where={where} after={pageInfo.endCursor} />
        </More>
      )}
    </>
  );
}

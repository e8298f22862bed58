import { print } from 'graphql';
import { Link } from '../address/link.js';
import type { ResultOf } from '../graph/graphql.js';
import { Panel } from '../panel/panel.js';
import { plain, words } from '../words.js';
import { paths } from './asked.js';
import { nameOf } from './network.js';

export type Found = ResultOf<typeof paths>['paths'];

interface Props {
  readonly of: Found | undefined;
  readonly from: string;
  readonly to: string;
  readonly error: string | undefined;
}

/** How two entities are tied, each way as a line of steps with the words it rests on. */
export function Paths({ of, from, to, error }: Props) {
  return (
    <Panel
      title={words.paths}
      query={{ text: print(paths), variables: { from, to } }}
      data={of}
      error={error}
      rows={(of ?? []).flatMap(({ steps }, path) =>
        steps.map((step) => ({
          path: path + 1,
          from: nameOf(step.from),
          relation: step.relation,
          to: nameOf(step.to),
          words: step.evidence[0]?.exact,
        })),
      )}
    >
      {of?.length === 0 && <p>{words.noPaths}</p>}
      <ol className="paths">
        {of?.map(({ steps }) => (
          <li key={steps.map(({ relation, to: end }) => `${relation} ${end.id}`).join(' ')}>
            {steps[0] && <Link to={steps[0].from.id}>{nameOf(steps[0].from)}</Link>}
            {steps.map(({ relation, to: end, evidence }) => (
              <span key={end.id} title={evidence[0]?.exact ?? undefined}>
                <span className="relation"> — {plain(relation)} → </span>
                <Link to={end.id}>{nameOf(end)}</Link>
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { Stances } from '../chart/stances.js';
import { day } from '../panel/days.js';
import { Panel } from '../panel/panel.js';
import type { Part } from '../panel/view.js';
import { plain, words } from '../words.js';

export const MovedFields = graphql(`
  fragment MovedFields on Claim {
    id
    text
    over: positions(first: 100) {
      nodes {
        id
        stance
        holder {
          id
          name
        }
        statement {
          earliest
          said
        }
      }
    }
  }
`);

interface Props {
  readonly of: readonly FragmentOf<typeof MovedFields>[];
  readonly part: Part;
}

/** Who affirmed and who denied what, since when, as it moved: each stance a dot on the line of whoever took it. */
export function Moved({ of, part }: Props) {
  const taken = readFragment(MovedFields, of)
    .flatMap(({ text, over }) =>
      over.nodes.flatMap(({ id, stance, holder, statement: { earliest, said } }) =>
        earliest ? [{ id, claim: text, stance, holder: holder.name, day: earliest, said: day(said) }] : [],
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  if (!taken.length) return null;
  return (
    <Panel
      title={words.moved}
      {...part}
      rows={taken.map(({ day: since, holder, stance, claim }) => ({ day: since, holder, stance, claim }))}
      isPicture="svg"
    >
      <Stances of={taken} />
      <details>
        <summary>{words.touches(taken.length)}</summary>
        <table className="ties">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.holder}</th>
              <th scope="col">{words.stance}</th>
              <th scope="col">{words.claim}</th>
            </tr>
          </thead>
          <tbody>
            {taken.map(({ id, said, holder, stance, claim }) => (
              <tr key={id}>
                <td>{said}</td>
                <td dir="auto">{holder}</td>
                <td>{plain(stance)}</td>
                <td dir="auto">{claim}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}

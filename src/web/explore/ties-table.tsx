import { useMemo, useState } from 'react';
import { Link } from '../address/link.js';
import { plain, words } from '../words.js';
import { keyOf, nameOf, type End, type Tie } from './network.js';

const columns = {
  from: ({ from }: Tie) => nameOf(from),
  relation: ({ relation }: Tie) => plain(relation),
  to: ({ to }: Tie) => nameOf(to),
  kind: ({ to }: Tie) => plain(to.__typename),
} as const;
type Column = keyof typeof columns;

/** How many ties are shown before one asks for more. */
const SHOWN = 100;
const order = new Intl.Collator('en', { numeric: true });

interface Props {
  readonly of: readonly Tie[];
  readonly grown: ReadonlySet<string>;
  readonly grow: (id: string) => void;
}

/** The network's ties in words, sorted by the column one clicks; an entity grows from here too. */
export function TiesTable({ of, grown, grow }: Props) {
  const [by, sortBy] = useState<{ readonly column: Column; readonly down: boolean }>();
  const [shown, show] = useState(SHOWN);
  const sorted = useMemo(() => {
    if (!by) return of;
    const value = columns[by.column];
    const up = [...of].sort((a, b) => order.compare(value(a), value(b)));
    return by.down ? up.reverse() : up;
  }, [of, by]);
  return (
    <>
      <table className="ties">
        <thead>
          <tr>
            {(Object.keys(columns) as Column[]).map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={by?.column !== column ? 'none' : by.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => sortBy({ column, down: by?.column === column && !by.down })}
                >
                  {words.columns[column]}
                </button>
              </th>
            ))}
            <th scope="col">{words.grow}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((tie) => (
            <tr key={keyOf(tie)}>
              <td dir="auto">
                <EndLink of={tie.from} />
              </td>
              <td>{plain(tie.relation)}</td>
              <td dir="auto">
                <EndLink of={tie.to} />
              </td>
              <td>{plain(tie.to.__typename)}</td>
              <td>
                {[tie.from, tie.to]
                  .filter(({ id }) => !grown.has(id))
                  .map((end) => (
                    <button
                      key={end.id}
                      type="button"
                      aria-label={`${words.grow} ${nameOf(end)}`}
                      onClick={() => grow(end.id)}
                    >
                      +
                    </button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown && (
        <button type="button" onClick={() => show(shown + SHOWN * 5)}>
          {words.more(sorted.length - shown)}
        </button>
      )}
    </>
  );
}

const EndLink = ({ of }: { readonly of: End }) => <Link to={of.id}>{nameOf(of)}</Link>;

import { useState } from 'react';
import { plain, words } from '../words.js';

interface Props {
  readonly relations: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<string>;
  readonly hide: (relations: ReadonlySet<string>) => void;
  readonly during: string;
  readonly limitTo: (during: string) => void;
  readonly first: number;
  readonly setFirst: (first: number) => void;
}

const SIZES = [25, 50, 100, 500];

/** Which ties are shown: by relation, by time, and how many of each entity. */
export function Filters({ relations, hidden, hide, during, limitTo, first, setFirst }: Props) {
  const [time, setTime] = useState(during);
  return (
    <div className="controls filters">
      <fieldset>
        <legend>{words.relations}</legend>
        {[...relations].map(([relation, count]) => (
          <label key={relation}>
            <input
              type="checkbox"
              checked={!hidden.has(relation)}
              onChange={(event) => {
                const next = new Set(hidden);
                if (event.target.checked) next.delete(relation);
                else next.add(relation);
                hide(next);
              }}
            />
            {plain(relation)} ({count})
          </label>
        ))}
      </fieldset>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          limitTo(time.trim());
        }}
      >
        <label>
          {words.during}{' '}
          <input value={time} placeholder="2017/2019" onChange={(e) => setTime(e.target.value)} />
        </label>{' '}
        <button type="submit">{words.apply}</button>
      </form>
      <label>
        {words.tiesEach}{' '}
        <select value={first} onChange={(event) => setFirst(Number(event.target.value))}>
          {SIZES.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

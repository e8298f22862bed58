import { entities } from '../search/entities.js';
import { Picker } from '../search/picker.js';
import { words } from '../words.js';
import { kinds, linkTo, makeNew, type Decision } from './decisions.js';

export type Way = 'find' | 'make';

interface Props {
  readonly mention: string;
  readonly name: string;
  readonly way: Way;
  readonly decide: (decision: Decision) => void;
}

/** Whom a name means where no candidate does: one that is found, or a new one. */
export function Other({ mention, name, way, decide }: Props) {
  if (way === 'find')
    return <Picker label={words.find} kinds={entities} pick={(id) => decide(linkTo(mention, id))} hasFocus />;
  return (
    <div className="controls">
      {words.makeWhich}
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((key) => (
        <button key={key} type="button" onClick={() => decide(makeNew(mention, name, key))}>
          <kbd>{key}</kbd> {kinds[key].type}
        </button>
      ))}
    </div>
  );
}

import { useClient } from 'urql';
import { roomAt, stay, useAsked } from '../address/address.js';
import { Link } from '../address/link.js';
import { Panel } from '../panel/panel.js';
import { entities } from '../search/entities.js';
import { Picker } from '../search/picker.js';
import { words } from '../words.js';
import { merge } from './asked.js';
import { Preview } from './preview.js';

/** Some entities that are one: all that leads to them leads to one of them afterwards. */
export function MergeView() {
  const client = useClient();
  const asked = useAsked();
  const ids = (asked.get('ids') ?? '').split(',').filter(Boolean);
  const into = asked.get('into') ?? '';
  const set = (given: { readonly ids?: readonly string[]; readonly into?: string }) =>
    stay(roomAt('review/merge', { ids: (given.ids ?? ids).join(','), into: given.into ?? into }));
  return (
    <Panel title={words.rooms.merge}>
      <p>{words.mergeHow}</p>
      <Picker
        label={words.mergeThese}
        kinds={entities}
        pick={(id) => set({ ids: [...new Set([...ids, id])] })}
      />
      <ul className="tags">
        {ids.map((id) => (
          <li key={id}>
            <Link to={id}>{id}</Link>{' '}
            <button
              type="button"
              aria-label={`${words.leaveOut} ${id}`}
              onClick={() => set({ ids: ids.filter((other) => other !== id) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <Picker label={words.mergeInto} kinds={entities} pick={(id) => set({ into: id })} />
      {into && (
        <p>
          → <Link to={into}>{into}</Link>
        </p>
      )}
      {ids.length > 0 && into && (
        <Preview
          key={`${ids.join()} ${into}`}
          what={words.rooms.merge}
          ask={(dryRun) => client.mutation(merge, { ids, into, dryRun }).toPromise() as never}
        />
      )}
    </Panel>
  );
}

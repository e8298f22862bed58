import { roomAt } from '../address/address.js';
import { Link } from '../address/link.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { begin } from './asked.js';

/** Some to begin with: those who are heard most. */
export function Begin() {
  return (
    <View document={begin} variables={{}}>
      {({ data, at }) => (
        <Panel title={words.heardMost} {...at('countries', 'people')}>
          <ul className="tags">
            {[...(data.countries?.nodes ?? []), ...(data.people?.nodes ?? [])].map(({ id, name }) => (
              <li key={id}>
                <Link to={roomAt('explore', { of: id })}>{name}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </View>
  );
}

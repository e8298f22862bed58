import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { plain, words } from '../words.js';
import { one } from './asked.js';
import { ChangeShown } from './change.js';

/** One entry of the log. */
export function ChangeView({ id }: { readonly id: string }) {
  return (
    <View document={one} variables={{ id }}>
      {({ data: { node }, errorAt, at }) =>
        node && 'action' in node ? (
          <>
            <Heading kind={plain('CHANGE')} name={plain(node.action)} />
            <Panel title={words.rooms.log} {...at('node')}>
              <ChangeShown of={node} />
            </Panel>
          </>
        ) : (
          <p className="state failed">{errorAt('node') ?? words.gone(id)}</p>
        )
      }
    </View>
  );
}

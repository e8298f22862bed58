import { Contested, ContestedFields } from '../panel/contested.js';
import { graphql } from '../graph/graphql.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
import { Moved, MovedFields } from './moved.js';
import { words } from '../words.js';

const claim = graphql(
  `
    query Claim($id: ID!) {
      claim(id: $id) {
        id
        text
        contested
        shifted
        ...ContestedFields
        ...MovedFields
      }
    }
  `,
  [ContestedFields, MovedFields],
);

/** A claim: who affirms it, who denies it, since when and in which words. */
export function ClaimView({ id }: { readonly id: string }) {
  return (
    <View document={claim} variables={{ id }}>
      {({ data: { claim: found }, errorAt, at }) =>
        found ? (
          <>
            <Heading
              kind={[words.claim, found.contested && words.isContested, found.shifted && words.isShifted]
                .filter(Boolean)
                .join(' · ')}
              name={found.text}
            />
            <Moved of={[found]} part={at('claim.over', 'claim.text')} />
            <Panel title={words.positions} {...at('claim')}>
              <Contested of={[found]} />
            </Panel>
          </>
        ) : (
          <p className="state failed">{errorAt('claim') ?? words.gone(id)}</p>
        )
      }
    </View>
  );
}

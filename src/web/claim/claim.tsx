import { Contested, ContestedFields } from '../panel/contested.js';
import { graphql } from '../graph/graphql.js';
import { Heading } from '../panel/heading.js';
import { Panel } from '../panel/panel.js';
import { View } from '../panel/view.js';
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
      }
    }
  `,
  [ContestedFields],
);

/** A claim: who affirms it, who denies it, since when and in which words. */
export function ClaimView({ id }: { readonly id: string }) {
  return (
    <View document={claim} variables={{ id }}>
      {({ data: { claim: found }, query, errorAt }) =>
        found ? (
          <>
            <Heading
              kind={
                <>
                  claim{found.contested ? ' · contested' : ''}
                  {found.shifted ? ' · shifted' : ''}
                </>
              }
              name={found.text}
            />
            <Panel title={words.positions} query={query} data={found}>
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

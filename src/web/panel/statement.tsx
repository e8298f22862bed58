import { Link } from '../address/link.js';
import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { plain, words } from '../words.js';
import { Actor } from './actor.js';
import { day } from './days.js';

export const SaidFields = graphql(`
  fragment SaidFields on Statement @_unmask {
    id
    text
    act
    said
    review
    speaker {
      __typename
      id
      name
    }
    onBehalfOf {
      __typename
      id
      name
    }
  }
`);

/** One statement: what, who, for whom, by which act, when. */
export function Said({ of }: { readonly of: FragmentOf<typeof SaidFields> }) {
  const said = readFragment(SaidFields, of);
  const party = said.onBehalfOf && said.onBehalfOf.id !== said.speaker?.id ? said.onBehalfOf : undefined;
  return (
    <article className={`said ${said.act === 'SAYS' ? '' : 'acts'}`}>
      <blockquote dir="auto">
        <Link to={said.id}>{said.text}</Link>
      </blockquote>
      <p className="by">
        <Actor of={said.speaker} />
        {party && (
          <>
            {` ${words.on} `}
            <Actor of={party} />
          </>
        )}
        {said.act !== 'SAYS' && <span className="act">{plain(said.act)}</span>}
        {said.said && <time>{day(said.said)}</time>}
        {said.review === 'PROPOSED' && (
          <span className="proposed" title={words.proposedLong}>
            {words.proposed}
          </span>
        )}
      </p>
    </article>
  );
}

/** Statements one below another; that there are none, where there are none. */
export function AllSaid({ of }: { readonly of: readonly FragmentOf<typeof SaidFields>[] }) {
  if (!of.length) return <p>{words.empty}</p>;
  return readFragment(SaidFields, of).map((said) => <Said key={said.id} of={said} />);
}

import type { SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { OrderKey } from '../plan/plan.js';
import type { AskedPage, PageArguments } from './page.js';
import type { Planned } from './plan.js';
import type { ShapePlanner } from './shape.js';

interface ProposalsArguments extends PageArguments {
  readonly review?: string | null;
  readonly kinds?: readonly string[] | null;
}

const OLDEST_FIRST: readonly OrderKey[] = [
  { by: 'column', column: 'recordedAt', type: 'text', nullable: false, direction: 'ASC' },
  { by: 'id', direction: 'ASC' },
];

/** Plans what waits for a curator, in the graph, or what was rejected, on the shelf. @throws BAD_USER_INPUT, BAD_CURSOR */
export function planProposals(
  shapes: ShapePlanner,
  asked: AskedPage,
  selections: readonly SelectionSetNode[],
): Planned<'page' | 'shelf'> {
  const { catalogue } = shapes;
  const facts = catalogue.concept('Fact').concretes;
  const { concepts, kinds, review } = shapes.args.say(
    asked.field,
    asked.node,
    (args: ProposalsArguments, params) => {
      if (args.review === 'ACCEPTED')
        throw new RapporteurError(
          'BAD_USER_INPUT',
          'proposals(review: ACCEPTED): what is accepted waits no more; take PROPOSED or REJECTED, or a list with where: {review: {eq: ACCEPTED}}',
        );
      const of = facts.filter((name) => !args.kinds || args.kinds.includes(catalogue.concept(name).kind));
      return { review: args.review ?? 'PROPOSED', concepts: of, kinds: params.add(of) };
    },
  );
  // Of kinds that are no facts nothing waits.
  const from = { proposed: concepts.length ? concepts : facts };
  const isFewer = review === 'PROPOSED' && concepts.length < facts.length;
  const among = concepts.length ? ({ is: 'kind', concepts } as const) : ({ is: 'or', of: [] } as const);
  const page = shapes.pages.plan(from, 'Fact', asked, selections, () => ({
    order: OLDEST_FIRST,
    list: `proposals ${review}`,
    where: isFewer ? among : undefined,
  }));
  return review === 'PROPOSED' ? { root: 'page', page } : { root: 'shelf', page, kinds };
}

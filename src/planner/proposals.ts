import type { SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { OrderKey, Plan } from '../plan/plan.js';
import type { PageArguments } from './page.js';
import type { ShapePlanner } from './shape.js';

export interface ProposalsArguments extends PageArguments {
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
  args: ProposalsArguments,
  selections: readonly SelectionSetNode[],
): Extract<Plan, { root: 'page' | 'shelf' }> {
  const { catalogue, params } = shapes;
  const review = args.review ?? 'PROPOSED';
  if (review === 'ACCEPTED')
    throw new RapporteurError(
      'BAD_USER_INPUT',
      'proposals(review: ACCEPTED): what is accepted waits no more; take PROPOSED or REJECTED, or a list with where: {review: {eq: ACCEPTED}}',
    );
  const facts = catalogue.concept('Fact').concretes;
  const concepts = facts.filter((name) => !args.kinds || args.kinds.includes(catalogue.concept(name).kind));
  // Of kinds that are no facts nothing waits.
  const from = { proposed: concepts.length ? concepts : facts };
  const kinds = params.add(concepts);
  const page = shapes.pages.plan(from, 'Fact', 'NodeConnection', args, selections, {
    order: OLDEST_FIRST,
    list: `proposals ${review}`,
    ...(review === 'PROPOSED' && concepts.length < facts.length
      ? { where: concepts.length ? ({ is: 'kind', concepts } as const) : ({ is: 'or', of: [] } as const) }
      : {}),
  });
  return review === 'PROPOSED'
    ? Object.freeze({ root: 'page', page, params: params.values })
    : Object.freeze({ root: 'shelf', page, kinds, params: params.values });
}

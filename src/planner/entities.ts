import type { SelectionSetNode } from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import type { Plan } from '../plan/plan.js';
import type { Operation } from './selection.js';
import { ShapePlanner } from './shape.js';

/** Entities by their ids, in the order of the ids, with a shape for each place in the selection that shows them. */
export function planEntities(
  catalogue: Catalogue,
  operation: Operation,
  ids: readonly string[],
  places: readonly (readonly SelectionSetNode[])[],
): Extract<Plan, { root: 'page' }> {
  const shapes = new ShapePlanner(catalogue, operation);
  const { params } = shapes;
  const { name, concretes } = catalogue.concept('Entity');
  const page = {
    from: { concept: name, concepts: concretes },
    where: { is: 'compare', column: 'id', op: 'in', param: params.add(ids) },
    order: [{ by: 'id', direction: 'ASC' }],
    backward: false,
    limit: params.add(ids.length),
    rows: places.map((selections) => shapes.plan(concretes, selections)),
    total: false,
    answer: { typename: '', signature: '', size: ids.length, fields: [] },
  } as const;
  return Object.freeze({ root: 'page', page, params: params.values });
}

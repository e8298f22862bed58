import { begins } from '../../plan/layout.js';
import type { Condition, Page, Shape } from '../../plan/plan.js';
import type { Params } from '../../planner/params.js';
import type { Store } from '../../store/port.js';

/** Which of a concept's records are taken, and what of each. */
export interface Asked {
  readonly params: Params;
  readonly concept: string;
  readonly shape: Shape;
  readonly where?: Condition | undefined;
  /** Those beyond this id. */
  readonly after?: string | undefined;
  readonly most: number;
}

type Row = readonly unknown[];

/** Records of a concept in the order of their ids, as raw rows; and where in a row the values of the shape begin. */
export async function pageById(
  store: Pick<Store, 'read'>,
  { params, concept, shape, where, after, most }: Asked,
): Promise<{ readonly rows: readonly Row[]; readonly at: number }> {
  const page: Page = {
    from: { concept, concepts: [concept] },
    where,
    order: [{ by: 'id', direction: 'ASC' }],
    backward: false,
    after: after === undefined ? undefined : [params.add(after)],
    limit: params.add(most),
    rows: [shape],
    total: false,
    groupings: [],
    answer: { typename: '', signature: 0, size: most, fields: [] },
  };
  const [rows] = (await store.read({ root: 'page', page, params: params.values })) as [Row[]];
  return { rows, at: begins(page)[0]! };
}

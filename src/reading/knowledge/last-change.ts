import { begins, layout } from '../../plan/layout.js';
import type { Page, Shape } from '../../plan/plan.js';
import { Params } from '../../planner/params.js';
import type { Store } from '../../store/port.js';

const shape: Shape = {
  concepts: ['Change'],
  slots: [{ is: 'column', concepts: ['Change'], column: 'sequence' }],
  cases: new Map(),
};

/** The place in the log of what was written last; 0 in an empty graph. */
export async function lastChange(store: Pick<Store, 'read'>): Promise<number> {
  const params = new Params();
  const page: Page = {
    from: { concept: 'Change', concepts: ['Change'] },
    order: [{ by: 'column', column: 'sequence', type: 'int', nullable: false, direction: 'DESC' }],
    backward: false,
    limit: params.add(1),
    rows: [shape],
    total: false,
    groupings: [],
    answer: { typename: '', signature: 0, size: 1, fields: [] },
  };
  const [rows] = (await store.read({ root: 'page', page, params: params.values })) as [unknown[][]];
  const row = rows[0];
  return row ? (row[begins(page)[0]! + layout(shape).places[0]!] as number) : 0;
}

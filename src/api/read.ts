import type { Catalogue } from '../model/catalogue.js';
import type { FieldPlan } from '../planner/plan.js';
import type { Store } from '../store/port.js';
import { ShelfReader } from '../store/shelf-reader.js';

/** What a plan reads, laid out for its answer. One statement; what lies on the shelf takes a few more. */
export async function read(catalogue: Catalogue, store: Store, plan: FieldPlan): Promise<unknown> {
  const found = await store.read(plan);
  if (plan.root !== 'shelf' && plan.root !== 'lookup') return found;
  const shelf = new ShelfReader(catalogue, store, plan.params);
  if (plan.root === 'shelf') return shelf.filled(plan.page, found as never);
  const { by, shape } = plan.lookup;
  if (by === 'ids') return shelf.unshelved(shape, (found ?? []) as never);
  return by === 'id' ? (await shelf.unshelved(shape, [found as never]))[0] : found;
}

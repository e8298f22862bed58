import type { Catalogue, Relation } from '../../model/catalogue.js';
import { layout } from '../../plan/layout.js';
import type { Condition, Operator, Shape, Slot } from '../../plan/plan.js';
import { hop } from '../../planner/hop.js';
import { Params } from '../../planner/params.js';
import type { Store } from '../../store/port.js';
import { pageById } from './page.js';

/** What is taken of each record of a concept: columns as they are stored, and ids of what relations to one lead to. */
export interface Wanted {
  readonly concept: string;
  readonly columns: readonly string[];
  readonly ones?: readonly string[];
  /** Which of them; all where it is left out. */
  readonly where?: (params: Params) => Condition;
}

/** Those whose column compares so. */
export const comparing =
  (column: string, op: Operator, value: unknown) =>
  (params: Params): Condition => ({ is: 'compare', column, op, param: params.add(value) });

export type Taken = Readonly<Record<string, unknown>> & { readonly id: string };

const PAGE = 2000;

/** All records of a concept, a page after another by their ids, whatever the size of the graph. */
export async function* walk(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  { concept, columns, ones = [], where }: Wanted,
): AsyncGenerator<Taken> {
  const shape = shapeOf(catalogue, concept, columns, ones);
  const { places } = layout(shape);
  // Where a record that a relation leads to has its id, after its own place.
  const inner = ones.length ? layout((shape.slots.at(-1) as { shape: Shape }).shape).places[0]! : 0;
  for (let after = ''; ;) {
    const params = new Params();
    const asked = { params, concept, shape, where: where?.(params), after, most: PAGE };
    const { rows, at } = await pageById(store, asked);
    const value = (row: readonly unknown[], i: number) => row[at + places[i]!];
    for (const row of rows) {
      const taken: Record<string, unknown> = { id: value(row, 0) };
      columns.forEach((column, i) => (taken[column] = value(row, i + 1)));
      ones.forEach((name, i) => {
        const place = at + places[i + 1 + columns.length]!;
        taken[name] = row[place] ? row[place + inner] : undefined;
      });
      yield taken as Taken;
    }
    if (rows.length < PAGE) return;
    after = value(rows.at(-1)!, 0) as string;
  }
}

function shapeOf(
  catalogue: Catalogue,
  concept: string,
  columns: readonly string[],
  ones: readonly string[],
): Shape {
  const concepts = [concept];
  const slots: Slot[] = ['id', ...columns].map((column) => ({ is: 'column', concepts, column }));
  for (const name of ones) {
    const relation = catalogue.concept(concept).fields.get(name) as Relation;
    const to = catalogue.concept(relation.to).concretes;
    slots.push({
      is: 'one',
      concepts,
      hop: hop(catalogue, relation),
      shape: { concepts: to, slots: [{ is: 'column', concepts: to, column: 'id' }], cases: new Map() },
    });
  }
  return { concepts, slots, cases: new Map() };
}

import type { Level, Page, Shape } from './plan.js';

/**
 * Where the values of a record stand in its row. Rows are flat: the concept's name first, then each slot in turn. A
 * record reached by a to-one relation stands in line with its own values (its concept null where there is none), and
 * a page takes places for its rows, its count and each of its groupings. So statements need not nest what the graph does not.
 */
export interface Layout {
  readonly places: readonly number[];
  readonly width: number;
}

const known = new WeakMap<Shape, Layout>();

export function layout(shape: Shape): Layout {
  const before = known.get(shape);
  if (before) return before;
  const places: number[] = [];
  let width = 1;
  for (const slot of shape.slots) {
    places.push(width);
    width +=
      slot.is === 'one' ? layout(slot.shape).width : slot.is === 'page' ? 2 + slot.page.groupings.length : 1;
  }
  const made = { places, width };
  known.set(shape, made);
  return made;
}

/** Where each of a page's shapes begins in its rows: the keys of the order stand first, as one list, then what was searched. */
export const begins = (page: Page): number[] =>
  after('search' in page.from && page.from.search.texts ? 2 : 1, page.rows);

/** Where each shape of a group's node begins: the number of the group it lies in, key, count and label stand first. */
export const beginsInGroup = (level: Level): number[] => after(4, level.rows);

function after(first: number, shapes: readonly Shape[]): number[] {
  let at = first;
  return shapes.map((shape) => (at += layout(shape).width) - layout(shape).width);
}

import type { Catalogue } from '../model/catalogue.js';
import type { Hop, Page } from '../plan/plan.js';

/** The relation's own keys, where they are the order that is asked for. */
export function relationIndex(
  catalogue: Catalogue,
  hop: Hop,
  page: Pick<Page, 'order'>,
): readonly string[] | undefined {
  const labels = new Set(hop.stored.map((s) => s.label));
  if (hop.direction !== 'in' || labels.size > 1) return undefined;
  const owners = new Set(catalogue.stored.filter((s) => labels.has(s.label)).map((s) => s.owner));
  if (owners.size !== new Set(hop.stored.map((s) => s.owner)).size) return undefined;
  const [first] = page.order;
  if (page.order.length === 1 && first!.by === 'id') return ['s'];
  const chronology = catalogue.concept(hop.stored[0]!.owner).chronology;
  const byDay =
    page.order.length === 2 &&
    first!.by === 'column' &&
    first!.column === `${chronology}_from` &&
    first!.direction === 'DESC';
  return byDay ? ['d', 's'] : undefined;
}

import type { Catalogue } from '../model/catalogue.js';
import { accessPaths, type AccessPath } from '../plan/access-paths.js';
import type { Condition, Hop, Page, Param } from '../plan/plan.js';
import { relationIndex } from './relation-index.js';

/** A list that its filter makes the list of one record: all its rows lead there, and an index has them in the page's order. */
export interface HubList {
  /** From that record, which is given by its id, to the rows. */
  readonly hop: Hop;
  readonly param: Param;
  readonly rest: Condition | undefined;
  /** The way into the list that it is; all ways are weighed with it, for the record may be no hub at all. */
  readonly path: AccessPath;
  readonly paths: readonly AccessPath[];
}

/** The first of a filter's records that the list can be read from in its order. */
export function hubList(catalogue: Catalogue, page: Page, concepts: readonly string[]): HubList | undefined {
  const paths = accessPaths(page.where);
  for (const path of paths) {
    const [step, ...more] = path.steps;
    if (!step || more.length || path.found.by !== 'id' || step.where || step.hop.direction !== 'out')
      continue;
    const hop: Hop = { ...step.hop, direction: 'in', to: concepts };
    if (!relationIndex(catalogue, hop, page)) continue;
    return { hop, param: path.found.param, rest: path.rest, path, paths };
  }
  return undefined;
}

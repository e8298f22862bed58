import type { Catalogue, Relation } from '../model/catalogue.js';
import { begins, layout } from '../plan/layout.js';
import type { Condition, Page, Plan, Shape } from '../plan/plan.js';
import { hop } from './hop.js';
import { Params } from './params.js';

const shape: Shape = {
  concepts: ['Change'],
  slots: ['id', 'sequence'].map((column) => ({ is: 'column', concepts: ['Change'], column }) as const),
  cases: new Map(),
};

/** Of the log the changes after a place in it, the newest first, and no more than so many; those about one record alone. */
export interface Stretch {
  readonly after?: number;
  readonly upTo?: number;
  readonly about?: string | undefined;
  readonly most: number;
}

type LogPlan = Extract<Plan, { root: 'page' }>;

/** The plan that reads a stretch of the log. Pure: no I/O, no engine. */
export function planLog(catalogue: Catalogue, { after, upTo, about, most }: Stretch): LogPlan {
  const params = new Params();
  const compare = (op: '>' | '<=', value: number): Condition => ({
    is: 'compare',
    column: 'sequence',
    op,
    param: params.add(value),
  });
  const of: Condition[] = [];
  if (after !== undefined) of.push(compare('>', after));
  if (upTo !== undefined) of.push(compare('<=', upTo));
  if (about !== undefined) {
    const touched = catalogue.concept('Change').fields.get('touched') as Relation;
    of.push({
      is: 'related',
      hop: hop(catalogue, touched),
      where: { is: 'compare', column: 'id', op: '=', param: params.add(about) },
    });
  }
  const page: Page = {
    from: { concept: 'Change', concepts: ['Change'] },
    where: of.length > 1 ? { is: 'and', of } : of[0],
    order: [
      { by: 'column', column: 'sequence', type: 'int', nullable: false, direction: 'DESC' },
      { by: 'id', direction: 'DESC' },
    ],
    backward: false,
    limit: params.add(most),
    rows: [shape],
    total: false,
    groupings: [],
    answer: { typename: '', signature: 0, size: most, fields: [] },
  };
  return { root: 'page', page, params: params.values };
}

/** An entry of the log: a change, and its place. */
export interface Entry {
  readonly id: string;
  readonly sequence: number;
}

/** What a store gives for such a plan. */
export function entriesOf({ page }: LogPlan, raw: unknown): Entry[] {
  const { places } = layout(shape);
  const at = begins(page)[0]!;
  return (raw as [unknown[][]])[0].map((row) => ({
    id: row[at + places[0]!] as string,
    sequence: row[at + places[1]!] as number,
  }));
}

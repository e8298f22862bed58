import type { SelectionSetNode } from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import type { Answer, Plan, Shape, Take } from '../plan/plan.js';
import type { Operation } from './selection.js';
import { ShapePlanner } from './shape.js';

export interface Entities {
  readonly plan: Extract<Plan, { root: 'lookup' }>;
  /** How a row is read for each place in the selection that shows the entity: all from the same slots. */
  readonly views: readonly Shape[];
}

/** Entities by their ids, in that order, in one statement wherever the selection shows them. */
export function planEntities(
  catalogue: Catalogue,
  operation: Operation,
  ids: readonly string[],
  places: readonly (readonly SelectionSetNode[])[],
): Entities {
  const shapes = new ShapePlanner(catalogue, operation);
  const concepts = catalogue.concept('Entity').concretes;
  const param = shapes.params.add(ids);
  const made = places.map((selections) => shapes.plan(concepts, selections));
  const slots = made.flatMap((shape) => shape.slots);
  let before = 0;
  const views = made.map((shape) => {
    const view = { concepts, slots, cases: shifted(shape, before) };
    before += shape.slots.length;
    return view;
  });
  const lookup = { by: 'ids', param, shape: { concepts, slots, cases: new Map() } } as const;
  const { values: params, texts } = shapes.params;
  return { plan: Object.freeze({ root: 'lookup', lookup, params, texts }), views };
}

/** A shape's answers, from slots that stand further on. */
function shifted({ cases }: Shape, by: number): Map<string, Answer[]> {
  const moved = (answer: Answer): Answer => {
    if (answer.is === 'typename') return answer;
    const slot = answer.slot + by;
    if (answer.is !== 'structs') return { ...answer, slot };
    const links = new Map([...answer.links].map(([key, place]) => [key, place + by]));
    return { ...answer, slot, links, take: answer.take.map((t) => moveLink(t, by)) };
  };
  return new Map([...cases].map(([concept, answers]) => [concept, answers.map(moved)]));
}

const moveLink = (take: Take, by: number): Take => ({
  ...take,
  ...(take.link === undefined ? {} : { link: take.link + by }),
  ...(take.of && { of: take.of.map((t) => moveLink(t, by)) }),
});

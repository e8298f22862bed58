import type { FieldNode, SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import { bounds } from '../model/edtf.js';
import { isFact, ties } from '../model/ties.js';
import type { PathField, StepField, Steps } from '../plan/ties.js';
import type { AskedPage } from './page.js';
import type { Planned } from './plan.js';
import { collect, selectionsOf } from './selection.js';
import type { ShapePlanner } from './shape.js';

type Selections = readonly SelectionSetNode[];

interface NeighboursArguments {
  readonly of: string;
  readonly kinds?: readonly string[] | null;
  readonly during?: string | null;
  readonly first?: number | null;
}

/** @throws BAD_USER_INPUT where `of` is no entity, or `first` is not 1 to 500. */
export function planNeighbours(
  shapes: ShapePlanner,
  { field, node }: AskedPage,
  selections: Selections,
): Planned<'neighbours'> {
  const { catalogue } = shapes;
  const said = shapes.args.say(field, node, (args: NeighboursArguments, params) => {
    checkEntity(shapes, 'of', args.of);
    checkRange('first', args.first ?? 50, 500);
    const period = args.during ? bounds(args.during) : undefined;
    const kinds = args.kinds
      ? catalogue.concrete.filter((c) => args.kinds!.includes(c.kind)).map((c) => c.name)
      : undefined;
    return {
      of: params.add(args.of),
      kinds: kinds && params.add(kinds),
      during: period && { from: params.add(period.from), to: params.add(period.to) },
      limit: params.add(args.first ?? 50),
    };
  });
  const { steps, show } = stepPlanner(shapes);
  return { root: 'neighbours', neighbours: { ...said, steps, fields: show(selections) } };
}

interface PathsArguments {
  readonly from: string;
  readonly to: string;
  readonly longest?: number | null;
  readonly first?: number | null;
}

/** @throws BAD_USER_INPUT where an end is no entity, `longest` is not 1 to 4, or `first` is not 1 to 20. */
export function planPaths(
  shapes: ShapePlanner,
  { field, node }: AskedPage,
  selections: Selections,
): Planned<'paths'> {
  const { operation } = shapes;
  const said = shapes.args.say(field, node, (args: PathsArguments, params) => {
    checkEntity(shapes, 'from', args.from);
    checkEntity(shapes, 'to', args.to);
    checkRange('longest', args.longest ?? 4, 4);
    checkRange('first', args.first ?? 3, 20);
    return {
      from: params.add(args.from),
      to: params.add(args.to),
      longest: params.add(args.longest ?? 4),
      limit: params.add(args.first ?? 3),
    };
  });
  const { steps, show } = stepPlanner(shapes);
  const fields = [...collect(operation, selections, new Set(['Path']))].map(([key, nodes]): PathField => {
    const name = nodes[0]!.name.value;
    if (name === 'steps') return { key, is: name, fields: show(selectionsOf(nodes)) };
    return name === '__typename' ? { key, is: 'typename' } : { key, is: 'length' };
  });
  return { root: 'paths', paths: { ...said, steps, fields } };
}

/** Plans steps wherever they show: what each place takes is added to what the engine is asked for. */
function stepPlanner(shapes: ShapePlanner): { steps: Steps; show: (selections: Selections) => StepField[] } {
  const { catalogue, operation } = shapes;
  const entities = catalogue.concept('Entity').concretes;
  const makers = [
    ...new Set(
      ties(catalogue)
        .filter(isFact)
        .map((tie) => tie.owner),
    ),
    ...entities,
  ];
  const steps = { from: [], to: [], facts: [] } as { [K in keyof Steps]: Steps[K][number][] };
  const show = (selections: Selections) =>
    [...collect(operation, selections, new Set(['PathStep']))].map(([key, nodes]): StepField => {
      const name = nodes[0]!.name.value;
      if (name === '__typename') return { key, is: 'typename' };
      if (name === 'from' || name === 'to')
        return { key, is: name, place: steps[name].push(shapes.plan(entities, selectionsOf(nodes))) - 1 };
      if (name === 'evidence')
        return { key, is: name, place: steps.facts.push(shapes.plan(makers, [selecting(nodes)])) - 1 };
      return { key, is: 'relation' };
    });
  return { steps, show };
}

// A step's evidence is the field of that name of the facts that make it.
const selecting = (selections: readonly FieldNode[]) =>
  ({ kind: 'SelectionSet', selections }) as unknown as SelectionSetNode;

function checkEntity({ catalogue }: ShapePlanner, name: string, id: string): void {
  const concept = catalogue.ofId(id);
  if (!concept || concept.family === 'entity') return;
  const kinds = catalogue.concept('Entity').concretes.map((c) => catalogue.concept(c).prefix);
  throw new RapporteurError(
    'BAD_USER_INPUT',
    `${name}: '${id}' is a ${concept.name}, and ties are between entities; give the id of one of ${kinds.join(', ')}`,
  );
}

function checkRange(name: string, value: number, most: number): void {
  if (value >= 1 && value <= most) return;
  throw new RapporteurError('BAD_USER_INPUT', `${name}: ${value} is out of range; it takes 1 to ${most}`);
}

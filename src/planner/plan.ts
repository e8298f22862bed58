import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Catalogue, Concept } from '../model/catalogue.js';
import { fold } from '../model/fold.js';
import type { Condition, Plan } from '../plan/plan.js';
import { hop } from './hop.js';
import type { AskedPage, Fixed, PageArguments } from './page.js';
import type { Arguments, Params } from './params.js';
import { planProposals } from './proposals.js';
import { planSearch } from './search.js';
import { selectionsOf, type Operation } from './selection.js';
import { ShapePlanner } from './shape.js';
import { planNeighbours, planPaths } from './ties.js';

/** The part of graphql-js' resolve info that a plan is made from. */
export type RootField = Pick<
  GraphQLResolveInfo,
  'schema' | 'fragments' | 'variableValues' | 'fieldNodes' | 'fieldName' | 'parentType'
>;

/** A plan without its values. */
export type Planned<Root extends Plan['root'] = FieldPlan['root']> = Plan extends infer P
  ? P extends { root: Root }
    ? Omit<P, 'params' | 'texts'>
    : never
  : never;

/** A plan, and what of it arguments said. */
export interface PlannedField {
  readonly planned: Planned;
  readonly args: Arguments;
}

/** The plan of one root field of a query. Pure: no I/O, no engine. @throws BAD_USER_INPUT, BAD_CURSOR */
export function planField(catalogue: Catalogue, info: RootField): FieldPlan {
  const { planned, args } = plannedField(catalogue, info);
  return bound(planned, args.params);
}

/** The plan of a root field that one plan answers. */
export type FieldPlan = Exclude<Plan, { root: 'survey' | 'candidates' }>;

/** A plan with its values. */
export const bound = (planned: Planned, { values, texts }: Params) =>
  ({ ...planned, params: values, texts }) as FieldPlan;

/** The plan of one root field, with what its arguments said, for them to be said again. @throws BAD_USER_INPUT, BAD_CURSOR */
export function plannedField(catalogue: Catalogue, info: RootField): PlannedField {
  const operation: Operation = {
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
  };
  const shapes = new ShapePlanner(catalogue, operation);
  const asked = { field: info.parentType.getFields()[info.fieldName]!, node: info.fieldNodes[0]! };
  return { planned: rooted(shapes, info, asked), args: shapes.args };
}

function rooted(shapes: ShapePlanner, { fieldName, fieldNodes }: RootField, asked: AskedPage): Planned {
  const { catalogue } = shapes;
  const selections = selectionsOf(fieldNodes);
  if (fieldName === 'search') return { root: 'page', page: planSearch(shapes, asked, selections) };
  if (fieldName === 'proposals') return planProposals(shapes, asked, selections);
  if (fieldName === 'neighbours') return planNeighbours(shapes, asked, selections);
  if (fieldName === 'paths') return planPaths(shapes, asked, selections);
  const listed = [...catalogue.concepts.values()].find((c) => c.plural === fieldName);
  if (listed) {
    const from = { concept: listed.name, concepts: listed.concretes };
    const fixed = listed.name === 'Change' ? log(catalogue, listed) : undefined;
    return { root: 'page', page: shapes.pages.plan(from, listed.name, asked, selections, fixed) };
  }
  const { concepts, ...lookup } = shapes.args.say(
    asked.field,
    asked.node,
    (args: Record<string, unknown>, params) => {
      const { by, value, concepts } = lookedUp(catalogue, fieldName, args);
      const isName = by === 'name';
      return {
        by,
        concepts,
        param: params.add(isName ? fold(value as string) : value),
        ...(isName ? { typed: params.keep(value as string) } : {}),
      };
    },
  );
  return { root: 'lookup', lookup: { ...lookup, shape: shapes.plan(concepts, selections) } };
}

const NEWEST_FIRST = [
  { by: 'column', column: 'sequence', type: 'int', nullable: false, direction: 'DESC' },
  { by: 'id', direction: 'DESC' },
] as const;

// The log is read from its end, and about one record where that is asked.
const log =
  (catalogue: Catalogue, change: Concept) =>
  (args: PageArguments & { about?: string | null }, params: Params): Fixed => {
    if (args.about === null || args.about === undefined) return { order: NEWEST_FIRST };
    const touched = change.fields.get('touched');
    if (touched?.is !== 'relation') throw new Error('a change has no touched');
    const where: Condition = {
      is: 'related',
      hop: hop(catalogue, touched),
      where: { is: 'compare', column: 'id', op: '=', param: params.add(args.about) },
    };
    return { order: NEWEST_FIRST, where };
  };

function lookedUp(catalogue: Catalogue, field: string, args: Record<string, unknown>) {
  if (field === 'node')
    return { by: 'id' as const, value: args['id'], concepts: catalogue.concept('Node').concretes };
  if (field === 'nodes')
    return { by: 'ids' as const, value: args['ids'], concepts: catalogue.concept('Node').concretes };
  const concept = [...catalogue.concepts.values()].find((c) => c.single === field)!;
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  if (given.length !== 1) {
    const ways = concept.lookup ? `id or ${concept.lookup}` : 'id';
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `${field} takes ${ways}, one of them; ${given.length ? 'both were given' : 'none was given'}`,
    );
  }
  const [by, value] = given[0] as ['id' | 'name' | 'url', string];
  return { by, value, concepts: concept.concretes };
}

/** The plan of `about`: one survey of what is asked for, the last change for each place in the selection that shows it. */
export function planSurvey(
  catalogue: Catalogue,
  operation: Operation,
  asked: {
    readonly counts: boolean;
    readonly days: boolean;
    /** The beginning of the keys that are asked for. */
    readonly memories?: string | undefined;
    readonly lastChange: readonly (readonly SelectionSetNode[])[];
  },
): Extract<Plan, { root: 'survey' }> {
  const shapes = new ShapePlanner(catalogue, operation);
  const rows = asked.lastChange.map((selections) => shapes.plan(['Change'], selections));
  const from = { concept: 'Change', concepts: ['Change'] };
  const answer = { typename: 'ChangeConnection', signature: 0, size: 1, fields: [] };
  const page = {
    from,
    order: NEWEST_FIRST,
    backward: false,
    limit: shapes.params.add(1),
    rows,
    total: false,
    groupings: [],
    answer,
  };
  return Object.freeze({
    root: 'survey',
    survey: {
      counts: asked.counts,
      days: asked.days,
      ...(asked.memories === undefined ? {} : { memories: shapes.params.add(asked.memories) }),
      ...(rows.length ? { lastChange: page } : {}),
    },
    params: shapes.params.values,
    texts: shapes.params.texts,
  });
}

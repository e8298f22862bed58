import { getArgumentValues, getNamedType, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Catalogue, Concept } from '../model/catalogue.js';
import { fold } from '../model/fold.js';
import type { Condition, Plan } from '../plan/plan.js';
import { hop } from './hop.js';
import type { PageArguments } from './page.js';
import { planProposals, type ProposalsArguments } from './proposals.js';
import { planSearch, type SearchArguments } from './search.js';
import { selectionsOf, type Operation } from './selection.js';
import { ShapePlanner } from './shape.js';
import { planNeighbours, planPaths } from './ties.js';

/** The part of graphql-js' resolve info that a plan is made from. */
export type RootField = Pick<
  GraphQLResolveInfo,
  'schema' | 'fragments' | 'variableValues' | 'fieldNodes' | 'fieldName' | 'parentType'
>;

/** The plan of one root field of a query. Pure: no I/O, no engine. @throws BAD_USER_INPUT, BAD_CURSOR */
export function planField(
  catalogue: Catalogue,
  info: RootField,
): Exclude<Plan, { root: 'survey' | 'candidates' }> {
  const operation: Operation = {
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
  };
  const shapes = new ShapePlanner(catalogue, operation);
  const definition = info.parentType.getFields()[info.fieldName]!;
  const args = getArgumentValues(definition, info.fieldNodes[0]!, info.variableValues);
  const selections = selectionsOf(info.fieldNodes);
  if (info.fieldName === 'search') {
    const page = planSearch(shapes, args as unknown as SearchArguments, selections);
    return Object.freeze({ root: 'page', page, params: shapes.params.values });
  }
  if (info.fieldName === 'proposals')
    return planProposals(shapes, args as unknown as ProposalsArguments, selections);
  const listed = [...catalogue.concepts.values()].find((c) => c.plural === info.fieldName);
  if (listed) {
    const from = { concept: listed.name, concepts: listed.concretes };
    const fixed = listed.name === 'Change' ? log(catalogue, listed, args, shapes) : {};
    const page = shapes.pages.plan(
      from,
      listed.name,
      getNamedType(definition.type).name,
      args as PageArguments,
      selections,
      fixed,
    );
    return Object.freeze({ root: 'page', page, params: shapes.params.values });
  }
  if (info.fieldName === 'neighbours') return planNeighbours(shapes, args as never, selections);
  if (info.fieldName === 'paths') return planPaths(shapes, args as never, selections);
  const { by, value, concepts } = lookedUp(catalogue, info.fieldName, args);
  const param = shapes.params.add(value);
  const lookup = { by, param, shape: shapes.plan(concepts, selections) };
  return Object.freeze({ root: 'lookup', lookup, params: shapes.params.values });
}

// The log is read from its end, and about one record where that is asked.
function log(catalogue: Catalogue, change: Concept, args: Record<string, unknown>, shapes: ShapePlanner) {
  const order = [
    { by: 'column', column: 'sequence', type: 'int', nullable: false, direction: 'DESC' },
    { by: 'id', direction: 'DESC' },
  ] as const;
  if (args['about'] === null || args['about'] === undefined) return { order };
  const touched = change.fields.get('touched');
  if (touched?.is !== 'relation') throw new Error('a change has no touched');
  const where: Condition = {
    is: 'related',
    hop: hop(catalogue, touched),
    where: { is: 'compare', column: 'id', op: '=', param: shapes.params.add(args['about']) },
  };
  return { order, where };
}

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
  return { by, value: by === 'name' ? fold(value) : value, concepts: concept.concretes };
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
  const { order } = log(catalogue, catalogue.concept('Change'), {}, shapes);
  const answer = { typename: 'ChangeConnection', signature: '', size: 1, fields: [] };
  const page = {
    from,
    order,
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
  });
}

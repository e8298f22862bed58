import type { SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Concept, GroupBy } from '../model/catalogue.js';
import type { GroupField, Grouping, GroupKey, Level, Shape } from '../plan/plan.js';
import { hop } from './hop.js';
import type { AskedPage } from './page.js';
import { collect, selectionsOf } from './selection.js';
import type { ShapePlanner } from './shape.js';

/** How deep groups may lie in groups, and how many of each level are given. */
const DEEPEST = 4;
const LARGEST = 100;
const letters = { YEAR: 4, MONTH: 7, DAY: 10 } as const;

/** Plans the groups of a connection; a level that nothing is taken of is not made. @throws BAD_USER_INPUT */
export function planGroups(
  shapes: ShapePlanner,
  concept: Concept,
  { field, node }: AskedPage,
  selections: readonly SelectionSetNode[],
): { grouping: Grouping; fields: GroupField[] } {
  const { by, limit } = shapes.args.say(field, node, (args: GroupsArguments, params) => {
    const size = args.first ?? 20;
    if (size < 1 || size > LARGEST) wrong(`groups(first: ${size}) is out of range; it takes 1 to ${LARGEST}`);
    if (!args.by.length || args.by.length > DEEPEST)
      wrong(
        `groups(by: [${args.by.join(', ')}]) has ${args.by.length} levels; it takes 1 to ${DEEPEST}: ${[...concept.groups.keys()].join(', ')}`,
      );
    return { by: args.by, limit: params.add(size) };
  });
  const rows: Shape[][] = [];
  const fields = groupFields(shapes, concept, by, selections, 0, rows);
  const levels = rows.map((shown, i): Level => ({
    key: key(shapes, concept.groups.get(by[i]!)!),
    pairs: by.slice(0, i).flatMap((name, j) => (name === by[i] ? [j] : [])),
    rows: shown,
  }));
  return { grouping: { levels, limit }, fields };
}

interface GroupsArguments {
  readonly by: readonly string[];
  readonly first?: number | null;
}

function wrong(message: string): never {
  throw new RapporteurError('BAD_USER_INPUT', message);
}

function groupFields(
  shapes: ShapePlanner,
  concept: Concept,
  by: readonly string[],
  selections: readonly SelectionSetNode[],
  level: number,
  rows: Shape[][],
): GroupField[] {
  const shown = (rows[level] ??= []);
  const group = concept.groups.get(by[level]!)!;
  return [...collect(shapes.operation, selections, new Set(['Group']))].map(([key, nodes]): GroupField => {
    const is = nodes[0]!.name.value;
    if (is === '__typename') return { key, is: 'typename' };
    if (is === 'node') {
      if (group.is !== 'node') return { key, is, rows: -1 };
      const to = group.only ? [group.only] : shapes.catalogue.concept(group.steps.at(-1)!.to).concretes;
      return { key, is, rows: shown.push(shapes.plan(to, selectionsOf(nodes))) - 1 };
    }
    if (is !== 'groups') return { key, is: is as 'key' | 'label' | 'count' };
    const inner =
      level + 1 < by.length ? groupFields(shapes, concept, by, selectionsOf(nodes), level + 1, rows) : [];
    return { key, is, fields: inner };
  });
}

function key({ catalogue }: ShapePlanner, group: GroupBy): GroupKey {
  switch (group.is) {
    case 'concept':
      return group;
    case 'value': {
      const { name, type } = group.property;
      return { is: 'value', column: name, sort: type === 'text' ? `${name}_fold` : undefined };
    }
    case 'time':
      return { is: 'time', column: group.property.name, length: letters[group.unit] };
    case 'node':
      return {
        is: 'node',
        hops: group.steps.map((step) => hop(catalogue, step)),
        only: group.only,
        label: group.label,
      };
  }
}

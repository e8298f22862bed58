import { getArgumentValues, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Condition, EdgeField, Grouping, Page, PageAnswer, PageField, Shape } from '../plan/plan.js';
import { readCursor, signature } from './cursor.js';
import { Filters } from './filter.js';
import { planGroups } from './groups.js';
import { order } from './order.js';
import { collect, selectionsOf, type Operation } from './selection.js';
import type { ShapePlanner } from './shape.js';

export interface PageArguments {
  readonly where?: Record<string, unknown> | null;
  readonly orderBy?: readonly Record<string, unknown>[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const LARGEST = 100;
const USUAL = 20;

/** Plans a connection: only what is selected of it is asked of the engine. */
export class PagePlanner {
  constructor(private readonly shapes: ShapePlanner) {}

  plan(
    from: Page['from'],
    concept: string,
    connection: string,
    args: PageArguments,
    selections: readonly SelectionSetNode[],
    fixed: { where?: Condition; order?: Page['order']; list?: string } = {},
  ): Page {
    const { catalogue, operation, params } = this.shapes;
    const type = catalogue.concept(concept);
    const size = pageSize(args);
    const filtered = args.where ? new Filters(catalogue, params).of(type, args.where) : undefined;
    const where =
      fixed.where && filtered
        ? { is: 'and' as const, of: [fixed.where, filtered] }
        : (fixed.where ?? filtered);
    const keys = fixed.order ?? order(catalogue, type, args.orderBy);
    const sign = signature(fixed.list ?? concept, keys);
    const cursor = (text: string | null | undefined) =>
      text === null || text === undefined
        ? undefined
        : readCursor(text, sign, keys).map((value) => params.add(value));
    const after = cursor(args.after);
    const before = cursor(args.before);
    const concepts =
      'hop' in from
        ? from.hop.to
        : 'search' in from
          ? from.search.concepts
          : 'proposed' in from
            ? from.proposed
            : from.concepts;
    const rows: Shape[] = [];
    const groupings: Grouping[] = [];
    const fields = pageFields(
      operation,
      connection,
      selections,
      (of) => rows.push(this.shapes.plan(concepts, of)) - 1,
      (key, nodes) => {
        const defined = operation.schema.getType(connection) as GraphQLObjectType;
        const given = getArgumentValues(defined.getFields()['groups']!, nodes[0]!, operation.variables);
        const made = planGroups(this.shapes, type, given as never, selectionsOf(nodes));
        return { key, is: 'groups', grouping: groupings.push(made.grouping) - 1, fields: made.fields };
      },
    );
    const shown = fields.some((f) => ['nodes', 'edges', 'pageInfo'].includes(f.is));
    return Object.freeze({
      from,
      where: where?.is === 'and' && !where.of.length ? undefined : where,
      order: keys,
      backward: args.last !== null && args.last !== undefined,
      limit: shown ? params.add(size + 1) : undefined,
      after,
      before,
      rows,
      total: fields.some((f) => f.is === 'totalCount'),
      groupings,
      answer: { typename: connection, signature: sign, size, fields } satisfies PageAnswer,
    });
  }
}

function pageSize({ first, last }: PageArguments): number {
  const isGiven = (n: number | null | undefined): n is number => n !== null && n !== undefined;
  if (isGiven(first) && isGiven(last)) {
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `first: ${first} with last: ${last}: give one of them, first to page forward, last to page backward`,
    );
  }
  const size = first ?? last ?? USUAL;
  if (size < 1 || size > LARGEST) {
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `${isGiven(first) ? 'first' : 'last'}: ${size} is out of range; it takes 1 to ${LARGEST}`,
    );
  }
  return size;
}

/** Where the rows show in a selection: nodes and edges.node may each take something else under the same keys. */
function pageFields(
  operation: Operation,
  connection: string,
  selections: readonly SelectionSetNode[],
  take: (of: readonly SelectionSetNode[]) => number,
  group: (key: string, nodes: readonly FieldNode[]) => PageField,
): PageField[] {
  const edge = connection.replace(/Connection$/, 'Edge');
  return [...collect(operation, selections, new Set([connection]))].map(([key, nodes]): PageField => {
    const is = nodes[0]!.name.value;
    if (is === '__typename') return { key, is: 'typename' };
    if (is === 'totalCount') return { key, is };
    if (is === 'nodes') return { key, is, rows: take(selectionsOf(nodes)) };
    if (is === 'groups') return group(key, nodes);
    const inner = collect(operation, selectionsOf(nodes), new Set([is === 'edges' ? edge : 'PageInfo']));
    const named = [...inner].map(([k, of]) => ({ key: k, name: of[0]!.name.value, of }));
    if (is === 'pageInfo') return { key, is, fields: named.map(({ key: k, name }) => ({ key: k, name })) };
    const fields = named.map(({ key: k, name, of }): EdgeField => {
      const what = name === '__typename' ? 'typename' : (name as EdgeField['is']);
      return { key: k, is: what, rows: what === 'node' ? take(selectionsOf(of)) : -1 };
    });
    return { key, is: 'edges', fields };
  });
}

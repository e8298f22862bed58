import {
  getNamedType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { RapporteurError } from '../errors.js';
import type { Condition, EdgeField, Grouping, Page, PageAnswer, PageField, Shape } from '../plan/plan.js';
import { readCursor, signature as signatureOf } from './cursor.js';
import { Filters } from './filter.js';
import { planGroups } from './groups.js';
import { order } from './order.js';
import type { Params } from './params.js';
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

/** A field that gives a page, as it stands in the document. */
export interface AskedPage {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** What a list says of its pages besides what is asked for. */
export interface Fixed {
  readonly where?: Condition | undefined;
  readonly order?: Page['order'] | undefined;
  /** What its cursors are signed with, where the concept's name would not tell it from others. */
  readonly list?: string | undefined;
}

/** Plans a connection: only what is selected of it is asked of the engine. */
export class PagePlanner {
  constructor(private readonly shapes: ShapePlanner) {}

  /** @param fixed by the field's own arguments; what it says is planned with the page's. */
  plan<A extends PageArguments>(
    from: Page['from'],
    concept: string,
    { field, node }: AskedPage,
    selections: readonly SelectionSetNode[],
    fixed: (args: A, params: Params) => Fixed = () => ({}),
  ): Page {
    const { catalogue, operation, args } = this.shapes;
    const type = catalogue.concept(concept);
    const connection = getNamedType(field.type).name;
    const shown = [...collect(operation, selections, new Set([connection])).values()].map(
      (nodes) => nodes[0]!.name.value,
    );
    const showsRows = shown.some((name) => ['nodes', 'edges', 'pageInfo'].includes(name));
    const { size, signature, ...said } = args.say(field, node, (given: A, params) => {
      const { where: always, order: own, list = concept } = fixed(given, params);
      const filtered = given.where ? new Filters(catalogue, params).of(type, given.where) : undefined;
      const where =
        always && filtered ? { is: 'and' as const, of: [always, filtered] } : (always ?? filtered);
      const keys = own ?? order(catalogue, type, given.orderBy);
      const sign = signatureOf(list, keys);
      const cursor = (text: string | null | undefined) =>
        text === null || text === undefined
          ? undefined
          : readCursor(text, sign, keys).map((value) => params.add(value));
      const size = pageSize(given);
      return {
        where: where?.is === 'and' && !where.of.length ? undefined : where,
        order: keys,
        backward: given.last !== null && given.last !== undefined,
        after: cursor(given.after),
        before: cursor(given.before),
        limit: showsRows ? params.add(size + 1) : undefined,
        size,
        signature: params.keep(sign),
      };
    });
    const rows: Shape[] = [];
    const groupings: Grouping[] = [];
    const fields = pageFields(
      operation,
      connection,
      selections,
      (of) => rows.push(this.shapes.plan(conceptsOf(from), of)) - 1,
      (key, nodes) => {
        const groups = (operation.schema.getType(connection) as GraphQLObjectType).getFields()['groups']!;
        const made = planGroups(this.shapes, type, { field: groups, node: nodes[0]! }, selectionsOf(nodes));
        return { key, is: 'groups', grouping: groupings.push(made.grouping) - 1, fields: made.fields };
      },
    );
    return Object.freeze({
      from,
      ...said,
      rows,
      total: shown.includes('totalCount'),
      groupings,
      answer: { typename: connection, signature, size, fields } satisfies PageAnswer,
    });
  }
}

function conceptsOf(from: Page['from']): readonly string[] {
  if ('hop' in from) return from.hop.to;
  if ('search' in from) return from.search.concepts;
  return 'proposed' in from ? from.proposed : from.concepts;
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

import type { Condition, OrderKey, Page } from '../../plan/plan.js';
import { hubList } from '../hub-list.js';
import { beyond } from '../keyset.js';
import { relationIndex } from '../relation-index.js';
import type { Printer } from './print.js';
import { race, type Listed } from './race.js';
import { parameter, source } from './source.js';

/** A list as it is walked: what it reads, what its rows fulfil, and their keys as they stand there. */
interface Walk {
  readonly from: string;
  readonly where: readonly string[];
  readonly keys: readonly string[];
  readonly filter: Condition | undefined;
}

/** The rows `n` of a page in their order, with their columns and the keys of the order. */
export function ordered(printer: Printer, page: Page, limit: number, parent: string, n: string): string {
  const { catalogue, access, conditions } = printer;
  const keys = page.order.map((key) => keyOf(printer, key, n));
  const list = printer.from(page, parent, n);
  const concepts = 'concepts' in page.from ? page.from.concepts : undefined;
  const hub = concepts && hubList(catalogue, page, concepts);
  const print = (filter: Condition | undefined) => (filter ? [conditions.print(filter, n)] : []);
  const listed = ({ from, where, keys: by }: Omit<Walk, 'filter'>): Listed => {
    const cursors: string[] = [];
    if (page.after) cursors.push(beyond(by, page.order, page.after, false, parameter));
    if (page.before) cursors.push(beyond(by, page.order, page.before, true, parameter));
    const columns = printer.isMixed(page) ? `${n}.id` : `${n}.*`;
    return {
      from,
      where: [...where, ...cursors],
      columns: [columns, ...by.map((key, i) => `${key} AS key${i}`)].join(', '),
      order: by.map((key, i) => `${key} ${direction(page, i)}`).join(', '),
    };
  };
  const select = (of: Walk) => {
    const { from, where, columns, order } = listed({ ...of, where: [...of.where, ...print(of.filter)] });
    return `SELECT ${columns} FROM ${from}${where.length ? ` WHERE ${where.join(' AND ')}` : ''} ORDER BY ${order} LIMIT ${parameter(limit)}`;
  };

  const { filter, ...walk }: Walk = hub
    ? hubWalk(hub)
    : { ...list, keys: linkKeys(printer, page, n) ?? keys, filter: page.where };
  const ways = concepts ? access.ways(page.where, concepts) : [];
  if (!ways.length || (hub && ways.length === 1)) return select({ ...walk, filter });
  if (!page.order.every(({ by }) => by === 'column' || by === 'id'))
    return select({ ...printer.filtered(page, parent, n), keys, filter: undefined });
  return race({
    n,
    walk: listed(walk),
    list: listed({ ...list, keys }),
    filter: print(filter),
    ways: ways.map((way) => ({ ...way, filter: print(way.rest) })),
    sorted: page.order.map((_, i) => `key${i} ${direction(page, i)}`).join(', '),
    limit: parameter(limit),
  });

  function hubWalk({ hop, param, rest }: NonNullable<typeof hub>): Walk {
    const { from, where } = source(catalogue, hop, '', n, parameter(param));
    const linked = linkKeys(printer, { from: { hop }, order: page.order }, n);
    return { from, where: [...where, ...list.where], keys: linked ?? keys, filter: rest };
  }
}

const direction = ({ order, backward }: Page, i: number) =>
  (order[i]!.direction === 'DESC') !== backward ? 'DESC' : 'ASC';

/** The keys of an order as links hold them: an index gives them in that order, whoever is linked. */
function linkKeys(
  { catalogue }: Printer,
  { from, order }: Pick<Page, 'from' | 'order'>,
  n: string,
): readonly string[] | undefined {
  if (!('hop' in from) || !from.hop.stored[0]!.many) return undefined;
  const keys = relationIndex(catalogue, from.hop, { order });
  return keys?.map((key) => (key === 'd' ? `${n}l.key` : `${n}l."from"`));
}

/** An expression that sorts what is unknown last, and is never null. */
function keyOf(printer: Printer, key: OrderKey, n: string): string {
  if (key.by === 'id') return `${n}.id`;
  const last = key.direction === 'ASC';
  if (key.by === 'column') {
    const column = `${n}."${key.column}"`;
    return key.nullable ? `coalesce(${column}, ${last ? 2 ** 31 : -(2 ** 31) - 1})` : column;
  }
  const m = printer.alias();
  const { from, where } = source(printer.catalogue, key.hop, n, m);
  const of = `FROM ${from} WHERE ${where.join(' AND ')}`;
  if (key.by === 'count') return `(SELECT count(*) ${of})`;
  return `coalesce((SELECT ${m}.name_fold ${of}), ${last ? 'char(65535)' : "''"})`;
}

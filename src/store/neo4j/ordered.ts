import { accessPaths } from '../../plan/access-paths.js';
import type { Hop, OrderKey, Page } from '../../plan/plan.js';
import { hubList } from '../hub-list.js';
import { beyond } from '../keyset.js';
import { relationIndex } from '../relation-index.js';
import type { Filtered } from './access.js';
import { constant } from './constant.js';
import type { Printer } from './print.js';
import { parameter, pattern, quoted } from './source.js';

/** Lines that match a page's rows, and the keys of their order. */
export interface Ordered {
  readonly lines: readonly string[];
  readonly keys: readonly string[];
}

/** The rows `m` of a page in their order, by an index that has it where there is one. */
export function ordered(printer: Printer, page: Page, limit: number, m: string, parent?: string): Ordered {
  const { catalogue, access } = printer;
  const hop = 'hop' in page.from ? page.from.hop : undefined;
  if (hop && relationIndex(catalogue, hop, page)) return hub(printer, page, hop, `${parent}.id`, limit, m);
  const listed = 'concept' in page.from ? hubList(catalogue, page, page.from.concepts) : undefined;
  const own =
    listed && hub(printer, { ...page, where: listed.rest }, listed.hop, parameter(listed.param), limit, m);
  if (own && listed.paths.length === 1) return own;

  const made: string[] = [];
  const keys = page.order.map((key, i) => {
    if (key.by === 'column' || key.by === 'id') return column(key, m);
    const name = `${m}k${i}`;
    made.push(`${computed(printer, key, m)} AS ${name}`);
    return name;
  });
  const cursors = beyondCursors(page, keys);
  const first = (of: readonly string[]) =>
    `${of.join(', ')} ORDER BY ${keys.map((key, i) => `${key}${direction(page, page.order[i]!)}`).join(', ')} LIMIT ${parameter(limit)}`;
  const match = `MATCH ${hop ? pattern(catalogue, hop, parent!, m) : `(${m}:${labelOf(page.from)})`}`;
  const where = access.all(there(page, m), page.where, m);
  const distinct = hop?.direction === 'both' ? 'DISTINCT ' : '';
  if (made.length) {
    const carried = [m, ...keys.filter((_, i) => !['column', 'id'].includes(page.order[i]!.by))];
    const lines = [
      ...(access.shortest(filtered(page), m) ?? [match, ...(where ? [`WHERE ${where}`] : [])]),
      `WITH ${distinct}${[m, ...made].join(', ')}`,
      ...(cursors.length ? [`WHERE ${cursors.join(' AND ')}`] : []),
      `WITH ${first(carried)}`,
    ];
    return { lines, keys };
  }
  const kept = [...(where ? [where] : []), ...cursors].join(' AND ');
  const walk = own?.lines ?? [match, ...(kept ? [`WHERE ${kept}`] : []), `WITH ${distinct}${first([m])}`];
  const byWay = (row: string, rest: Page['where']) => [
    `WHERE ${access.all([`${row}:${labelOf(page.from)}`, ...cursors], rest, row)}`,
    `WITH ${first([row])}`,
  ];
  // The very paths of the list's own record, which is one of them.
  const ways = listed ? { label: labelOf(page.from), paths: listed.paths } : filtered(page);
  const raced = access.page({ ...ways, walked: listed?.path }, m, parameter(limit), walk, byWay);
  return { lines: raced ? [...raced, `WITH ${first([m])}`] : walk, keys };
}

/** A page of a hub by the index of its relations, which has them in their order. */
function hub(
  { catalogue, access }: Printer,
  page: Page,
  hop: Hop,
  id: string,
  limit: number,
  m: string,
): Ordered {
  const indexed = relationIndex(catalogue, hop, page)!;
  const r = `${m}r`;
  const [{ label }] = hop.stored as [Hop['stored'][number]];
  const keys = indexed.map((key) => `${r}.${key}`);
  const others = hop.stored.filter(({ owner }) => !hop.to.includes(owner));
  const kind = others.length ? [`${m}:${hop.to.join('|')}`] : [];
  const where = access.all([...keys.map((key) => `${key} IS NOT NULL`), ...kind], page.where, m);
  // The relation's constant first, or the whole hub is sorted.
  const order = [`${r}.p${direction(page, page.order[0]!)}`].concat(
    keys.map((key, i) => `${key}${direction(page, page.order[i]!)}`),
  );
  // Named, since the shorter index by id looks cheaper to the planner, which then reads and sorts the whole hub; and a
  // seek, since an index that was not sampled yet looks empty, and is walked from its beginning.
  // Of what never holds it keeps no predicate that the hint could stand on.
  const hint =
    constant(page.where) === false ? [] : [`USING INDEX SEEK ${r}:${label}(p, ${indexed.join(', ')})`];
  const lines = [
    `MATCH (${m})-[${r}:${label} {p: ${id}}]->()`,
    ...hint,
    `WHERE ${[where, ...beyondCursors(page, keys)].join(' AND ')}`,
    `WITH ${m}, ${r} ORDER BY ${order.join(', ')} LIMIT ${parameter(limit)}`,
  ];
  return { lines, keys };
}

/** What an index in the order of a list needs to know: that no row is without its keys. */
function there({ order }: Page, m: string): string[] {
  return order.flatMap((key) => {
    if (key.by === 'id') return `${m}.id IS NOT NULL`;
    return key.by === 'column' && !key.nullable ? `${m}.${quoted(key.column)} IS NOT NULL` : [];
  });
}

/** A value that sorts what is unknown last, and is never null. */
function column(key: Extract<OrderKey, { by: 'column' | 'id' }>, n: string): string {
  if (key.by === 'id') return `${n}.id`;
  const of = `${n}.${quoted(key.column)}`;
  return key.nullable ? `coalesce(${of}, ${key.direction === 'ASC' ? 2 ** 31 : -(2 ** 31) - 1})` : of;
}

function computed(printer: Printer, key: Extract<OrderKey, { by: 'name' | 'count' }>, n: string): string {
  if (key.by === 'count')
    return `COUNT { ${printer.conditions.related({ hop: key.hop, where: undefined }, n)} }`;
  const m = printer.names.next();
  return `coalesce(head(COLLECT { MATCH ${pattern(printer.catalogue, key.hop, n, m)} RETURN ${m}.name_fold }), ${key.direction === 'ASC' ? "'\\uFFFF'" : "''"})`;
}

function beyondCursors({ order, after, before }: Page, keys: readonly string[]): string[] {
  const cursors: string[] = [];
  if (after) cursors.push(beyond(keys, order, after, false, parameter));
  if (before) cursors.push(beyond(keys, order, before, true, parameter));
  return cursors;
}

/** A list of its own that is filtered; what hangs on a row is not. */
export const filtered = ({ from, where }: Page): Filtered => ({
  label: labelOf(from),
  paths: 'concept' in from ? accessPaths(where) : [],
});

export const labelOf = (from: Page['from']) =>
  'proposed' in from ? 'Proposed' : (from as { concept: string }).concept;

export const direction = (page: Page, key: OrderKey) =>
  (key.direction === 'DESC') !== page.backward ? ' DESC' : '';

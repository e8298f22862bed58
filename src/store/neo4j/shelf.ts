import type { Page, Param } from '../../plan/plan.js';
import { beyond } from '../keyset.js';
import { parameter } from './source.js';

/** A page of the shelf: rows of the order's keys and the record, and how many there are. */
export function shelfLines(page: Page, kinds: Param): string[] {
  const among = `s.concept IN ${parameter(kinds)}`;
  const keys = ['s.recordedAt', 's.id'];
  const where = [
    among,
    's.recordedAt IS NOT NULL',
    's.id IS NOT NULL',
    ...(page.after ? [beyond(keys, page.order, page.after, false, parameter)] : []),
    ...(page.before ? [beyond(keys, page.order, page.before, true, parameter)] : []),
  ];
  const direction = page.backward ? ' DESC' : '';
  const rows =
    page.limit === undefined
      ? 'null'
      : `COLLECT { MATCH (s:Shelf) WHERE ${where.join(' AND ')} RETURN [[s.recordedAt, s.id], s.row] ORDER BY ${keys.map((k) => k + direction).join(', ')} LIMIT ${parameter(page.limit)} }`;
  const total = page.total ? `COUNT { MATCH (s:Shelf) WHERE ${among} }` : 'null';
  return [`RETURN [${rows}, ${total}] AS answer`];
}

import type { Page, Param } from '../../plan/plan.js';
import { beyond } from '../keyset.js';
import { parameter } from './source.js';

/** A page of the shelf: rows of the order's keys and the record, and how many there are. */
export function printShelf(page: Page, kinds: Param): string {
  const among = `concept IN (SELECT value FROM json_each(${parameter(kinds)}))`;
  const keys = ['"recordedAt"', 'id'];
  const where = [
    among,
    ...(page.after ? [beyond(keys, page.order, page.after, false, parameter)] : []),
    ...(page.before ? [beyond(keys, page.order, page.before, true, parameter)] : []),
  ];
  const direction = page.backward ? ' DESC' : '';
  const order = keys.map((key) => key + direction).join(', ');
  const rows =
    page.limit === undefined
      ? 'NULL'
      : `(SELECT json_group_array(json_array(json_array(s."recordedAt", s.id), s."row")) FROM (SELECT * FROM shelf WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${parameter(page.limit)}) s)`;
  const total = page.total ? `(SELECT count(*) FROM shelf WHERE ${among})` : 'NULL';
  return `json_array(${rows}, ${total})`;
}

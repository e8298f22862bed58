import { RapporteurError } from '../errors.js';
import type { OrderKey } from '../plan/plan.js';

/** What a cursor is good for: this list in this order. */
export function signature(concept: string, order: readonly OrderKey[]): string {
  return [
    concept,
    ...order.map(
      (k) =>
        `${k.by === 'column' ? k.column : k.by === 'id' ? 'id' : `${k.hop.name}.${k.by}`} ${k.direction}`,
    ),
  ].join(',');
}

export const writeCursor = (sign: string, keys: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([sign, ...keys])).toString('base64url');

/** The keys in a cursor. @throws BAD_CURSOR where it is not one of this list in this order. */
export function readCursor(cursor: string, sign: string, order: readonly OrderKey[]): unknown[] {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    found = undefined;
  }
  if (!Array.isArray(found) || typeof found[0] !== 'string') {
    throw new RapporteurError(
      'BAD_CURSOR',
      `'${cursor.slice(0, 80)}' is no cursor; take one from edges { cursor } or pageInfo`,
    );
  }
  const [of, ...keys] = found as [string, ...unknown[]];
  const fits =
    of === sign &&
    keys.length === order.length &&
    keys.every((value, i) => typeof value === expected(order[i]!));
  if (!fits) {
    throw new RapporteurError(
      'BAD_CURSOR',
      `The cursor '${cursor.slice(0, 80)}' belongs to another list or order (${String(of).slice(0, 120)}); here it would be one of ${sign}`,
    );
  }
  return keys;
}

const expected = (key: OrderKey) =>
  key.by === 'count' || (key.by === 'column' && (key.type === 'int' || key.type === 'float'))
    ? 'number'
    : 'string';

import type { OrderKey, Param } from '../plan/plan.js';

/**
 * Rows beyond a cursor in the order, or before it, as text that SQL and Cypher both read. The first key stands alone
 * too, so that an index can start there: alternatives alone would walk all of it.
 */
export function beyond(
  keys: readonly string[],
  order: readonly OrderKey[],
  cursor: readonly Param[],
  before: boolean,
  parameter: (param: Param) => string,
): string {
  const sign = (i: number) => ((order[i]!.direction === 'DESC') !== before ? '<' : '>');
  const at = (i: number) => parameter(cursor[i]!);
  const alternatives = keys.map((key, i) => {
    const equal = keys.slice(0, i).map((k, j) => `${k} = ${at(j)}`);
    return `(${[...equal, `${key} ${sign(i)} ${at(i)}`].join(' AND ')})`;
  });
  if (keys.length === 1) return alternatives[0]!;
  return `${keys[0]} ${sign(0)}= ${at(0)} AND (${alternatives.join(' OR ')})`;
}

import type { Catalogue } from '../../model/catalogue.js';
import type { Tie } from '../../model/ties.js';
import { linkTable, quote } from './ddl.js';

/** The records that make a kind of tie, as `f`: where they are read, and where their two ends are. */
export interface Makers {
  readonly tie: Tie;
  readonly from: string;
  readonly where: readonly string[];
  readonly near: string;
  readonly far: string;
}

/**
 * Reads them from one end, by that end's index; `end` is its id. Each relation that can be the near end is read by
 * itself. A plus before a column keeps SQLite from starting at the other end.
 */
export function makers(catalogue: Catalogue, tie: Tie, drive: 'near' | 'far', end: string): Makers[] {
  const stored = catalogue.stored.find((s) => s.owner === tie.owner && s.field === tie.far)!;
  const { family } = catalogue.concept(tie.owner);
  const far = stored.many ? 'l."to"' : `f.${quote(tie.far)}`;
  const link = linkTable(stored.label);
  const from = !stored.many
    ? `${quote(family)} f`
    : drive === 'near'
      ? `${quote(family)} f CROSS JOIN ${link} l ON l."from" = f.id`
      : `${link} l CROSS JOIN ${quote(family)} f ON f.id = l."from"`;
  const same = [
    ...(family === 'entity' ? [`+f.concept = '${tie.owner}'`] : []),
    ...(tie.except ? [`+f.${quote(tie.except.column)} <> '${tie.except.value}'`] : []),
  ];
  const fields = tie.near.length ? tie.near : ['id'];
  return fields.flatMap((field, i) => {
    if (field === tie.far) return [];
    const near = `f.${quote(field)}`;
    const missing = fields.slice(0, i).map((other) => `+f.${quote(other)} IS NULL`);
    return [
      { tie, from, near, far, where: [`${drive === 'near' ? near : far} = ${end}`, ...missing, ...same] },
    ];
  });
}

import { ties } from '../../model/ties.js';
import type { Neighbours } from '../../plan/ties.js';
import { overlap } from '../overlap.js';
import { makers } from './makers.js';
import type { Printer } from './print.js';
import { parameter } from './source.js';
import { steps } from './steps.js';

/** Neighbours as one walk of an entity's ties in the order of their index; of a period, from its facts. */
export function neighbours(printer: Printer, plan: Neighbours): string {
  const of = parameter(plan.of);
  const ties = plan.during
    ? counted(printer, plan)
    : `SELECT far, relation, weight FROM tie WHERE near = ${of}`;
  const kinds =
    plan.kinds === undefined
      ? ''
      : ` WHERE (SELECT concept FROM entity WHERE id = far) IN (SELECT value FROM json_each(${parameter(plan.kinds)}))`;
  const source = `SELECT ${of} AS near, relation, far, weight FROM (${ties})${kinds} ORDER BY weight DESC, relation, far LIMIT ${parameter(plan.limit)}`;
  const { from, value } = steps(printer, plan.steps, source, plan.during);
  return `SELECT json_group_array(${value} ORDER BY s.weight DESC, s.relation, s.far) AS answer FROM ${from}`;
}

function counted({ catalogue }: Printer, { of, during }: Neighbours): string {
  const id = parameter(of);
  const period = { from: parameter(during!.from), to: parameter(during!.to) };
  const found = ties(catalogue).flatMap((tie) => {
    const dated = overlap(catalogue, tie.owner, 'f', period);
    if (!dated) return [];
    return (['near', 'far'] as const).flatMap((drive) =>
      makers(catalogue, tie, drive, id).map(({ from, where, near, far }) => {
        const [other, name] = drive === 'near' ? [far, tie.relation] : [near, tie.inverse];
        return `SELECT '${name}' AS relation, ${other} AS far FROM ${from} WHERE ${[...where, `+${other} <> ${id}`, dated].join(' AND ')}`;
      }),
    );
  });
  return `SELECT far, relation, count(*) AS weight FROM (${found.join(' UNION ALL ')}) GROUP BY relation, far`;
}

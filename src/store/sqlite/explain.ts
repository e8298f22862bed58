import type { Step } from '../port.js';
import { rows, type Connection } from './statements.js';

interface PlanRow {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/**
 * What SQLite's EXPLAIN QUERY PLAN (https://sqlite.org/eqp.html) says of a statement. It does not run it, and this
 * build of SQLite counts nothing while one runs, so that the steps have neither rows nor hits.
 */
export async function queryPlan(db: Connection, sql: string, values: readonly unknown[]): Promise<Step> {
  const found = await rows<PlanRow>(db, `EXPLAIN QUERY PLAN ${sql}`, values);
  const under = (parent: number): Step[] =>
    found
      .filter((row) => row.parent === parent)
      .map((row) => ({ ...named(row.detail), children: under(row.id) }));
  return { operator: 'QUERY PLAN', details: '', children: under(0) };
}

/** The words in capitals that a line begins with, and the rest: SEARCH, and n2 USING PRIMARY KEY (id=?). */
function named(detail: string): Pick<Step, 'operator' | 'details'> {
  const [operator] = /^[A-Z-]+( [A-Z-]+)*(?= |$)/.exec(detail) ?? [''];
  return { operator, details: detail.slice(operator.length).trim() };
}

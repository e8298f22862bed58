import type { ProfiledPlan, ResultSummary } from 'neo4j-driver';
import type { Step } from '../port.js';

/** The statement to send so that Neo4j runs it and counts what each operator does. */
export const profiling = (statement: string) => `PROFILE ${statement}`;

/** The statement to send so that Neo4j plans it only. */
export const explaining = (statement: string) => `EXPLAIN ${statement}`;

/** The operators of a profiled statement, with what they were expected to give and what they gave. */
export function stepOf({ profile }: ResultSummary): Step {
  if (!profile) throw new Error('Neo4j sent no profile of a statement with PROFILE');
  return step(profile);
}

function step(plan: ProfiledPlan): Step {
  const said = plan.arguments as { readonly EstimatedRows?: number; readonly Details?: string };
  return {
    // The name of the database stands behind an @.
    operator: plan.operatorType.replace(/@.*/, ''),
    details: said.Details ?? '',
    rows: plan.rows,
    ...(said.EstimatedRows === undefined ? {} : { estimated: said.EstimatedRows }),
    hits: plan.dbHits,
    children: plan.children.map(step),
  };
}

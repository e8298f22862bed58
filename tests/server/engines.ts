import { inject } from 'vitest';
import type { Neo4jAnswer } from './neo4j.js';

/** The Neo4j of this worker, or why there is none on this machine. */
export const neo4j: { uri: string } | { missing: string } = await ask();

async function ask(): Promise<{ uri: string } | { missing: string }> {
  const response = await fetch(`${inject('neo4jDoor')}/${process.env['VITEST_POOL_ID']}`);
  const answer = (await response.json()) as Neo4jAnswer;
  if ('failed' in answer) throw new Error(answer.failed);
  return answer;
}

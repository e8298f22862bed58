import { describe, inject } from 'vitest';
import type { Neo4jAnswer } from './neo4j.js';

/** The Neo4j of this run, or why there is none on this machine. */
export const neo4j: { uri: string } | { missing: string } = await ask();

/** `describe` for what needs Neo4j: where there is none it is skipped, and its title says why. */
export function describeNeo4j(title: string, body: (uri: string) => void): void {
  if ('missing' in neo4j) describe.skip(`${title} (${neo4j.missing})`, () => body(''));
  else describe(title, () => body(neo4j.uri));
}

async function ask(): Promise<{ uri: string } | { missing: string }> {
  const response = await fetch(inject('neo4jDoor'));
  const answer = (await response.json()) as Neo4jAnswer;
  if ('failed' in answer) throw new Error(answer.failed);
  return answer;
}

import type { Limits } from '../../config.js';
import { tooLong } from './lists.js';
import type { Over } from './over.js';

/** How deep lists and objects in a variable may stand in one another. Ours and graphql's walks of them recurse. */
const VARIABLE_DEPTH = 100;

/** What in the variables of a request goes over a limit. */
export function variablesOver(
  variables: Readonly<Record<string, unknown>>,
  { listItems }: Limits,
): Over | undefined {
  for (const [name, value] of Object.entries(variables)) {
    // Level by level and without recursion: JSON may be deeper than the stack.
    let level: unknown[] = [value];
    for (let depth = 0; level.length; depth++) {
      if (depth > VARIABLE_DEPTH) return tooDeep(name);
      for (const one of level)
        if (Array.isArray(one) && one.length > listItems)
          return tooLong(`$${name} holds`, one.length, listItems);
      level = level.flatMap((one) =>
        typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
      );
    }
  }
  return undefined;
}

const tooDeep = (name: string): Over => ({
  limit: 'VARIABLE_DEPTH',
  allowed: VARIABLE_DEPTH,
  message: `$${name} holds lists and objects more than ${VARIABLE_DEPTH} deep in one another; at most ${VARIABLE_DEPTH} are allowed`,
});

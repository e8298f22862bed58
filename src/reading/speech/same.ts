import type { Who } from '../work.js';

/** Whether two are the same by name: one person of the article, one entity of the graph. */
export function isSame(a: Who, b: Who): boolean {
  if (a.is === 'figure' && b.is === 'figure') return a.figure === b.figure;
  return a.is === 'entity' && b.is === 'entity' && a.entity === b.entity;
}

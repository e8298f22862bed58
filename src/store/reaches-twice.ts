import type { GroupKey } from '../plan/plan.js';

/** Whether a record may reach one group in two ways: over several steps, one of them to many. */
export const reachesTwice = (key: GroupKey): boolean =>
  key.is === 'node' && key.hops.length > 1 && key.hops.some((hop) => hop.many);

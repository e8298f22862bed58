import type { Plan } from '../plan/plan.js';
import type { Explained, Step, Store } from './port.js';

/** Reads a plan as ever, by the clock, and then asks for the engine's own plan: asking slows a statement down. */
export async function explained(
  store: Pick<Store, 'read'>,
  plan: Plan,
  steps: () => Promise<Step>,
): Promise<Explained> {
  const start = performance.now();
  const answer = await store.read(plan);
  const ms = performance.now() - start;
  return { answer, ms, steps: await steps() };
}

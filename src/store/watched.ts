import type { Plan } from '../plan/plan.js';
import { printPlan } from '../plan/print.js';
import type { Store } from './port.js';

/** What is told of a statement when it has ended. */
export interface Heard {
  /** The kind of root field it is for. */
  readonly root: string;
  /** How long it took, with waiting for a connection. */
  readonly ms: number;
  readonly failed: boolean;
  /** The plan and the statement as texts, without their values. */
  text(): { readonly plan: string; readonly statement: string };
}

/** A store that tells of each statement it reads with. */
export function watched(store: Store, hear: (heard: Heard) => void): Store {
  const read = async (plan: Plan): Promise<unknown> => {
    const begun = performance.now();
    const tell = (failed: boolean) =>
      hear({
        root: plan.root,
        ms: performance.now() - begun,
        failed,
        text: () => ({ plan: printPlan(plan), statement: store.statement(plan) }),
      });
    try {
      const answer = await store.read(plan);
      tell(false);
      return answer;
    } catch (error) {
      tell(true);
      throw error;
    }
  };
  return new Proxy(store, {
    get(of, name) {
      if (name === 'read') return read;
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}

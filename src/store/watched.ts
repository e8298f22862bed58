import type { Plan } from '../plan/plan.js';
import { printPlan } from '../plan/print.js';
import type { Store } from './port.js';

/** What is told of a statement when it has ended. */
export interface Heard {
  /** As the store names it. */
  readonly engine: string;
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
  const read = async (plan: Plan, signal?: AbortSignal): Promise<unknown> => {
    const begun = performance.now();
    const tell = (failed: boolean) =>
      hear({
        engine: store.engine,
        root: plan.root,
        ms: performance.now() - begun,
        failed,
        text: () => ({ plan: printPlan(plan), statement: store.statement(plan) }),
      });
    try {
      const answer = await store.read(plan, signal);
      tell(false);
      return answer;
    } catch (error) {
      tell(true);
      throw error;
    }
  };
  return readingBy(store, read);
}

/** A store whose statements are ended where whoever asked goes away. */
export const heeding = (store: Store, signal: AbortSignal): Store =>
  readingBy(store, (plan) => store.read(plan, signal));

/** A store that reads in another way, and is the same for the rest. */
export function readingBy(store: Store, read: Store['read']): Store {
  return new Proxy(store, {
    get(of, name) {
      if (name === 'read') return read;
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}

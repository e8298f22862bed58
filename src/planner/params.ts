import type { Param } from '../plan/plan.js';

/** The values of a plan, numbered as the planner meets them. */
export class Params {
  readonly values: unknown[] = [];
  add(value: unknown): Param {
    return this.values.push(value) - 1;
  }
}

import type { Plan } from '../plan/plan.js';

/** The statements of plans, each printed once: plans that differ in nothing but their values share all that lies in them. */
export class Printed {
  readonly #known = new WeakMap<object, string>();

  constructor(private readonly print: (plan: Plan) => string) {}

  of(plan: Plan): string {
    const body = bodyOf(plan);
    const before = this.#known.get(body);
    if (before !== undefined) return before;
    const text = this.print(plan);
    this.#known.set(body, text);
    return text;
  }
}

function bodyOf(plan: Plan): object {
  switch (plan.root) {
    case 'survey':
      return plan.survey;
    case 'candidates':
      return plan.candidates;
    case 'lookup':
      return plan.lookup;
    case 'neighbours':
      return plan.neighbours;
    case 'paths':
      return plan.paths;
    default:
      return plan.page;
  }
}

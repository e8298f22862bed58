import type { Condition } from '../../plan/plan.js';

/** What a condition is whatever record it is asked of, if it is that. */
export function constant(condition: Condition | undefined): boolean | undefined {
  switch (condition?.is) {
    case 'and':
    case 'or': {
      const decides = condition.is === 'or';
      const values = condition.of.map(constant);
      if (values.includes(decides)) return decides;
      return values.includes(undefined) ? undefined : !decides;
    }
    case 'not': {
      const value = constant(condition.of);
      return value === undefined ? undefined : !value;
    }
    case 'kind':
      return condition.concepts.length ? undefined : false;
    case 'related':
    case 'named':
      return constant(condition.where) === false ? false : undefined;
    default:
      return undefined;
  }
}

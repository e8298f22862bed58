import { isDeepStrictEqual } from 'node:util';
import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import type { Param } from '../plan/plan.js';

/** The values of a plan, numbered as the planner meets them. */
export class Params {
  readonly values: unknown[] = [];
  /** Texts that the answer needs and the engine does not, numbered alike: what cursors are signed with, a name as typed. */
  readonly texts: string[] = [];

  add(value: unknown): Param {
    return this.values.push(value) - 1;
  }

  keep(text: string): number {
    return this.texts.push(text) - 1;
  }
}

/** What the arguments of one field say of a plan; said again, it gives the values of other variables. */
export interface Said {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Adds the values to the parameters; what it gives has no value in it. @throws BAD_USER_INPUT, BAD_CURSOR */
  readonly say: (args: never, params: Params) => unknown;
  readonly gave: unknown;
}

/** All that a plan takes from arguments, in order: nothing else in the planner looks at them, or adds a parameter. */
export class Arguments {
  readonly params = new Params();
  readonly said: Said[] = [];

  constructor(private readonly variables: Readonly<Record<string, unknown>>) {}

  say<A, T>(field: GraphQLField<unknown, unknown>, node: FieldNode, say: (args: A, params: Params) => T): T {
    const gave = say(getArgumentValues(field, node, this.variables) as A, this.params);
    this.said.push({ field, node, say, gave });
    return gave;
  }
}

/** The values that other variables give; undefined where the arguments say something else than they did. */
export function sayAgain(
  said: readonly Said[],
  variables: Readonly<Record<string, unknown>>,
): Params | undefined {
  const params = new Params();
  for (const { field, node, say, gave } of said) {
    const now = say(getArgumentValues(field, node, variables) as never, params);
    if (!isDeepStrictEqual(now, gave)) return undefined;
  }
  return params;
}

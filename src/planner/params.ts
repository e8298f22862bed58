import { isDeepStrictEqual } from 'node:util';
import { BREAK, getArgumentValues, visit, type FieldNode, type GraphQLField } from 'graphql';
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

  /** What was added since there were so many. */
  since(values: number, texts: number): Pick<Params, 'values' | 'texts'> {
    return { values: this.values.slice(values), texts: this.texts.slice(texts) };
  }
}

/** What the arguments of one field say of a plan; said again, it gives the values of other variables. */
export interface Said {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Adds the values to the parameters; what it gives has no value in it. @throws BAD_USER_INPUT, BAD_CURSOR */
  readonly say: (args: never, params: Params) => unknown;
  readonly gave: unknown;
  /** What it added, where the document says all of it and no variable does: it need not be said again. */
  readonly always?: Pick<Params, 'values' | 'texts'>;
}

/** All that a plan takes from arguments, in order: nothing else in the planner looks at them, or adds a parameter. */
export class Arguments {
  readonly params = new Params();
  readonly said: Said[] = [];

  constructor(private readonly variables: Readonly<Record<string, unknown>>) {}

  say<A, T>(field: GraphQLField<unknown, unknown>, node: FieldNode, say: (args: A, params: Params) => T): T {
    const { values, texts } = this.params;
    const [before, kept] = [values.length, texts.length];
    const gave = say(getArgumentValues(field, node, this.variables) as A, this.params);
    const always = hasVariables(node) ? {} : { always: this.params.since(before, kept) };
    this.said.push({ field, node, say, gave, ...always });
    return gave;
  }
}

/** The values that other variables give; undefined where the arguments say something else than they did. */
export function sayAgain(
  said: readonly Said[],
  variables: Readonly<Record<string, unknown>>,
): Params | undefined {
  const params = new Params();
  for (const { field, node, say, gave, always } of said) {
    if (always) {
      params.values.push(...always.values);
      params.texts.push(...always.texts);
      continue;
    }
    const now = say(getArgumentValues(field, node, variables) as never, params);
    if (!isDeepStrictEqual(now, gave)) return undefined;
  }
  return params;
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given)
    visit(argument, {
      Variable() {
        found = true;
        return BREAK;
      },
    });
  return found;
}

import { indent } from './lines.js';
import type { Shape } from './plan.js';
import type { Neighbours, Paths, Steps } from './ties.js';

type Print = (shape: Shape) => string[];
export function neighbours({ of, kinds, during, limit, steps }: Neighbours, shape: Print): string[] {
  const inner = [
    ...(during ? [`made during $${during.from} to $${during.to}`] : []),
    ...(kinds === undefined ? [] : [`filter to is $${kinds}`]),
    'order weight DESC, relation ASC, to ASC',
    `limit $${limit}`,
    ...taken(steps, shape),
  ];
  return [`ties of $${of}`, ...indent(inner)];
}

export function paths({ from, to, longest, limit, steps }: Paths, shape: Print): string[] {
  const inner = ['order length ASC, degrees ASC, ids ASC', `limit $${limit}`, ...taken(steps, shape)];
  return [`paths from $${from} to $${to} up to $${longest}`, ...indent(inner)];
}

function taken({ from, to, facts }: Steps, shape: Print): string[] {
  const each = (name: string, shapes: readonly Shape[]) =>
    shapes.flatMap((s) => [`project ${name}`, ...indent(shape(s))]);
  return [...each('from', from), ...each('to', to), ...each('facts', facts)];
}

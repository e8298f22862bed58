import type { Step } from '../../store/port.js';

/**
 * An engine's steps as a tree, with their counts where it has any. Steps that give rows are a pipeline: the first child
 * feeds its step and stands below it in line, as Neo4j itself prints it, and only further ones move in. Without rows
 * the children are the parts of a step, and stand inside of it.
 */
export function table(last: Step, width: number): string[] {
  const steps = flat(last, '');
  if (last.rows === undefined)
    return steps.map(({ tree, details }) => cut(`${tree} ${details}`.trimEnd(), width));
  const cells = steps.map(({ tree, estimated, rows, hits, details }) => [
    tree,
    estimated === undefined ? '' : String(Math.round(estimated * 10) / 10),
    String(rows ?? ''),
    String(hits ?? ''),
    details,
  ]);
  const heads = ['operator', 'estimated', 'rows', 'hits', 'details'];
  return aligned([heads, ...cells]).map((line) => cut(line, width));
}

type Line = Omit<Step, 'operator' | 'children'> & { readonly tree: string };

function flat({ operator, children, ...step }: Step, before: string): Line[] {
  const line = { ...step, tree: `${before}${operator}` };
  if (step.rows === undefined) return [line, ...children.flatMap((child) => flat(child, `${before}  `))];
  const [first, ...more] = children;
  return [
    line,
    ...more.flatMap((child) => flat(child, `${before}| `)),
    ...(first ? flat(first, before) : []),
  ];
}

function aligned(cells: readonly (readonly string[])[]): string[] {
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0]!) : column === 4 ? text : text.padStart(widths[column]!);
  return cells.map((row) => row.map(pad).join('  ').trimEnd());
}

const cut = (line: string, width: number) =>
  line.length > width && width > 1 ? `${line.slice(0, width - 1)}…` : line;

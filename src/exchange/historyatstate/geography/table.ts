import { RapporteurError } from '../../../errors.js';

/** A line of a table: its cells by column, and where it stands for messages: `territories.tsv:12`. */
export interface Line<C extends string> {
  readonly at: string;
  readonly cell: Readonly<Record<C, string>>;
}

/**
 * Reads a table of tab-separated values: lines that begin with # are comments, the first other line names the columns.
 * Cells are trimmed. Throws BAD_RECORD naming every line that does not have the cells of the header.
 */
export function readTable<C extends string>(text: string, file: string, columns: readonly C[]): Line<C>[] {
  const [header, ...rows] = text
    .split('\n')
    .map((line, i) => ({ at: `${file}:${i + 1}`, line: line.replace(/\r$/, '') }))
    .filter(({ line }) => line.trim() && !line.startsWith('#'));
  if (header?.line !== columns.join('\t'))
    refuse([`${header?.at ?? file}: the columns must be ${columns.join(', ')}, with a tab between them`]);
  const lines = rows.map(({ at, line }) => ({ at, cells: line.split('\t').map((cell) => cell.trim()) }));
  refuse(
    lines
      .filter(({ cells }) => cells.length !== columns.length)
      .map(({ at, cells }) => `${at}: ${cells.length} cells where there are ${columns.length} columns`),
  );
  return lines.map(({ at, cells }) => ({
    at,
    cell: Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as Record<C, string>,
  }));
}

/** Throws all problems as one error, if there are any. */
export function refuse(problems: readonly string[]): void {
  if (problems.length) throw new RapporteurError('BAD_RECORD', problems.join('\n'));
}

import type { Cell, Row } from '../reading/row.js';

/** A text with the cells of columns in it: `meeting:smith-{No}`. */
export interface Template {
  readonly parts: readonly (string | { readonly column: string })[];
  readonly columns: readonly string[];
}

export function template(text: string): Template {
  const parts = text
    .split(/(\{[^{}]+\})/)
    .filter(Boolean)
    .map((part) => (/^\{.+\}$/.test(part) ? { column: part.slice(1, -1).trim() } : part));
  return { parts, columns: [...new Set(parts.flatMap((p) => (typeof p === 'string' ? [] : [p.column])))] };
}

const NONE: Cell = '';
const cell = ({ cells }: Row, column: string): Cell => cells.get(column) ?? NONE;

/** What a cell says, its pieces in a list: none where it is empty. */
export function pieces(row: Row, column: string, split?: string): string[] {
  const found = cell(row, column);
  const parts = typeof found === 'string' ? (split ? found.split(split) : [found]) : found;
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The text for a row; nothing where one of its columns is empty. `each`: what is made of a cell before it stands there. */
export function filled(
  { parts }: Template,
  row: Row,
  each: (text: string) => string = (text) => text,
): string | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      const found = pieces(row, part.column).map(each).join(' ');
      if (!found) return undefined;
      text += found;
    }
  }
  return text;
}

import type { Value } from '../mapping/mapping.js';
import { filled, pieces, type Template } from '../mapping/template.js';
import type { Row } from '../reading/row.js';

/** A text of the row as printed, and what the mapping says that it stands for. */
export interface Text {
  readonly printed: string;
  readonly text: string;
}

/** What a value says in a row: nothing where the cell is empty, several where it is split or a list. A constant is not printed. */
export function textsOf({ text, split, means, otherwise }: Value, row: Row): Text[] {
  if (!text.columns.length) return [{ printed: '', text: text.parts.join('') }];
  const printed = printedOf(text, row, split);
  if (!printed.length && means.has('')) return [{ printed: '', text: means.get('')! }];
  return printed.map((p) => ({ printed: p, text: means.get(p) ?? otherwise ?? p }));
}

function printedOf(text: Template, row: Row, split: string | undefined): string[] {
  if (text.parts.length === 1) return pieces(row, text.columns[0]!, split);
  const whole = filled(text, row) ?? '';
  return (split ? whole.split(split) : [whole]).map((t) => t.trim()).filter(Boolean);
}

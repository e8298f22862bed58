import type { Value } from '../mapping/mapping.js';
import { filled, pieces } from '../mapping/template.js';
import type { Row } from '../reading/row.js';

/** A text of the row as printed, and what the mapping says that it stands for. */
export interface Text {
  readonly printed: string;
  readonly text: string;
}

/** What a value says in a row: nothing where the cell is empty, several where it is split or a list. */
export function textsOf({ text, split, means, otherwise }: Value, row: Row): Text[] {
  const [only] = text.parts;
  const whole = text.parts.length === 1 && typeof only !== 'string' ? undefined : (filled(text, row) ?? '');
  const printed =
    whole === undefined
      ? pieces(row, text.columns[0]!, split)
      : (split && text.columns.length ? whole.split(split) : [whole]).map((t) => t.trim()).filter(Boolean);
  if (!printed.length && means.has('')) return [{ printed: '', text: means.get('')! }];
  return printed.map((p) => ({ printed: p, text: means.get(p) ?? otherwise ?? p }));
}

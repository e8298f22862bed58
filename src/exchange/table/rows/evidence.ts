import type { Mapping, RecordMapping } from '../mapping/mapping.js';
import { filled, pieces } from '../mapping/template.js';
import type { Row } from '../reading/row.js';

/** A fact's evidence: the row of the source, the field, the cell as printed, and what it was read as where that differs. */
export interface EvidenceItem {
  readonly source: Readonly<Record<string, string>>;
  readonly field?: string;
  readonly value?: string;
  readonly note?: string;
  readonly method?: string;
  readonly confidence?: number;
}

/** The row as evidence names it: by `row` of the mapping, else by what the record's id is made of, else by its line. */
export function sourceOf(mapping: Mapping, { id }: RecordMapping, row: Row): Record<string, string> {
  const { name, url, date, licence } = mapping.source;
  const { columns } = 'link' in id ? id.text : id;
  const record = mapping.row
    ? filled(mapping.row, row)
    : columns.map((column) => pieces(row, column).join(', ')).join(' ');
  const page = url && filled(url, row);
  return {
    name,
    record: record?.trim() || `line ${row.line}`,
    ...(page && { url: page }),
    ...(date && { date }),
    ...(licence && { licence }),
  };
}

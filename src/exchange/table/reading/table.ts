import type { Refusal } from '../../bring/outcome.js';
import { delimited } from './delimited.js';
import { jsonLines } from './json-lines.js';
import type { Row, TableForm } from './row.js';

/** The rows of a table as they come, and in their place what had to be refused. @throws BAD_USER_INPUT */
export function readTable(bytes: AsyncIterable<Uint8Array>, form: TableForm): AsyncGenerator<Row | Refusal> {
  return form.format === 'jsonl' ? jsonLines(bytes, form) : delimited(bytes, form);
}

import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { RapporteurError } from '../../../errors.js';
import type { Refusal } from '../../bring/outcome.js';
import { Decoded } from './decoded.js';
import { checkHeader, separatorOf } from './header.js';
import {
  LONGEST_CELL,
  LONGEST_ROW,
  refusedLine,
  THE_REST,
  type Cell,
  type Row,
  type TableForm,
} from './row.js';

/**
 * The rows of a CSV or TSV, one after another in flat memory. A row of another length or with a cell too long is refused
 * alone; after a quote that does not close where a cell ends nothing can be told apart, so that ends the reading.
 * @throws BAD_USER_INPUT for an empty file and a header that does not do
 */
export async function* delimited(
  bytes: AsyncIterable<Uint8Array>,
  form: TableForm,
): AsyncGenerator<Row | Refusal> {
  const { name } = form;
  const decoded = new Decoded(form);
  const blocks = decoded.blocks(bytes);
  const first = await firstBlock(blocks);
  if (!first.trim()) {
    if (decoded.broken) return yield decoded.broken;
    throw new RapporteurError('BAD_USER_INPUT', `${name} is empty; its first row names the columns`);
  }
  let broken: CsvError | undefined;
  const parser = parse({
    delimiter: separatorOf(form, first.trimStart().split(/[\r\n]/, 1)[0]!),
    quote: form.quotes ? '"' : false,
    record_delimiter: ['\r\n', '\n', '\r'],
    trim: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    // A thrown error would take with it the rows before it that nobody has read yet.
    skip_records_with_error: true,
    on_skip: (error) => void (broken ??= error),
  });
  const texts = Readable.from(rest(first, blocks));
  texts.on('error', (error) => parser.destroy(error));
  let header: readonly string[] | undefined;
  let line = 1;
  let count = 0;
  for await (const cells of texts.pipe(parser) as AsyncIterable<string[]>) {
    if (broken && count >= Number(broken['records'])) break;
    count++;
    const begins = line;
    line += 1 + newlines(cells);
    if (cells.length === 1 && !cells[0]) continue;
    if (header) yield row(form, header, cells, begins);
    else checkHeader(form, (header = cells));
  }
  texts.destroy();
  const quote = broken && refusedLine(name, line, worded(broken));
  if (!header && quote) throw new RapporteurError('BAD_USER_INPUT', `${quote.source}: ${quote.problem}`);
  if (decoded.broken) yield decoded.broken;
  else if (quote) yield quote;
}

async function firstBlock(blocks: AsyncGenerator<string>): Promise<string> {
  for (let first = ''; ;) {
    const { value, done } = await blocks.next();
    if (done) return first;
    first += value;
    if (/\S.*[\r\n]/.test(first)) return first;
  }
}

async function* rest(first: string, blocks: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* blocks;
}

const newlines = (cells: readonly string[]) =>
  cells.reduce((n, cell) => (/[\r\n]/.test(cell) ? n + cell.split(/\r\n|\r|\n/).length - 1 : n), 0);

function row(
  { name, wanted }: TableForm,
  header: readonly string[],
  cells: readonly string[],
  line: number,
): Row | Refusal {
  if (cells.length !== header.length)
    return refusedLine(
      name,
      line,
      `has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${header.length}`,
    );
  const found = new Map<string, Cell>();
  for (let i = 0; i < cells.length; i++) {
    if (!wanted.has(header[i]!)) continue;
    const cell = cells[i]!;
    if (cell.length > LONGEST_CELL)
      return refusedLine(
        name,
        line,
        `'${header[i]}' has ${cell.length.toLocaleString('en')} characters; a cell has at most ${LONGEST_CELL.toLocaleString('en')}`,
      );
    found.set(header[i]!, cell);
  }
  return { line, cells: found };
}

function worded({ code }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `has a cell whose quote is never closed; write it as "…", a quote within as ""; ${THE_REST}`;
    case 'CSV_MAX_RECORD_SIZE':
      return `is a row of more than ${LONGEST_ROW / 1_000_000} MB: a quote that is never closed?; ${THE_REST}`;
    default:
      return `has a quote inside a cell; write the cell as "…" and the quote as "", or 'quotes: false' in the mapping; ${THE_REST}`;
  }
}

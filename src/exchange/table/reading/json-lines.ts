import { RapporteurError } from '../../../errors.js';
import type { Refusal } from '../../bring/outcome.js';
import { Decoded } from './decoded.js';
import { didYouMean } from '../nearest.js';
import { LONGEST_CELL, refusedLine, type Cell, type Row, type TableForm } from './row.js';

/**
 * The objects of JSON Lines as rows: texts, numbers and booleans are cells, a list of them is several, null is empty.
 * A column that no line had is refused at the end, since it is a mistake in the mapping.
 * @throws BAD_USER_INPUT for an empty file
 */
export async function* jsonLines(
  bytes: AsyncIterable<Uint8Array>,
  form: TableForm,
): AsyncGenerator<Row | Refusal> {
  const decoded = new Decoded(form);
  const unseen = new Map(form.wanted);
  const names = new Set<string>();
  let line = 0;
  let read = 0;
  for await (const text of lines(decoded.blocks(bytes))) {
    line++;
    if (!text.trim()) continue;
    read++;
    const made = row(form, text, line);
    if (!('problem' in made)) {
      for (const name of made.names) unseen.delete(name);
      if (unseen.size) for (const name of made.names.slice(0, 100)) names.add(name);
    }
    yield made;
  }
  if (decoded.broken) yield decoded.broken;
  else if (!read)
    throw new RapporteurError('BAD_USER_INPUT', `${form.name} is empty; it has one JSON object a line`);
  else if (names.size)
    for (const [column, where] of unseen)
      yield {
        record: `column '${column}'`,
        source: where,
        problem: `no line of ${form.name} has it${didYouMean(column, [...names])}; they have ${[...names].join(', ')}`,
      };
}

async function* lines(blocks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const block of blocks) {
    const parts = (begun + block).split('\n');
    begun = parts.pop()!;
    yield* parts;
  }
  if (begun) yield begun;
}

type ObjectRow = Row & { readonly names: readonly string[] };

function row({ name, wanted }: TableForm, text: string, line: number): ObjectRow | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refusedLine(name, line, `is no JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refusedLine(name, line, `is ${text.trim().slice(0, 40)}, not an object {"column": "cell", …}`);
  const found = new Map<string, Cell>();
  for (const [column, given] of Object.entries(value)) {
    if (!wanted.has(column)) continue;
    const cell = Array.isArray(given) ? given.map(plain) : plain(given);
    const all = [cell].flat();
    if (all.includes(undefined))
      return refusedLine(
        name,
        line,
        `'${column}' is ${JSON.stringify(given).slice(0, 60)}; a cell is a text, a number or a list of them`,
      );
    if (all.some((c) => c!.length > LONGEST_CELL))
      return refusedLine(
        name,
        line,
        `'${column}' has more than ${LONGEST_CELL.toLocaleString('en')} characters`,
      );
    found.set(column, cell as Cell);
  }
  return { line, cells: found, names: Object.keys(value) };
}

function plain(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? undefined : String(value).trim();
}

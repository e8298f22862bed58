import { createHash } from 'node:crypto';
import { RapporteurError } from '../../errors.js';
import type { Incoming } from '../bring/bring.js';
import type { Credit } from '../credits.js';
import { lines, type Line } from '../lines.js';
import { headerOf } from './header.js';

/** The longest line that is read, in bytes. */
const LONGEST = 10_000_000;

/** A graph as it is read. */
export interface GraphFile {
  /** What it credits, under a name of its own. */
  readonly sources: { readonly name: string; readonly credits: readonly Credit[] };
  readonly records: AsyncIterable<Incoming>;
}

/**
 * Reads a graph from the bytes of a file called `name`: what is no record is a refusal with its line.
 * @throws BAD_RECORD where the first line is no header that this version reads
 */
export async function readGraph(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  name: string,
): Promise<GraphFile> {
  const all = lines(chunks, LONGEST);
  const { value: first } = (await all.next()) as { value: Line | undefined };
  const head = first ? headerIn(first) : 'is missing: there is no line in it, not even the header of a graph';
  if (typeof head === 'string') throw new RapporteurError('BAD_RECORD', `${name}:1: the line ${head}`);
  const digest = createHash('sha256').update(JSON.stringify(head.sources)).digest('hex').slice(0, 12);
  return { sources: { name: `graph-${digest}`, credits: head.sources }, records: records(all, name) };
}

function headerIn(line: Line): ReturnType<typeof headerOf> {
  if ('problem' in line) return line.problem;
  try {
    return headerOf(JSON.parse(line.text));
  } catch {
    return headerOf(undefined);
  }
}

async function* records(all: AsyncIterable<Line>, name: string): AsyncGenerator<Incoming> {
  for await (const line of all) {
    const source = `${name}:${line.number}`;
    if ('problem' in line) yield { record: `line ${line.number}`, source, problem: line.problem };
    else if (line.text.trim()) yield incoming(line.text, line.number, source);
  }
}

function incoming(text: string, number: number, source: string): Incoming {
  const refused = (problem: string) => ({ record: `line ${number}`, source, problem });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(`is no JSON (${(error as Error).message}); a line is one record as a JSON object`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(`is ${text.trim().slice(0, 40)}, no object; a line is one record as a JSON object`);
  const { type, id, ...set } = value as Record<string, unknown>;
  const lacking = Object.entries({ type, id }).filter(([, of]) => typeof of !== 'string');
  if (lacking.length)
    return refused(
      `has no ${lacking.map(([of]) => of).join(' and no ')} that is a text; a record begins {"type": "Person", "id": "person:…"`,
    );
  // An object's own prototype would be set by it, and the field be lost.
  if (Object.hasOwn(set, '__proto__')) return refused("'__proto__' is no field");
  return { type: type as string, id: id as string, set, source };
}

import type { Refusal } from '../../bring/outcome.js';

/** A cell as printed, without the space around it; several where a line of JSON has a list. */
export type Cell = string | readonly string[];

/** A row of a table: the cells that are asked for, by their columns. */
export interface Row {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

export const FORMATS = ['csv', 'tsv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** How a table is read. */
export interface TableForm {
  /** As messages call it: `summits.csv`. */
  readonly name: string;
  readonly format: Format;
  /** One that TextDecoder knows. */
  readonly encoding: string;
  /** Between cells; else what the header shows. */
  readonly separator?: string | undefined;
  /** Whether cells stand in double quotes (RFC 4180); without, a quote is a character like any other. */
  readonly quotes: boolean;
  /** The columns that are asked for, each with the line of the mapping that names it first: `mapping.yaml:9`. */
  readonly wanted: ReadonlyMap<string, string>;
}

/** Longer cells, in characters, and longer rows, in bytes, are refused. */
export const LONGEST_CELL = 1_000_000;
export const LONGEST_ROW = 16_000_000;

export const refusedLine = (name: string, line: number, problem: string): Refusal => ({
  record: `line ${line}`,
  source: `${name}:${line}`,
  problem,
});

export const THE_REST = 'nothing was read from there on';

import type { Plan } from '../plan/plan.js';
import type { Row } from './row.js';

/** Where the graph lives. Reading is by Plan, one statement each; writing is by `apply`, one transaction each. */
export interface Store {
  /** As `about` names it: the engine and its version. */
  readonly engine: string;
  /** The raw answer of a plan, for the assembler. @throws STORE_UNAVAILABLE, QUERY_TIMEOUT */
  read(plan: Plan): Promise<unknown>;
  /** The statement that `read` sends for a plan. */
  statement(plan: Plan): string;
  /** Runs the work with the log's head locked; what it wrote is there whole, or not at all. */
  write<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** Whether it holds no record at all. */
  isEmpty(): Promise<boolean>;
  stats(): Promise<Stats>;
  close(): Promise<void>;
}

export interface Stats {
  readonly counts: Readonly<Record<string, number>>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly meta: Readonly<Record<string, string>>;
}

/** What `apply` needs of an engine, inside one transaction. Everything goes in batches. */
export interface Ledger {
  rows(ids: readonly string[]): Promise<Row[]>;
  /** Who leads to these ids by this field: pairs of the one that leads and the one led to. */
  referrers(
    concept: string,
    field: string,
    ids: readonly string[],
  ): Promise<(readonly [from: string, to: string])[]>;
  put(rows: readonly Row[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** The shelf for what was rejected: whole records, out of the graph. */
  shelved(ids: readonly string[]): Promise<Map<string, string>>;
  shelve(id: string, record: string): Promise<void>;
  unshelve(ids: readonly string[]): Promise<void>;
  lastSequence(): Promise<number>;
  keepInverse(change: string, body: string): Promise<void>;
  setMeta(key: string, value: string): Promise<void>;
}

/** The number of the format in which a store is written; another number is refused by name. */
export const FORMAT = '2';

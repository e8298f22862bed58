import type { Plan } from '../plan/plan.js';
import type { Row } from './row.js';
import type { Searched } from './searched.js';

/** Where the graph lives. Reading is by Plan, one statement each; writing is by `apply`, one transaction each. */
export interface Store {
  /** As `about` names it: the engine and its version. */
  readonly engine: string;
  /** How many records a change set had better have where there are very many. */
  readonly batch: number;
  /**
   * The raw answer of a plan, for the assembler; where the signal is given, the statement is ended.
   * @throws STORE_UNAVAILABLE, QUERY_TIMEOUT, CANCELLED
   */
  read(plan: Plan, signal?: AbortSignal): Promise<unknown>;
  /** The statement that `read` sends for a plan. */
  statement(plan: Plan): string;
  /** Reads a plan and says how the engine went about it. @throws as `read` does */
  explain(plan: Plan): Promise<Explained>;
  /** Has the engine plan the statement for a plan, without reading. */
  ready(plan: Plan): Promise<void>;
  /**
   * Runs the work with the log's head locked; what it wrote is there whole and once, or not at all. Where the way to the
   * database was cut, the work is done over. @throws STORE_UNAVAILABLE, STORE_FULL
   */
  write<T>(work: (ledger: Ledger) => Promise<T>, how?: Writing): Promise<T>;
  /** After much was written: has the engine plan anew by what is there. */
  settle(): Promise<void>;
  /** Whether it holds no record at all. */
  isEmpty(): Promise<boolean>;
  stats(): Promise<Stats>;
  /** Takes the store for one server, as long as its process lives. @throws STORE_UNAVAILABLE where another has it */
  hold(): Promise<void>;
  /** Has nothing of what was removed stay in the engine's files. @returns what stays all the same, and what to do about it */
  purge(): Promise<string | undefined>;
  /** What the engine itself finds wrong with its files and indexes; none where all is well. */
  faults(): Promise<readonly string[]>;
  /** How many statements the engine works on that read, and how many wait for their turn. */
  readonly load: { readonly running: number; readonly waiting: number };
  close(): Promise<void>;
}

/** How work is done that writes. */
export interface Writing {
  /** It cannot be done over: it gives away what it reads as it goes. */
  readonly once?: boolean;
}

/** How an engine answered a plan. */
export interface Explained {
  /** What `read` gives. */
  readonly answer: unknown;
  /** How long that took, in milliseconds: one run, with what the engine needs to make its plan. */
  readonly ms: number;
  /** The last step of the engine's own plan, with those it rests on. */
  readonly steps: Step;
}

/** A step of an engine's own plan. What an engine does not count is not there. */
export interface Step {
  readonly operator: string;
  readonly details: string;
  /** The rows it gave. */
  readonly rows?: number;
  /** The rows it was expected to give. */
  readonly estimated?: number;
  /** How often it touched the store. */
  readonly hits?: number;
  readonly children: readonly Step[];
}

export interface Stats {
  readonly counts: Readonly<Record<string, number>>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** The last change of the log. */
export interface Head {
  /** Its place in it; 0 where there is none. */
  readonly sequence: number;
  readonly change: string | null;
}

/** What `apply` needs of an engine, inside one transaction. Everything goes in batches. */
export interface Ledger {
  rows(ids: readonly string[]): Promise<Row[]>;
  /** The next ids of a concept in their order: those after this one, or the first after ''. */
  idsAfter(concept: string, id: string, limit: number): Promise<string[]>;
  /** Who leads to these ids by this field: pairs of the one that leads and the one led to. */
  referrers(
    concept: string,
    field: string,
    ids: readonly string[],
  ): Promise<(readonly [from: string, to: string])[]>;
  /** Writes rows whole; `before` are those that were there, so that what stays as it is is left alone. */
  put(rows: readonly Row[], before?: (id: string) => Row | undefined): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** The shelf for what was rejected: whole records as they were written, out of the graph. */
  shelved(ids: readonly string[]): Promise<Map<string, string>>;
  /** The next of a concept's on the shelf, as `idsAfter` gives the ids of the graph. */
  shelvedAfter(concept: string, id: string, limit: number): Promise<Shelved[]>;
  shelve(records: readonly Shelved[]): Promise<void>;
  unshelve(ids: readonly string[]): Promise<void>;
  /** Adds to the weights of ties, given from both ends; a tie of weight 0 is none. Write the entities first. */
  tie(changes: readonly TieChange[]): Promise<void>;
  /** The ties that lead from these entities, `by` being their weight. */
  tiesFrom(entities: readonly string[]): Promise<TieChange[]>;
  /** What full text keeps of these records, as far as it does. */
  searchedAs(ids: readonly string[]): Promise<ReadonlyMap<string, Searched>>;
  head(): Promise<Head>;
  keepInverse(change: string, body: string): Promise<void>;
  /** What takes changes back, by their ids, as `keepInverse` was given it. */
  inverses(changes: readonly string[]): Promise<Map<string, string>>;
  /** Reads a plan in the midst of the transaction: with what it has written so far. */
  read(plan: Plan): Promise<unknown>;
  setMeta(key: string, value: string): Promise<void>;
  dropMeta(keys: readonly string[]): Promise<void>;
  meta(): Promise<ReadonlyMap<string, string>>;
  /** Those of these marks that lie on what was forgotten; without any, all there are. */
  tombstones(marks?: readonly string[]): Promise<Tombstone[]>;
  bury(tombstones: readonly Tombstone[]): Promise<void>;
}

/** What of a ledger lies beside the graph. */
export type Keeping = Pick<
  Ledger,
  | 'shelved'
  | 'shelvedAfter'
  | 'shelve'
  | 'unshelve'
  | 'keepInverse'
  | 'inverses'
  | 'meta'
  | 'setMeta'
  | 'dropMeta'
  | 'tombstones'
  | 'bury'
>;

/** A rejected record: as it was written, to come back as; and its row, to be shown. Both are JSON. */
export interface Shelved {
  readonly id: string;
  readonly concept: string;
  readonly recordedAt: string;
  readonly record: string;
  readonly row: string;
}

/** What stays of a record that was forgotten. */
export interface Tombstone {
  /** SHA-256 of its id in hexadecimal digits: the id itself may tell of whom it was. */
  readonly mark: string;
  /** When: RFC 3339, UTC. */
  readonly at: string;
  readonly by: string;
  /** The change that stands for it in the log. */
  readonly change: string;
}

/** What a change set adds to the weight of a tie or takes from it: as many as the facts that make it. */
export interface TieChange {
  readonly near: string;
  readonly far: string;
  readonly relation: string;
  /** Made by facts: paths go over it. */
  readonly fact: boolean;
  readonly by: number;
}

/** The number of the format in which a store is written; another number is refused by name. */
export const FORMAT = '3';

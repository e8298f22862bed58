import { mkdir } from 'node:fs/promises';
import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import { searchFamilies } from '../../model/search-families.js';
import type { Plan } from '../../plan/plan.js';
import { explained } from '../explained.js';
import type { Explained, Ledger, Stats, Store } from '../port.js';
import { Printed } from '../printed.js';
import { statsOf } from '../stats.js';
import { connect, toWrite } from './connect.js';
import { queryPlan } from './explain.js';
import { Lanes, TURN } from './lanes.js';
import { inTheirTurn } from './large-answers.js';
import { SqliteLedger } from './ledger.js';
import { Pace } from './pace.js';
import { prepare } from './prepare.js';
import { printSql } from './print.js';
import { holding, type Held } from './hold.js';
import { inTurn } from './reading.js';
import { searchTable } from './search.js';
import { isWorn, rows, using, type Connection } from './statements.js';
import { inTransaction } from './transaction.js';

export interface SqliteOptions {
  /** The folder of the store's file; none keeps it in memory. */
  readonly folder?: string | undefined;
  /** How long a statement may run, in ms. */
  readonly timeLimit: number;
  readonly readers?: number;
  /** A store that is restored in part is opened too. */
  readonly half?: boolean | undefined;
}

/** The embedded store: SQLite in WAL mode, one writer and a small pool of readers, all off the main thread. */
export class SqliteStore implements Store {
  readonly engine = 'SQLite (embedded)';
  readonly batch = 5000;
  private readonly printed: Printed;
  private held: Held | undefined;
  private readonly lanes: Lanes;
  private readonly pace = new Pace();
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly catalogue: Catalogue,
    private writer: Connection,
    readers: Set<Connection>,
    private readonly options: SqliteOptions,
  ) {
    this.lanes = new Lanes(readers);
    this.printed = new Printed((plan) => printSql(catalogue, plan));
  }

  static async open(catalogue: Catalogue, options: SqliteOptions): Promise<SqliteStore> {
    const { folder } = options;
    if (folder) await mkdir(folder, { recursive: true }).catch((error: Error) => unusable(folder, error));
    try {
      const writer = await toWrite(folder);
      await prepare(writer, catalogue, folder ?? 'memory', options.half ?? false);
      const readers = folder
        ? await Promise.all(Array.from({ length: options.readers ?? 3 }, () => connect(folder)))
        : [writer];
      return new SqliteStore(catalogue, writer, new Set(readers), options);
    } catch (error) {
      if (error instanceof RapporteurError || !folder) throw error;
      return unusable(folder, error as Error);
    }
  }

  statement(plan: Plan): string {
    return this.printed.of(plan);
  }

  async read(plan: Plan, signal?: AbortSignal): Promise<unknown> {
    const text = this.statement(plan);
    const [row] = await this.reading(
      text,
      (db) => rows<{ answer: string | null }>(db, text, plan.params),
      signal,
    );
    if (!row || row.answer === null) return null;
    await inTheirTurn(row.answer);
    return JSON.parse(row.answer);
  }

  explain(plan: Plan): Promise<Explained> {
    const text = this.statement(plan);
    return explained(this, plan, () => this.reading(text, (db) => queryPlan(db, text, plan.params)));
  }

  async ready(plan: Plan): Promise<void> {
    const text = this.statement(plan);
    await this.reading(text, (db) => using(db, text, () => Promise.resolve()));
  }

  private reading<T>(text: string, work: (db: Connection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return inTurn(this.lanes, work, {
      timeLimit: this.options.timeLimit,
      signal,
      lane: this.pace.of(text) > TURN ? 'long' : 'short',
      took: (ms) => this.pace.took(text, ms),
      giveBack: async (lane, db) => this.lanes.giveBack(lane, db, await this.fresh(db)),
    });
  }

  /** A connection, or a new one in its place where it is worn. */
  private async fresh(db: Connection): Promise<Connection> {
    if (!this.options.folder || !isWorn(db)) return db;
    const made = await connect(this.options.folder);
    db.close();
    return made;
  }

  write<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    return this.afterOthers(async () => {
      if (this.options.folder && isWorn(this.writer)) {
        this.writer.close();
        this.writer = await toWrite(this.options.folder);
      }
      return inTransaction(this.writer, () =>
        work(new SqliteLedger(this.catalogue, this.writer, (plan) => this.statement(plan))),
      );
    });
  }

  /** What writes takes turns: there is one connection for it. */
  private afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.writing.catch(() => undefined).then(() => this.apart(work));
    this.writing = turn;
    return turn;
  }

  /** In memory there is one connection: a reader must not see half a change, nor what ends a reader end a change. */
  private async apart<T>(work: () => Promise<T>): Promise<T> {
    if (this.options.folder) return work();
    const only = await this.lanes.take('short');
    try {
      return await work();
    } finally {
      this.lanes.giveBack('short', only);
    }
  }

  /** SQLite plans by the indexes there are, and each statement when it is first asked. */
  settle(): Promise<void> {
    return Promise.resolve();
  }

  isEmpty(): Promise<boolean> {
    return this.reading('', async (db) => !(await rows(db, 'SELECT 1 FROM change LIMIT 1', [])).length);
  }

  stats(): Promise<Stats> {
    return statsOf(this);
  }

  get load() {
    return this.lanes.load;
  }

  async hold(): Promise<void> {
    if (this.options.folder) this.held ??= await holding(this.options.folder);
  }

  /** The indexes of words are merged, which drops those of what is gone; the file is written anew, and the log of it emptied. */
  purge(): Promise<string | undefined> {
    return this.afterOthers(() => this.purged());
  }

  private async purged(): Promise<string | undefined> {
    for (const { family } of searchFamilies(this.catalogue)) {
      const table = searchTable(family);
      await this.writer.exec(`INSERT INTO ${table}(${table}) VALUES ('optimize')`);
    }
    await this.writer.exec('VACUUM');
    const [done] = await rows<{ busy: number }>(this.writer, 'PRAGMA wal_checkpoint(TRUNCATE)', []);
    return done?.busy
      ? 'Somebody still reads what was there before: stop the server that does, and start it again'
      : undefined;
  }

  async faults(): Promise<string[]> {
    const found = await rows<{ integrity_check: string }>(this.writer, 'PRAGMA integrity_check(100)', []);
    return found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  }

  async close(): Promise<void> {
    await this.writing.catch(() => undefined);
    this.held?.close();
    for (const db of new Set([this.writer, ...this.lanes.connections])) db.close();
  }
}

function unusable(folder: string, error: Error): never {
  throw new RapporteurError(
    'STORE_UNAVAILABLE',
    `The folder ${folder} cannot hold the store (${error.message}); make it writable or set DATA_DIR to another`,
  );
}

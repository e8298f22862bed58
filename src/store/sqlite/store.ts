import Database from 'libsql/promise';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { Plan } from '../../plan/plan.js';
import { explained } from '../explained.js';
import { FORMAT, type Explained, type Ledger, type Stats, type Store } from '../port.js';
import { Printed } from '../printed.js';
import { statsOf } from '../stats.js';
import { ddl } from './ddl.js';
import { queryPlan } from './explain.js';
import { SqliteLedger } from './ledger.js';
import { printSql } from './print.js';
import { isWorn, rows, using, type Connection } from './statements.js';

export interface SqliteOptions {
  /** The folder of the store's file; none keeps it in memory. */
  readonly folder?: string | undefined;
  /** How long a statement may run, in ms. */
  readonly timeLimit: number;
  readonly readers?: number;
}

/** The embedded store: SQLite in WAL mode, one writer and a small pool of readers, all off the main thread. */
export class SqliteStore implements Store {
  readonly engine = 'SQLite (embedded)';
  readonly batch = 5000;
  private readonly printed: Printed;
  private readonly idle: Connection[] = [];
  private readonly waiting: ((connection: Connection) => void)[] = [];
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly catalogue: Catalogue,
    private writer: Connection,
    private readonly readers: Set<Connection>,
    private readonly options: SqliteOptions,
  ) {
    this.idle.push(...readers);
    this.printed = new Printed((plan) => printSql(catalogue, plan));
  }

  static async open(catalogue: Catalogue, options: SqliteOptions): Promise<SqliteStore> {
    const { folder } = options;
    if (folder) await mkdir(folder, { recursive: true }).catch((error: Error) => unusable(folder, error));
    try {
      const writer = await toWrite(folder);
      await prepare(writer, catalogue, folder ?? 'memory');
      const readers = folder
        ? await Promise.all(Array.from({ length: options.readers ?? 2 }, () => connect(folder)))
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

  async read(plan: Plan): Promise<unknown> {
    const [row] = await this.reading((db) =>
      rows<{ answer: string | null }>(db, this.statement(plan), plan.params),
    );
    return row?.answer === null || row === undefined ? null : JSON.parse(row.answer);
  }

  explain(plan: Plan): Promise<Explained> {
    return explained(this, plan, () =>
      this.reading((db) => queryPlan(db, this.statement(plan), plan.params)),
    );
  }

  async ready(plan: Plan): Promise<void> {
    await this.reading((db) => using(db, this.statement(plan), () => Promise.resolve()));
  }

  private async reading<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    // In memory there is one connection: a reader must not see half a change.
    if (!this.options.folder) await this.writing.catch(() => undefined);
    const db = this.idle.pop() ?? (await new Promise<Connection>((resolve) => this.waiting.push(resolve)));
    let late = false;
    // Again and again: an interrupt before the statement has begun, as where it waits for a thread, does nothing.
    const timer = setInterval(() => {
      late = true;
      db.interrupt();
    }, this.options.timeLimit);
    try {
      return await work(db);
    } catch (error) {
      if (late)
        throw new RapporteurError(
          'QUERY_TIMEOUT',
          `The statement took longer than ${this.options.timeLimit} ms and was ended; ask for less, or raise STATEMENT_TIMEOUT_MS`,
        );
      if (/parser stack overflow|at most \d+ tables|too many|depth/.test((error as Error).message)) {
        throw new RapporteurError(
          'BAD_USER_INPUT',
          `The selection is too deep or too wide for the embedded store (${(error as Error).message}); ask for it in parts`,
        );
      }
      throw error;
    } finally {
      clearInterval(timer);
      await this.giveBack(db);
    }
  }

  private async giveBack(used: Connection): Promise<void> {
    let db = used;
    if (this.options.folder && isWorn(used)) {
      db = await connect(this.options.folder);
      this.readers.delete(used);
      this.readers.add(db);
      used.close();
    }
    const next = this.waiting.shift();
    if (next) next(db);
    else this.idle.push(db);
  }

  write<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    const turn = this.writing
      .catch(() => undefined)
      .then(async () => {
        if (this.options.folder && isWorn(this.writer)) {
          this.writer.close();
          this.writer = await toWrite(this.options.folder);
        }
        await begin(this.writer);
        try {
          const result = await work(
            new SqliteLedger(this.catalogue, this.writer, (plan) => this.statement(plan)),
          );
          await this.writer.exec('COMMIT');
          return result;
        } catch (error) {
          await this.writer.exec('ROLLBACK');
          throw error;
        }
      });
    this.writing = turn;
    return turn;
  }

  /** SQLite plans by the indexes there are, and each statement when it is first asked. */
  settle(): Promise<void> {
    return Promise.resolve();
  }

  isEmpty(): Promise<boolean> {
    return this.reading(async (db) => !(await rows(db, 'SELECT 1 FROM change LIMIT 1', [])).length);
  }

  stats(): Promise<Stats> {
    return statsOf(this);
  }

  async faults(): Promise<string[]> {
    const found = await rows<{ integrity_check: string }>(this.writer, 'PRAGMA integrity_check(100)', []);
    return found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  }

  async close(): Promise<void> {
    await this.writing.catch(() => undefined);
    for (const db of new Set([this.writer, ...this.readers])) db.close();
  }
}

async function connect(folder?: string): Promise<Connection> {
  const db = new Database(folder ? join(folder, 'rapporteur.sqlite') : 'file:memory?mode=memory', {});
  await db.exec('PRAGMA busy_timeout = 5000');
  return db;
}

async function toWrite(folder?: string): Promise<Connection> {
  const db = await connect(folder);
  if (folder) await db.exec('PRAGMA page_size = 16384');
  if (folder) await db.exec('PRAGMA journal_mode = WAL');
  await db.exec('PRAGMA synchronous = FULL');
  // 128 MB, where it is needed: what a large change set touches is then written once.
  await db.exec('PRAGMA cache_size = -131072');
  return db;
}

/** @throws STORE_UNAVAILABLE where another process has been writing for longer than one waits */
async function begin(db: Connection): Promise<void> {
  await db.exec('BEGIN IMMEDIATE').catch((error: Error) => {
    if (!/database is locked|SQLITE_BUSY/.test(error.message)) throw error;
    throw new RapporteurError(
      'STORE_UNAVAILABLE',
      'Another process writes to the store, an import or export perhaps; try again when it is done',
    );
  });
}

async function prepare(db: Connection, catalogue: Catalogue, where: string): Promise<void> {
  await begin(db);
  try {
    const known = await rows(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta'", []);
    if (!known.length) {
      for (const statement of ddl(catalogue)) await db.exec(statement);
      await db.exec(`INSERT INTO meta VALUES ('format', '${FORMAT}')`);
    }
    const [format] = await rows<{ value: string }>(db, "SELECT value FROM meta WHERE key = 'format'", []);
    if (format?.value !== FORMAT) {
      throw new RapporteurError(
        'STORE_FORMAT',
        `The store in ${where} has format ${format?.value}; this version reads format ${FORMAT}. Use the version that wrote it, or start with another DATA_DIR`,
      );
    }
    await db.exec('COMMIT');
  } catch (error) {
    await db.exec('ROLLBACK');
    throw error;
  }
}

function unusable(folder: string, error: Error): never {
  throw new RapporteurError(
    'STORE_UNAVAILABLE',
    `The folder ${folder} cannot hold the store (${error.message}); make it writable or set DATA_DIR to another`,
  );
}

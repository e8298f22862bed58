import neo4j, { type Driver, type Neo4jError, type QueryResult, type RecordShape } from 'neo4j-driver';
import { RapporteurError } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import { FullText } from '../../plan/full-text.js';
import type { Plan } from '../../plan/plan.js';
import { explained } from '../explained.js';
import { FORMAT, type Explained, type Ledger, type Stats, type Store } from '../port.js';
import { Printed } from '../printed.js';
import { statsOf } from '../stats.js';
import { constraints } from './constraints.js';
import { explaining, profiling, stepOf } from './explain.js';
import { Neo4jLedger } from './ledger.js';
import { printCypher } from './print.js';
import { lucene } from './search.js';

export interface Neo4jOptions {
  readonly uri: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly database: string;
  /** How long a statement may run, in ms. */
  readonly timeLimit: number;
}

/** The graph in Neo4j 5.26 LTS or later, Community or a cluster. */
export class Neo4jStore implements Store {
  // A record is some sixty commands of a transaction: with many thousand of them a small heap is too small, and the
  // database stops.
  readonly batch = 1000;
  readonly engine = 'Neo4j';
  private readonly printed: Printed;

  private constructor(
    private readonly catalogue: Catalogue,
    private readonly driver: Driver,
    private readonly options: Neo4jOptions,
  ) {
    this.printed = new Printed((plan) => printCypher(catalogue, plan));
  }

  static async open(catalogue: Catalogue, options: Neo4jOptions): Promise<Neo4jStore> {
    const { uri, username, password } = options;
    const auth = username === undefined ? undefined : neo4j.auth.basic(username, password ?? '');
    const driver = neo4j.driver(uri, auth, {
      disableLosslessIntegers: true,
      connectionTimeout: 5000,
      connectionAcquisitionTimeout: 10_000,
      maxTransactionRetryTime: 10_000,
    });
    const store = new Neo4jStore(catalogue, driver, options);
    try {
      await store.prepare();
      return store;
    } catch (error) {
      await driver.close();
      throw error;
    }
  }

  private async prepare(): Promise<void> {
    const known = await this.run("MATCH (m:Meta {key: 'format'}) RETURN m.value AS value", {});
    const format = known[0]?.['value'] ?? FORMAT;
    if (format !== FORMAT) {
      throw new RapporteurError(
        'STORE_FORMAT',
        `The database ${this.options.database} at ${this.options.uri} has format ${format}; this version reads format ${FORMAT}. Use the version that wrote it, or another database`,
      );
    }
    await this.define();
    await this.run(
      "MERGE (m:Meta {key: 'format'}) ON CREATE SET m.value = $format",
      { format: FORMAT },
      { write: true },
    );
  }

  /** Makes the constraints and indexes that are missing, in one transaction: one by one they take a second each. */
  private async define(): Promise<void> {
    const known = new Set(
      (await this.run('SHOW INDEXES YIELD name RETURN name', {})).map((row) => row['name']),
    );
    const missing = constraints(this.catalogue).filter(
      (text) => !known.has(/(?:CONSTRAINT|INDEX) (\w+)/.exec(text)![1]),
    );
    if (!missing.length) return;
    const session = this.driver.session({ database: this.options.database });
    try {
      const transaction = await session.beginTransaction();
      for (const statement of missing) await transaction.run(statement);
      await transaction.commit();
    } catch (error) {
      throw this.translated(error as Neo4jError);
    } finally {
      await session.close();
    }
    await this.run('CALL db.awaitIndexes(300)', {});
  }

  async faults(): Promise<string[]> {
    const found = await this.run(
      "SHOW INDEXES YIELD name, state, populationPercent WHERE state <> 'ONLINE' RETURN name, state, populationPercent",
      {},
    );
    return found.map((row) => `the index ${row['name']} is ${row['state']} (${row['populationPercent']} %)`);
  }

  statement(plan: Plan): string {
    return this.printed.of(plan);
  }

  async read(plan: Plan): Promise<unknown> {
    const [row] = await this.run(this.statement(plan), valuesOf(plan), { timeout: this.options.timeLimit });
    return row?.['answer'] ?? null;
  }

  explain(plan: Plan): Promise<Explained> {
    return explained(this, plan, async () => {
      const text = profiling(this.statement(plan));
      const { summary } = await this.send(text, valuesOf(plan), { timeout: this.options.timeLimit });
      return stepOf(summary);
    });
  }

  /** An EXPLAIN leaves the plan where the statement itself then finds it. */
  async ready(plan: Plan): Promise<void> {
    await this.run(explaining(this.statement(plan)), valuesOf(plan));
  }

  private async run(...sent: Parameters<Neo4jStore['send']>): Promise<RecordShape[]> {
    return (await this.send(...sent)).records.map((r) => r.toObject());
  }

  /** One flight to the server: session.run in READ mode, the database named. */
  private async send(
    text: string,
    values: Record<string, unknown>,
    { write = false, timeout }: { write?: boolean; timeout?: number } = {},
  ): Promise<QueryResult> {
    const defaultAccessMode = write ? neo4j.session.WRITE : neo4j.session.READ;
    const session = this.driver.session({ database: this.options.database, defaultAccessMode });
    try {
      const config = timeout ? { timeout } : {};
      return await session.run(text, values, config);
    } catch (error) {
      throw this.translated(error as Neo4jError);
    } finally {
      await session.close();
    }
  }

  private translated(error: Neo4jError): Error {
    const { code = '' } = error;
    if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
      return new RapporteurError(
        'QUERY_TIMEOUT',
        `The statement took longer than ${this.options.timeLimit} ms and was ended; ask for less, or raise STATEMENT_TIMEOUT_MS`,
      );
    }
    if (
      code === 'ServiceUnavailable' ||
      code === 'SessionExpired' ||
      code.startsWith('Neo.TransientError') ||
      code.startsWith('Neo.ClientError.Security') ||
      code === 'Neo.ClientError.Database.DatabaseNotFound'
    ) {
      const reason = code.startsWith('Neo.ClientError') ? ` (${error.message})` : '';
      return new RapporteurError(
        'STORE_UNAVAILABLE',
        `Neo4j does not answer${reason}; try again, or look at the server and the NEO4J_ settings`,
      );
    }
    return error;
  }

  async write<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    const session = this.driver.session({ database: this.options.database, defaultAccessMode: 'WRITE' });
    try {
      const transaction = await session.beginTransaction();
      try {
        const read = async (plan: Plan) => {
          const { records } = await transaction.run(this.statement(plan), valuesOf(plan));
          return (records[0]?.get('answer') as unknown) ?? null;
        };
        const result = await work(new Neo4jLedger(this.catalogue, transaction, read));
        await transaction.commit();
        return result;
      } catch (error) {
        if (transaction.isOpen()) await transaction.rollback();
        throw error;
      }
    } catch (error) {
      throw error instanceof RapporteurError ? error : this.translated(error as Neo4jError);
    } finally {
      await session.close();
    }
  }

  /** Statements that were planned for an empty database are kept for minutes, with scans where an index now serves. */
  async settle(): Promise<void> {
    await this.run('CALL db.prepareForReplanning()', {});
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.run('MATCH (n) WHERE NOT n:Meta RETURN 1 AS one LIMIT 1', {})).length;
  }

  stats(): Promise<Stats> {
    return statsOf(this);
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}

const valuesOf = ({ params }: Plan) => Object.fromEntries(params.map((value, i) => [`p${i}`, bound(value)]));

// A plain JavaScript number would arrive as a float, and LIMIT takes none.
function bound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bound);
  if (value instanceof FullText) return lucene(value);
  return typeof value === 'number' && Number.isInteger(value) ? neo4j.int(value) : value;
}

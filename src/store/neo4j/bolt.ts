import neo4j, { type Driver, type QueryResult, type Session, type Transaction } from 'neo4j-driver';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RapporteurError } from '../../errors.js';
import { cancelled } from '../ended.js';
import { landed, noted } from './marks.js';
import { isLost, isPassing, Silence, translated } from './trouble.js';

export interface BoltOptions {
  readonly uri: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly database: string;
  /** How long a statement that reads may run, in ms. */
  readonly timeLimit: number;
}

/** How a statement is sent that reads. */
export interface Flight {
  /** How long the engine may work on it, in ms; without it, as long as it takes. */
  readonly timeout?: number | undefined;
  /** It is ended where whoever asked went away. */
  readonly signal?: AbortSignal | undefined;
  /** It is not sent again where the connection is lost. */
  readonly once?: boolean;
}

/** So long a database that went away is waited for, in ms from when it was missed, and so long after a statement's own limit an answer is. */
const PATIENCE = 5000;
const GRACE = 2000;
/** So often something is done over, whatever stood in its way, as others that hold what it needs. */
const TRIES = 20;
/** What reads without a limit of its own and has not answered within so many ms never will. */
const SILENT = 120_000;

/**
 * The way to the database over Bolt. What goes wrong on the way itself is mended here: a read is sent again, a write is done
 * once, whatever becomes of its connection, and where nothing comes back at all nobody waits for ever.
 */
export class Bolt {
  private driver: Driver;
  /** How many statements that read are on their way. */
  flights = 0;

  constructor(private readonly options: BoltOptions) {
    this.driver = this.connected();
  }

  private connected(): Driver {
    const { uri, username, password } = this.options;
    const auth = username === undefined ? undefined : neo4j.auth.basic(username, password ?? '');
    return neo4j.driver(uri, auth, {
      disableLosslessIntegers: true,
      connectionTimeout: 5000,
      connectionAcquisitionTimeout: 10_000,
      // What lay idle for longer is asked whether it lives before it is used: a cut may be silent.
      connectionLivenessCheckTimeout: 10_000,
    });
  }

  /** One flight to the server: session.run, the database named. @throws QUERY_TIMEOUT, STORE_UNAVAILABLE, CANCELLED */
  async read(
    text: string,
    values: Record<string, unknown>,
    { timeout, signal, once = false }: Flight = {},
  ): Promise<QueryResult> {
    this.flights++;
    try {
      return await this.patiently(once, timeout, () => {
        const session = this.session('READ');
        const result = session.run(text, values, timeout ? { timeout } : {});
        return this.heard(session, Promise.resolve(result), timeout ? timeout + GRACE : SILENT, signal);
      });
    } finally {
      this.flights--;
    }
  }

  /**
   * Work in one transaction, which holds the log's head. It leaves a mark there, so that where the connection is lost as it
   * commits the database can be asked whether it did; work that did not land is done over, unless `once`.
   * @throws STORE_UNAVAILABLE
   */
  write<T>(work: (transaction: Transaction) => Promise<T>, once = false): Promise<T> {
    return this.patiently(once, undefined, async () => {
      const mark = randomUUID();
      let done: { readonly value: T } | undefined;
      const session = this.session('WRITE');
      const committed = async () => {
        const transaction = await session.beginTransaction();
        try {
          await noted(transaction, mark);
          done = { value: await work(transaction) };
          await transaction.commit();
          return done.value;
        } catch (error) {
          if (transaction.isOpen() && !isLost(error)) await transaction.rollback();
          throw error;
        }
      };
      try {
        return await this.heard(session, committed());
      } catch (error) {
        if (done && isPassing(error) && (await this.landed(mark))) return done.value;
        throw error;
      }
    });
  }

  /** Does over what went wrong on the way, unless `once`; with a limit, for no more ms than that. */
  private async patiently<T>(once: boolean, limit: number | undefined, work: () => Promise<T>): Promise<T> {
    const end = limit === undefined ? Infinity : performance.now() + limit;
    let until: number | undefined;
    for (let [pause, tries] = [50, 1]; ; pause = Math.min(2 * pause, 1000), tries++)
      try {
        return await work();
      } catch (error) {
        // From when it was missed: work that had waited for its turn has not had its patience yet.
        until = isLost(error) ? (until ?? performance.now() + PATIENCE) : undefined;
        const isOver = performance.now() + pause > Math.min(end, until ?? Infinity) || tries >= TRIES;
        if (once || !isPassing(error) || isOver) throw translated(error, this.options.timeLimit);
        // Two that stood in each other's way are not to meet again.
        await wait(pause * (0.5 + Math.random()));
      }
  }

  /** What changes the schema takes transactions of its own. */
  async define(statements: readonly string[]): Promise<void> {
    const session = this.session('WRITE');
    try {
      const transaction = await session.beginTransaction();
      for (const statement of statements) await transaction.run(statement);
      await transaction.commit();
    } catch (error) {
      throw translated(error, this.options.timeLimit);
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private session(mode: 'READ' | 'WRITE'): Session {
    return this.driver.session({ database: this.options.database, defaultAccessMode: mode });
  }

  /** What a session gives, as long as something comes back in time and whoever asked is there; then it is closed. */
  private async heard<T>(
    session: Session,
    result: Promise<T>,
    within?: number,
    signal?: AbortSignal,
  ): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let gone: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      if (within) timer = setTimeout(() => reject(new Silence(within)), within);
      gone = () => reject(cancelled());
      if (signal?.aborted) gone();
      else signal?.addEventListener('abort', gone);
    });
    result.catch(() => undefined);
    left.catch(() => undefined);
    try {
      const value = await Promise.race([result, left]);
      await session.close();
      return value;
    } catch (error) {
      // Closing has the server end what runs. Nobody waits for that: it may be what does not answer.
      void session.close().catch(() => undefined);
      if (error instanceof Silence) this.renew();
      throw error;
    } finally {
      clearTimeout(timer);
      if (gone) signal?.removeEventListener('abort', gone);
    }
  }

  /** Where a connection has gone silent the others of its pool may have too: new ones are made. */
  private renew(): void {
    const old = this.driver;
    this.driver = this.connected();
    void old.close().catch(() => undefined);
  }

  /** Whether a write with this mark is there: asked with the log's head, which a write that is still going on holds. */
  private async landed(mark: string): Promise<boolean> {
    const until = performance.now() + 2 * PATIENCE;
    for (;;) {
      const session = this.session('WRITE');
      try {
        return await this.heard(
          session,
          session.executeWrite((transaction) => landed(transaction, mark)),
          PATIENCE,
        );
      } catch (error) {
        if (!isPassing(error) || performance.now() > until)
          throw new RapporteurError(
            'STORE_UNAVAILABLE',
            'Neo4j went away as it was told to keep a change, and cannot be asked whether it did: look at the last changes before you try again',
          );
        await wait(200);
      }
    }
  }
}

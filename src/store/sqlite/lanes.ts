import { availableParallelism } from 'node:os';
import { RapporteurError } from '../../errors.js';
import { cancelled } from '../ended.js';
import type { Connection } from './statements.js';

/** Whether a statement is known to take long. */
export type Lane = 'short' | 'long';

/** A statement that takes longer than so many ms goes with the long ones from then on. */
export const TURN = 20;

interface Waiting {
  readonly lane: Lane;
  take(connection: Connection): void;
}

/**
 * Connections for reading, in two lanes: one is kept for statements that are not known to take long, so that those never wait
 * behind such that do. Nothing is known of a statement that is new: it gets a short turn, and another place in the queue
 * where that is not enough and others wait (a multilevel feedback queue: Corbató et al. 1962).
 */
export class Lanes {
  private readonly free: Connection[];
  private waiting: Waiting[] = [];
  private long = 0;
  /** How many long ones may run: a connection is left, and a core, for libsql has as many threads as there are cores. */
  private readonly most: number;

  constructor(readonly connections: Set<Connection>) {
    this.free = [...connections];
    this.most = Math.max(1, Math.min(connections.size, availableParallelism()) - 1);
  }

  /** Whether a short one waits, so that a long one should not stand in its way. */
  get hurries(): boolean {
    return this.waiting.some(({ lane }) => lane === 'short');
  }

  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.connections.size - this.free.length, waiting: this.waiting.length };
  }

  /** @param within ms, or as long as it takes. @throws QUERY_TIMEOUT where it is not one's turn by then, CANCELLED where the signal is given before */
  async take(lane: Lane, within?: number, signal?: AbortSignal): Promise<Connection> {
    if (this.free.length && (lane === 'short' || this.long < this.most)) return this.taken(lane);
    return new Promise((resolve, reject) => {
      const out = (error: RapporteurError) => {
        this.waiting = this.waiting.filter((other) => other !== waiting);
        done();
        reject(error);
      };
      const late = within === undefined ? undefined : setTimeout(() => out(lateFor(within)), within);
      const gone = () => out(cancelled());
      const done = () => {
        clearTimeout(late);
        signal?.removeEventListener('abort', gone);
      };
      signal?.addEventListener('abort', gone);
      const waiting: Waiting = {
        lane,
        take: (connection) => {
          done();
          resolve(connection);
        },
      };
      this.waiting.push(waiting);
    });
  }

  /** @param fresh the connection that takes the place of one that was used up */
  giveBack(lane: Lane, used: Connection, fresh = used): void {
    if (fresh !== used) {
      this.connections.delete(used);
      this.connections.add(fresh);
    }
    if (lane === 'long') this.long--;
    this.free.push(fresh);
    for (;;) {
      const next = this.next();
      if (!next || !this.free.length) return;
      this.waiting = this.waiting.filter((other) => other !== next);
      next.take(this.taken(next.lane));
    }
  }

  /** Short ones first; but where no long one runs, it is the turn of whoever has waited longest. */
  private next(): Waiting | undefined {
    if (this.long === 0) return this.waiting[0];
    const short = this.waiting.find(({ lane }) => lane === 'short');
    return short ?? (this.long < this.most ? this.waiting[0] : undefined);
  }

  private taken(lane: Lane): Connection {
    if (lane === 'long') this.long++;
    return this.free.pop()!;
  }
}

const lateFor = (within: number) =>
  new RapporteurError(
    'QUERY_TIMEOUT',
    `The statement waited ${within} ms for its turn behind others; try again, or ask for less at a time`,
  );

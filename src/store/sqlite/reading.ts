import { RapporteurError } from '../../errors.js';
import { cancelled, late } from '../ended.js';
import { TURN, type Lane, type Lanes } from './lanes.js';
import type { Connection } from './statements.js';

/** How a statement is carried out that reads. */
export interface Turn {
  /** How long it may take with its waiting, in ms. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether the statement is known to take long. */
  readonly lane: Lane;
  /** Told how long it took on its connection, or would at least have taken, in ms. */
  took(ms: number): void;
  /** Gives a connection back, or a new one in its place. */
  giveBack(lane: Lane, db: Connection): Promise<void>;
}

/** How often it is looked whether a statement is to be ended, in ms. */
const OFTEN = 20;

/** Carries a statement out on a connection of its lane, and ends it where it is late or nobody waits for it any more. */
export async function inTurn<T>(lanes: Lanes, work: (db: Connection) => Promise<T>, turn: Turn): Promise<T> {
  const begun = performance.now();
  const until = begun + turn.timeLimit;
  for (let lane = turn.lane; ; lane = 'long') {
    const db = await lanes.take(lane, Math.max(1, until - performance.now()), turn.signal);
    const taken = performance.now();
    let why: 'late' | 'gone' | 'moved' | undefined;
    // Again and again: an interrupt before the statement has begun, as where it waits for a thread, does nothing.
    const timer = setInterval(
      () => {
        // A timer of Node may fire a part of a millisecond early.
        const now = performance.now();
        if (now + 1 >= until) why ??= 'late';
        else if (turn.signal?.aborted) why ??= 'gone';
        else if (lane === 'short' && now - taken > TURN && lanes.hurries) why ??= 'moved';
        if (why) db.interrupt();
      },
      Math.min(OFTEN, turn.timeLimit),
    );
    try {
      const value = await work(db);
      turn.took(performance.now() - taken);
      return value;
    } catch (error) {
      if (why) turn.took(performance.now() - taken);
      if (why === 'gone') throw cancelled();
      if (why === 'late') throw late(turn.timeLimit);
      if (why !== 'moved') throw told(error as Error);
    } finally {
      clearInterval(timer);
      await turn.giveBack(lane, db);
    }
  }
}

function told(error: Error): Error {
  return /parser stack overflow|at most \d+ tables|too many|depth/.test(error.message)
    ? new RapporteurError(
        'BAD_USER_INPUT',
        `The selection is too deep or too wide for the embedded store (${error.message}); ask for it in parts`,
      )
    : error;
}

import { setImmediate as round, setTimeout as wait } from 'node:timers/promises';

/** From so many characters on an answer takes a while to be read and written. */
const LARGE = 50_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Has large answers wait until it is their turn. Several that come at once would else be worked on one after another, and nothing else
 * be answered until the last: each has a round of the event loop to itself, and then as long a pause as it took.
 */
export async function inTheirTurn(answer: string): Promise<void> {
  if (answer.length < LARGE) return;
  const turn = last.then(() => round());
  last = turn.then(async () => {
    const begun = performance.now();
    await round();
    await wait(performance.now() - begun);
  });
  await turn;
}

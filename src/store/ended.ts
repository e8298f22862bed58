import { RapporteurError } from '../errors.js';

/** What is said of a statement that ran past its limit, in ms. */
export const late = (timeLimit: number): RapporteurError =>
  new RapporteurError(
    'QUERY_TIMEOUT',
    `The statement took longer than ${timeLimit} ms and was ended; ask for less, or raise STATEMENT_TIMEOUT_MS`,
  );

/** And of one that nobody waits for any more. */
export const cancelled = (): RapporteurError =>
  new RapporteurError('CANCELLED', 'Whoever asked went away before the answer was there');

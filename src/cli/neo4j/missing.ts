import { RapporteurError } from '../../errors.js';

/** Something this machine lacks to run Neo4j; the message says what, and what to do. */
export class Missing extends RapporteurError {
  constructor(message: string) {
    super('STORE_UNAVAILABLE', message);
  }
}

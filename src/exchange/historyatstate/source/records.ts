import { Cutter, type Found } from './cutter.js';
import { decoded } from './decoded.js';
import type { Shape } from './shape.js';

/**
 * The records of one XML file, one after the other; of the file no more than a few pieces is in memory.
 * @throws Unreadable where the file cannot be read further, or the system's error.
 */
export async function* records(path: string, shape: Shape): AsyncGenerator<Found> {
  const cutter = new Cutter(shape);
  try {
    for await (const text of decoded(path, () => cutter.line)) {
      cutter.write(text);
      yield* cutter.taken();
    }
    cutter.end();
  } catch (error) {
    yield* cutter.taken();
    throw error;
  }
  yield* cutter.taken();
}

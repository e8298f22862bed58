import type { Ledger, Store, Writing } from './port.js';

/** Ends a transaction that has done its work, so that all of it is undone. */
class Undone extends Error {
  constructor(readonly value: unknown) {
    super('what was done is undone');
  }
}

/** Does work in one transaction; where `isUndone` says so when it is done, all of it is undone. What it gave is given either way. */
export async function attempt<T>(
  store: Pick<Store, 'write'>,
  isUndone: () => boolean,
  work: (ledger: Ledger) => Promise<T>,
  how?: Writing,
): Promise<T> {
  try {
    return await store.write(async (ledger) => {
      const value = await work(ledger);
      if (isUndone()) throw new Undone(value);
      return value;
    }, how);
  } catch (error) {
    if (error instanceof Undone) return error.value as T;
    throw error;
  }
}

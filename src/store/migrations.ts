import { RapporteurError } from '../errors.js';
import { FORMAT } from './port.js';

/** A step from one format of a store to the next, in the statements of its engine. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  readonly statements: readonly string[];
}

/**
 * The steps from a store's format to that of this version, in their order; none where it is of this format.
 * @param where the store, as messages call it. @throws STORE_FORMAT where no steps lead there
 */
export function way(migrations: readonly Migration[], format: string, where: string): Migration[] {
  const steps: Migration[] = [];
  for (let at = format; at !== FORMAT;) {
    const next = migrations.find(({ from }) => from === at);
    if (!next) {
      const newer = Number(format) > Number(FORMAT);
      throw new RapporteurError(
        'STORE_FORMAT',
        `The store in ${where} has format ${format}; this version ${newer ? `reads format ${FORMAT}: a newer version wrote it` : `reads formats from ${migrations[0]?.from} to ${FORMAT}`}. Use the version that wrote it, or another store`,
      );
    }
    steps.push(next);
    at = next.to;
  }
  return steps;
}

/** Under this key a store remembers how far it is restored; one that is not whole is not opened. */
export const RESTORING = 'restoring';

/** @throws STORE_FORMAT where a restore of the store was interrupted */
export function refuseHalf(restoring: string | undefined, where: string): void {
  if (restoring)
    throw new RapporteurError(
      'STORE_FORMAT',
      `The store in ${where} is restored in part: run the same \`rapporteur restore\` again, which goes on, or use another store`,
    );
}

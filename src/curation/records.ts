import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { decode, type Written } from '../store/apply/encode.js';
import type { Ledger } from '../store/port.js';

/** A record as it was written, and whether it stands on the shelf. */
export interface Recorded extends Written {
  readonly isShelved: boolean;
}

/** Records by their ids, from the graph and from the shelf. @throws NOT_FOUND that names those that nobody has */
export async function recordsOf(
  ledger: Ledger,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Map<string, Recorded>> {
  const found = new Map<string, Recorded>();
  for (const row of await ledger.rows(ids))
    found.set(row.id, { ...decode(catalogue, row), isShelved: false });
  const shelf = await ledger.shelved(ids.filter((id) => !found.has(id)));
  for (const [id, text] of shelf) found.set(id, { ...(JSON.parse(text) as Written), isShelved: true });
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length)
    throw new RapporteurError(
      'NOT_FOUND',
      `There is no record ${missing.map((id) => `'${id}'`).join(', ')}`,
      { ids: missing },
    );
  return found;
}

/** Those of them that are entities of the graph. @throws NOT_FOUND, BAD_USER_INPUT */
export async function entitiesOf(
  ledger: Ledger,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Map<string, Recorded>> {
  const found = await recordsOf(ledger, catalogue, ids);
  for (const [id, { type, isShelved }] of found) {
    if (catalogue.concept(type).family !== 'entity')
      throw new RapporteurError('BAD_USER_INPUT', `'${id}' is a ${type}, no entity`);
    if (isShelved) throw new RapporteurError('CONFLICT', `'${id}' was rejected; accept it first`);
  }
  return found;
}

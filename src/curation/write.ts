import { RapporteurError } from '../errors.js';
import { digest, short } from '../reading/ids.js';
import type { Task } from './curator.js';

/** Records as a client gives them: without an id one is made. */
export interface GivenRecord {
  readonly type: string;
  readonly id?: string | null | undefined;
  readonly set: unknown;
}

/** Creates or amends records by the names of the catalogue, and removes some; `apply` checks every one before any is written. */
export const write =
  (upserts: readonly GivenRecord[], removals: readonly string[]): Task =>
  async (ledger, catalogue) => {
    const given = upserts.map(({ type, id, set }, i) => {
      if (typeof set !== 'object' || set === null || Array.isArray(set))
        throw new RapporteurError('BAD_USER_INPUT', `upserts[${i}].set is no object of fields`);
      const fields = set as Record<string, unknown>;
      const prefix = catalogue.concepts.get(type)?.prefix ?? type.toLowerCase();
      const name =
        typeof fields['name'] === 'string' ? short(fields['name']) : digest(type, JSON.stringify(fields));
      return { type, id: id ?? `${prefix}:${name}`, set: fields, source: `upserts[${i}]`, isNew: !id };
    });
    const there = new Set(
      (await ledger.rows(given.filter((g) => g.isNew).map((g) => g.id))).map((r) => r.id),
    );
    const taken = given.find((g) => g.isNew && there.has(g.id));
    if (taken)
      throw new RapporteurError(
        'CONFLICT',
        `There is a record '${taken.id}' already: give its id to amend it, or another id`,
      );
    return { action: 'write', upserts: given.map(({ isNew: _, ...upsert }) => upsert), removals };
  };

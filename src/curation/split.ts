import { RapporteurError } from '../errors.js';
import type { RecordInput } from '../model/change-set.js';
import { memoryOf } from '../store/stats.js';
import { slugOf } from '../model/slug.js';
import { short } from '../reading/ids.js';
import type { Task } from './curator.js';
import { mergedKey } from './merge.js';
import { entitiesOf, recordsOf } from './records.js';

/**
 * Moves the named facts of an entity to another: one that is known, one that was merged into it before, or a new one by that
 * name. The facts are the records that lead to it: statements, mentions, roles, participations.
 */
export const split =
  (id: string, facts: readonly string[], to: string | undefined, name: string | undefined): Task =>
  async (ledger, catalogue) => {
    if (!facts.length)
      throw new RapporteurError('BAD_USER_INPUT', 'facts: name the records that are to move');
    if (!to && !name?.trim())
      throw new RapporteurError(
        'BAD_USER_INPUT',
        'split takes to, whom the facts go to, or the name of somebody new',
      );
    if (to === id) throw new RapporteurError('BAD_USER_INPUT', `The facts of '${id}' are its own already`);
    const entity = (await entitiesOf(ledger, catalogue, [id])).get(id)!;
    const prefix = catalogue.concept(entity.type).prefix;
    const goal = to ?? `${prefix}:${short(name!)}`;
    const upserts: RecordInput[] = [];
    const memories: Record<string, string> = {};
    const [there] = await ledger.rows([goal]);
    if (there) {
      if (!to)
        throw new RapporteurError(
          'CONFLICT',
          `There is a record '${goal}' already: give it as to, or another name`,
        );
      if (there.concept !== entity.type)
        throw new RapporteurError('CONFLICT', `'${goal}' is a ${there.concept} and '${id}' a ${entity.type}`);
    } else {
      const before = await memoryOf(ledger, mergedKey(goal));
      if (to && before !== id)
        throw new RapporteurError(
          'NOT_FOUND',
          `There is no record '${goal}', and it was not merged into '${id}'`,
        );
      if (before) memories[mergedKey(goal)] = '';
      const required = Object.fromEntries(
        ['kind', 'status'].flatMap((f) => (entity.fields[f] === undefined ? [] : [[f, entity.fields[f]]])),
      );
      upserts.push({ type: entity.type, id: goal, set: { ...required, name: name?.trim() ?? nameOf(goal) } });
    }
    for (const fact of (await recordsOf(ledger, catalogue, [...new Set(facts)])).values()) {
      const set: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(fact.fields)) {
        if (catalogue.concept(fact.type).fields.get(field)?.is !== 'relation') continue;
        if (value === id) set[field] = goal;
        else if (Array.isArray(value) && value.includes(id))
          set[field] = [...new Set(value.map((v: string) => (v === id ? goal : v)))];
      }
      if (!Object.keys(set).length)
        throw new RapporteurError(
          'BAD_USER_INPUT',
          `'${fact.id}' is no fact of '${id}': nothing in it leads there`,
        );
      upserts.push({ type: fact.type, id: fact.id, set });
    }
    return { action: 'split', upserts, memories };
  };

/** What an id says of a name, where nothing else does: `person:kim-jong-un` is Kim Jong Un. */
const nameOf = (id: string) =>
  slugOf(id)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

import { RapporteurError } from '../errors.js';
import type { RecordInput } from '../model/change-set.js';
import type { Task, Work } from './curator.js';
import { learned } from './learned.js';
import { merged } from './merge.js';
import { recordsOf } from './records.js';

/**
 * Accepts proposals, also what was rejected. An accepted mention teaches: its words become an alias of what it names. An
 * accepted match merges.
 */
export const accept =
  (ids: readonly string[]): Task =>
  async (ledger, catalogue) => {
    const records = await recordsOf(ledger, catalogue, ids);
    const upserts: RecordInput[] = [];
    let merges: Work = { action: 'accept', upserts: [], removals: [], memories: {} };
    for (const { id, type, fields } of records.values()) {
      if (!catalogue.concept(type).fields.has('review'))
        throw new RapporteurError('BAD_USER_INPUT', `'${id}' is a ${type}, which nobody reviews`);
      if (type === 'Match') {
        const work = await merged(ledger, catalogue, [fields['b'] as string], fields['a'] as string);
        merges = {
          ...merges,
          upserts: [...merges.upserts, ...work.upserts],
          removals: [...(merges.removals ?? []), ...(work.removals ?? [])],
          memories: { ...merges.memories, ...work.memories },
        };
        continue;
      }
      upserts.push({ type, id, set: { review: 'ACCEPTED' } });
      if (type === 'Mention') upserts.push(...(await learned(ledger, catalogue, fields)));
    }
    const gone = new Set(merges.removals);
    return { ...merges, upserts: [...upserts.filter((u) => !gone.has(u.id)), ...merges.upserts] };
  };

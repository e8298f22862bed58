import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import type { RecordInput } from '../model/change-set.js';
import { decode } from '../store/apply/encode.js';
import type { Ledger } from '../store/port.js';
import { apartKey } from '../reading/ids.js';
import type { Task } from './curator.js';
import { leadingTo } from './leading-to.js';
import { recordsOf } from './records.js';

/**
 * Rejects proposals: they leave the graph for the shelf. What cannot be without them goes with them as long as it is itself
 * a proposal; what can, loses the link. A rejected match keeps its two apart.
 * @throws CONFLICT where something accepted rests on one
 */
export const reject =
  (ids: readonly string[]): Task =>
  async (ledger, catalogue) => {
    const records = await recordsOf(ledger, catalogue, ids);
    const memories: Record<string, string> = {};
    const upserts = new Map<string, RecordInput>();
    let wave: string[] = [];
    for (const { id, type, fields } of records.values()) {
      if (!catalogue.concept(type).fields.has('review'))
        throw new RapporteurError('BAD_USER_INPUT', `'${id}' is a ${type}, which nobody reviews`);
      upserts.set(id, { type, id, set: { review: 'REJECTED' } });
      wave.push(id);
      if (type === 'Match') memories[apartKey(fields['a'] as string, fields['b'] as string)] = id;
    }
    while (wave.length) wave = await resting(ledger, catalogue, wave, upserts);
    return { action: 'reject', upserts: [...upserts.values()], memories };
  };

/** What leads to what goes: it goes too, or loses the link. Gives those that go too. */
async function resting(
  ledger: Ledger,
  catalogue: Catalogue,
  gone: readonly string[],
  upserts: Map<string, RecordInput>,
): Promise<string[]> {
  const next: string[] = [];
  const ids = new Set(gone);
  for (const stored of catalogue.stored.filter((s) => s.written && s.owner !== 'Change')) {
    for (const row of await leadingTo(ledger, catalogue, stored, gone)) {
      const from = row.id;
      if (upserts.get(from)?.set['review'] === 'REJECTED') continue;
      const { type, fields } = decode(catalogue, row);
      if (!stored.nullable && !stored.many) {
        if (fields['review'] !== 'PROPOSED')
          throw new RapporteurError(
            'CONFLICT',
            `'${row.relations[stored.field]!.find((id) => ids.has(id))}' cannot be rejected: '${from}' rests on it and is accepted; reject that first`,
            { record: from },
          );
        upserts.set(from, { type, id: from, set: { review: 'REJECTED' } });
        next.push(from);
        continue;
      }
      const before = upserts.get(from)?.set ?? {};
      const there = before[stored.field] === undefined ? fields[stored.field] : before[stored.field];
      const left = Array.isArray(there) ? there.filter((t: string) => !ids.has(t)) : null;
      upserts.set(from, { type, id: from, set: { ...before, [stored.field]: left } });
    }
  }
  return next;
}

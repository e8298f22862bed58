import { RapporteurError } from '../errors.js';
import { apartKey, digest } from '../reading/ids.js';
import type { Ledger } from '../store/port.js';
import { memoryOf } from '../store/stats.js';
import type { Task } from './curator.js';
import { entitiesOf } from './records.js';

/** @throws CONFLICT where a curator has said that two of these are not the same */
export async function checkApart(ledger: Ledger, ids: readonly string[], into: string): Promise<void> {
  for (const id of ids)
    if (await memoryOf(ledger, apartKey(id, into)))
      throw new RapporteurError(
        'CONFLICT',
        `'${id}' and '${into}' were said not to be the same; undo that first`,
        { ids: [id, into] },
      );
}

/** These two are not the same: no match is proposed of them any more, and none merges them. */
export const keepApart =
  (a: string, b: string): Task =>
  async (ledger, catalogue) => {
    if (a === b) throw new RapporteurError('BAD_USER_INPUT', `'${a}' is one and the same`);
    await entitiesOf(ledger, catalogue, [a, b]);
    const [one, other] = [a, b].sort() as [string, string];
    const waiting = await Promise.all(
      (['a', 'b'] as const).map(async (field) =>
        (await ledger.referrers('Match', field, [one])).map(([match]) => match),
      ),
    );
    const rows = await ledger.rows([...new Set(waiting.flat())]);
    const same = rows
      .filter((r) => [r.relations['a']?.[0], r.relations['b']?.[0]].includes(other))
      .map((r) => r.id);
    const own = `match:${digest(one, other)}`;
    const reason = 'A curator says that they are not the same';
    return {
      action: 'keepApart',
      upserts: [
        ...same.map((id) => ({ type: 'Match', id, set: { review: 'REJECTED' } })),
        ...(same.includes(own)
          ? []
          : [{ type: 'Match', id: own, set: { a: one, b: other, score: 0, reason, review: 'REJECTED' } }]),
      ],
      memories: { [apartKey(a, b)]: own },
    };
  };

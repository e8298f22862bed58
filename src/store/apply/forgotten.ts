import type { RecordInput } from '../../model/change-set.js';
import type { Ledger } from '../port.js';
import { markOf, textMarkOf } from '../tombstone.js';
import type { Problem } from './check.js';

/** Records that are new and were forgotten once, and texts of articles that were: they are not taken in again. */
export async function forgotten(
  ledger: Ledger,
  inputs: readonly (readonly [at: number, input: RecordInput])[],
  isThere: (id: string) => boolean,
): Promise<Problem[]> {
  const marked = inputs.flatMap(([at, { id, type, set, source }]) => {
    const one = { record: id, source, input: at };
    return [
      ...(isThere(id) ? [] : [{ ...one, mark: markOf(id) }]),
      ...(type === 'Article' && set['body'] ? [{ ...one, mark: textMarkOf(id), field: 'body' }] : []),
    ];
  });
  if (!marked.length) return [];
  const stones = new Map(
    (await ledger.tombstones(marked.map(({ mark }) => mark))).map((stone) => [stone.mark, stone]),
  );
  return marked.flatMap(({ mark, ...problem }) => {
    const stone = stones.get(mark);
    return stone
      ? [
          {
            ...problem,
            problem: `was forgotten on ${stone.at.slice(0, 10)} by ${stone.by}, and is not taken in again`,
          },
        ]
      : [];
  });
}

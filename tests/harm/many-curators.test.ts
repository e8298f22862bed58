import { expect, test } from 'vitest';
import { undo } from '../../src/curation/undo.js';
import { graphText } from '../../src/exchange/graph/export.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { asCurator } from '../curation/curating.js';
import { onBothEngines, sowSeeds } from '../store/engines.js';
import { faultsOf } from '../store/faults.js';
import { curator } from './curators.js';

const CURATORS = 16;
/** So many confirmed changes in the tests of every day; CURATED=500 takes as many as one likes. */
const WANTED = Number(process.env['CURATED'] ?? 0);

const exported = (store: Store) =>
  store.write(async (ledger) => {
    let text = '';
    for await (const part of graphText(ledger, catalogue)) text += part;
    return text;
  });

const logOf = (store: Store) =>
  store.write(async (ledger) => {
    const rows = await ledger.rows(await ledger.idsAfter('Change', '', 100_000));
    return rows
      .map(({ id, values }) => ({
        id,
        sequence: values['sequence'] as number,
        action: values['action'] as string,
      }))
      .sort((a, b) => a.sequence - b.sequence);
  });

onBothEngines('sixteen curators at once', ({ open, name }) => {
  test(
    'leave a log that is a serial order: taken back from its end it leads to the beginning, and forth to the same graph',
    { timeout: 600_000 },
    async () => {
      const wanted = WANTED || (name === 'Neo4j' ? 40 : 200);
      const store = await open();
      await sowSeeds(store, ['countries']);
      const before = await exported(store);
      const begun = (await logOf(store)).length;
      const confirmed: string[] = [];
      let sent = 0;
      const send = async (query: string, variables: Record<string, unknown>) => {
        sent++;
        const { data, errors } = await asCurator(store, query, variables);
        // What cannot be done as the graph is now is told as that, and nothing else goes wrong.
        for (const { code, message } of errors)
          expect(['CONFLICT', 'NOT_FOUND', 'BAD_RECORD'], message).toContain(code);
        return { data };
      };
      const until = () => confirmed.length >= wanted || sent > wanted * 4;
      await Promise.all(
        Array.from({ length: CURATORS }, (_, i) =>
          curator(`c${i}`, send, { seed: i + 1, until, confirmed: (id) => confirmed.push(id) }),
        ),
      );
      const log = (await logOf(store)).slice(begun);
      expect(log.map(({ id }) => id).sort()).toEqual([...new Set(confirmed)].sort());
      expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, i) => begun + 1 + i));
      expect(new Set(log.map(({ action }) => action)).size).toBeGreaterThan(2);
      expect(await faultsOf(store)).toEqual([]);
      const after = await exported(store);

      // Undos that are in the log are taken back by taking back what they are.
      const by = { by: 'the last one' };
      const undone: string[] = [];
      for (const { id } of [...log].reverse()) undone.push((await undo(store, catalogue, id, by)).id);
      expect(await exported(store)).toBe(before);
      for (const id of undone.reverse()) await undo(store, catalogue, id, by);
      expect(await exported(store)).toBe(after);
      expect(await faultsOf(store)).toEqual([]);
      await store.close();
    },
  );
});

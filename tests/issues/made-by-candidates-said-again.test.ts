import { expect, test } from 'vitest';
import { brought, seeded } from '../exchange/table/sowing.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

// A record that led to somebody made for a name was amended by the same table again: found by candidates now, its
// evidence was by another method, and what a curator had changed of it was gone.
onBothEngines('Somebody whom a link by candidates has made', (engine) => {
  test('is found the next time, and the record that leads there keeps what a curator changed', async () => {
    const store = await seeded(await engine.open({ timeLimit: 60_000 }));
    const mapping =
      'source: {name: S}\nrecords:\n  - {type: Participation, id: "participation:{No}", set: {meeting: meeting:us-north-korea-hanoi-2019-02, capacity: DELEGATE, participant: {column: Who, link: {to: Person, by: candidates, otherwise: create}}}}\n';
    const table = 'No,Who\nx1,Zora Example\n';
    expect(await brought(store, mapping, table)).toMatchObject({ created: 2, refused: 0 });
    await write(store, [record('Participation', 'participation:x1', { capacity: 'HEAD_OF_DELEGATION' })]);
    expect(await brought(store, mapping, table)).toMatchObject({ created: 0, amended: 0, refused: 0 });
    const { data } = await ask(
      store,
      '{ person(id: "person:zora-example") { participations { nodes { capacity evidence { field method confidence } } } } }',
    );
    await store.close();
    expect(data!['person']).toEqual({
      participations: {
        nodes: [
          {
            capacity: 'HEAD_OF_DELEGATION',
            evidence: [
              { field: 'meeting', method: 'CURATED', confidence: 1 },
              { field: 'capacity', method: 'CURATED', confidence: 1 },
              { field: 'participant', method: 'candidates', confidence: 1 },
            ],
          },
        ],
      },
    });
  }, 120_000);
});

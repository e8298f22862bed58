import 'reflect-metadata';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Step } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { record, write } from '../store/engines.js';
import { planned } from '../store/planned.js';

const all = (step: Step): Step[] => [step, ...step.children.flatMap(all)];

// With a condition on the concept SQLite began with all meetings for each person: with the public record the ten people
// with most meetings took longer than a statement may.
test('counting the meetings of each person reads the links of that person, not all meetings', async () => {
  const store = await SqliteStore.open(catalogue, { timeLimit: 5000 });
  await write(store, [
    record('Person', 'person:a', { name: 'A' }),
    record('Meeting', 'meeting:m', { name: 'M', kind: 'TALKS', status: 'HELD' }),
    record('Participation', 'participation:p', {
      meeting: 'meeting:m',
      participant: 'person:a',
      capacity: 'PARTICIPANT',
    }),
  ]);
  const plan = planned('{ people(orderBy: [{meetings: {count: DESC}}], first: 10) { nodes { id } } }');
  const { steps } = await store.explain(plan);
  const read = all(steps).map((s) => `${s.operator} ${s.details}`);
  expect(read.filter((r) => r.includes('n2l')).length).toBeGreaterThan(0);
  expect(read.filter((r) => /\bn2 USING .*entity_concept\b/.test(r))).toEqual([]);
  await store.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

// SQLite's parser holds 100 open things; a nested connection once cost 24 of them, a to-one relation 13.
onBothEngines('selections of every depth people ask for', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await write(store, [
      record('Country', 'country:a', { name: 'A' }),
      record('Meeting', 'meeting:m', { name: 'M', kind: 'TALKS', status: 'HELD', country: 'country:a' }),
      record('Person', 'person:p', { name: 'P' }),
      record('Participation', 'participation:p', {
        capacity: 'PARTICIPANT',
        meeting: 'meeting:m',
        participant: 'person:p',
      }),
      record('Statement', 'statement:s', {
        text: 'We met',
        language: 'en',
        act: 'SAYS',
        speaker: 'person:p',
        about: ['meeting:m'],
      }),
      record('Claim', 'claim:c', { text: 'They met', about: ['meeting:m'] }),
      record('Position', 'position:c', {
        stance: 'AFFIRMS',
        confidence: 1,
        claim: 'claim:c',
        statement: 'statement:s',
      }),
    ]);
  });
  afterAll(() => store.close());

  test.each([
    '{ country(name: "A") { meetingsHeld { nodes { claims { nodes { positions { nodes { statement { speaker { name } } } } } } } } } }',
    '{ countries(first: 2) { nodes { meetingsHeld { nodes { participations { nodes { participant { statements { nodes { text } } } } } } } } } }',
    '{ meeting(id: "meeting:m") { participations { nodes { participant { statements { nodes { about { nodes { claims { nodes { positions { nodes { holder { name } } } } } } } } } } } } } }',
    `{ statement(id: "statement:s") { about { nodes { ... on Meeting { ${'country { '.repeat(12)} id ${'}'.repeat(12)} } } } } }`,
  ])('%s', async (query) => {
    const { errors, data } = await ask(store, query);
    expect(errors).toBeUndefined();
    expect(Object.values(data!)[0]).not.toBeNull();
  });
});

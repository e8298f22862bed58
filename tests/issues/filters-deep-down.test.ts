import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

// A filter on the third level once met the end of SQLite's parser stack ("parser stack overflow").
onBothEngines('filters on the third level of a selection', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await write(store, [
      record('Country', 'country:a', { name: 'A' }),
      record('Person', 'person:p', { name: 'P' }),
      record('Event', 'event:e', { name: 'E', actors: ['country:a'] }),
      record('Role', 'role:r', {
        title: 'Envoy',
        person: 'person:p',
        of: 'country:a',
        ending: 'UNKNOWN',
        began: '2018',
      }),
      record('Statement', 'statement:s', {
        text: 'So it is',
        language: 'en',
        act: 'SAYS',
        speaker: 'country:a',
        role: 'role:r',
      }),
      record('Claim', 'claim:c', { text: 'It is so', about: ['event:e'] }),
      record('Position', 'position:p', {
        stance: 'AFFIRMS',
        confidence: 1,
        claim: 'claim:c',
        statement: 'statement:s',
      }),
    ]);
  });
  afterAll(() => store.close());

  test.each([
    [
      '{ events { nodes { actors { nodes { statements(where: {role: {maybeOn: "2019-01-01"}}) { nodes { id } } } } } } }',
      'statement:s',
    ],
    [
      '{ events { nodes { claims { nodes { positions(where: {holder: {country: {anyName: {startsWith: "a"}}}, NOT: {OR: [{stance: {eq: DENIES}}]}}) { nodes { id } } } } } } }',
      'position:p',
    ],
    [
      '{ countries { nodes { statements { nodes { positions(where: {AND: [{}, {statement: {role: {OR: [{on: "1900-01-01"}, {began: {known: true}}]}}}]}) { nodes { id } } } } } } }',
      'position:p',
    ],
  ])('%s', async (source, id) => {
    const { data, errors } = await ask(store, source);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain(`"id":"${id}"`);
  });

  // Deeper still, SQLite's parser gives up. That is said, and the engine that can answers.
  test('one level of filters more is answered, or refused by name', async () => {
    const { data, errors } = await ask(
      store,
      '{ events { nodes { claims { edges { node { positions(where: {AND: [{}, {statement: {role: {OR: [{maybeOn: "2018-12-31"}, {on: "1900-01-01"}], began: {known: true}}}}]}) { edges { node { id } } } } } } } } }',
    );
    if (engine.name === 'Neo4j') expect(JSON.stringify(data)).toContain('"id":"position:p"');
    else
      expect(errors?.[0]?.message).toBe(
        'The selection is too deep or too wide for the embedded store (parser stack overflow); ask for it in parts',
      );
  });
});
